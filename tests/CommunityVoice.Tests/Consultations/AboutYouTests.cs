using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Consultations;

/// <summary>Questions about whoever took part (rule R-B18), and whom a consultation has not reached (R-A17).</summary>
public sealed class AboutYouTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings";
    private static readonly EqualityQuestions Questions = EqualityQuestions.Load(ContentLibrary.DefaultFolder);
    private readonly Area rivermead = A.Area(population: 1000);
    private Consultation consultation = null!;
    private Person asha = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        consultation = await Site.SaveAsync(A.Consultation("Safer crossings", area: rivermead));
        await Site.SaveAsync(A.Comment(consultation, asha));
        foreach (var (group, people) in new[] { ("persons", 1000), ("0-15", 200), ("16-64", 600), ("65+", 200) }) await Site.SaveAsync(new AreaPopulation(rivermead, "2024", group, people));
    }

    [Fact]
    public async Task The_page_after_a_comment_leads_there_and_every_question_can_be_left_out_or_refused()
    {
        var browser = new Browser(Site, asha.Id);
        var comment = await Site.AskAsync(db => db.Comments.Select(c => c.Id).SingleAsync());

        var page = await browser.FollowAsync(await browser.GetAsync($"{Here}/comments/{comment}"), "tell us about yourself");

        Assert.Equal(Questions.All.Count, page.QuerySelectorAll("fieldset").Length);
        Assert.All(page.QuerySelectorAll("fieldset"), f => Assert.Contains("Prefer not to say", f.TextContent, StringComparison.Ordinal));
        (await browser.SubmitAsync(page, button: "I agree: save my answers")).Shows("You left all of them out, and we keep nothing.");
        Assert.Empty(await Site.AskAsync(db => db.EqualityAnswers.ToListAsync()));
        (await browser.GetAsync("/account")).Shows("Tell us about yourself, for “Safer crossings”");
    }

    [Fact]
    public async Task Somebody_answers_once_changes_it_and_takes_it_back()
    {
        var browser = new Browser(Site, asha.Id);
        await AnswerAsync(browser, "Answers[age]", "65-over");
        await AnswerAsync(browser, "Answers[age]", "16-64");

        var kept = await Site.AskAsync(db => db.EqualityAnswers.AsNoTracking().SingleAsync());
        Assert.Equal(("age", "16-64"), (kept.Question, kept.Answer));
        Assert.DoesNotContain(asha.Id.ToString("N"), kept.Key + kept.Id.ToString("N"), StringComparison.Ordinal);
        Assert.Contains("\"Answer\": \"16-64\"", await FileAsync(browser), StringComparison.Ordinal);
        (await browser.SubmitAsync(await browser.GetAsync(Here + "/about-you"), button: "Take back my answers")).Shows("Your answers are deleted.");
        Assert.Empty(await Site.AskAsync(db => db.EqualityAnswers.ToListAsync()));
    }

    [Fact]
    public async Task Closing_the_account_takes_back_what_was_told()
    {
        await AnswerAsync(new Browser(Site, asha.Id), "Answers[age]", "65-over");

        await Site.DoAsync<Leaving>(async leaving => await leaving.LeaveAsync(await Site.AskAsync(db => db.People.SingleAsync(p => p.Id == asha.Id)), default));

        Assert.Empty(await Site.AskAsync(db => db.EqualityAnswers.ToListAsync()));
    }

    [Fact]
    public async Task Nobody_is_asked_who_took_no_part_and_nothing_else_than_what_is_offered_is_kept()
    {
        (await new Browser(Site, (await Site.SaveAsync(A.Person("Ben"))).Id).GetAsync(Here + "/about-you")).Shows("We ask these questions of people who have commented or voted here.");

        var browser = new Browser(Site, asha.Id);
        var token = (await browser.GetAsync(Here + "/about-you")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var made = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Answers[age]", "none-of-these")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendOnceAsync(HttpMethod.Post, Here + "/about-you", made)).StatusCode);
    }

    [Fact]
    public async Task A_group_that_was_heard_little_is_flagged_and_what_is_not_measured_says_so()
    {
        await OthersSpokeAsync(100);
        await TellAsync(("age", "65-over", 60), ("age", "16-64", 20), ("age", "prefer-not", 10), ("carer", "a-lot", 40), ("carer", "none", 40));
        await Site.AssessAsync(consultation.Id, Dataset.Heard);
        await Site.DoAsync<EqualityTables>(t => t.RefreshDueAsync(default));

        var page = await new Browser(Site).GetAsync(Here + "/who-took-part");

        Assert.Equal("16 to 64 22% (about 20) Heard little 60%", Row(page, "16 to 64"));
        Assert.Equal("65 or over 67% (about 60) 20%", Row(page, "65 or over"));
        Assert.Equal("Under 16 hidden, to protect them 20%", Row(page, "Under 16"));
        Assert.EndsWith("not measured", Row(page, "Yes, 20 hours a week or more"), StringComparison.Ordinal);
        page.Shows("Heard little so far: How old are you? 16 to 64");
    }

    [Fact]
    public async Task Below_ten_answers_or_before_an_assessment_nothing_is_shown()
    {
        await TellAsync(("age", "65-over", 9));
        await Site.DoAsync<EqualityTables>(t => t.RefreshDueAsync(default));
        (await new Browser(Site).GetAsync(Here + "/who-took-part")).Shows("Nobody has looked yet");
        await Site.AssessAsync(consultation.Id, Dataset.Heard);
        Site.Clock.Advance(HeardTables.Rest);
        await Site.DoAsync<EqualityTables>(t => t.RefreshDueAsync(default));

        var page = await new Browser(Site).GetAsync(Here + "/who-took-part");

        page.Shows("Nothing can be shown so far.");
        Assert.Empty(page.QuerySelectorAll("main table"));
    }

    [Fact]
    public async Task One_more_answer_changes_nothing_that_is_shown()
    {
        await OthersSpokeAsync(100);
        await TellAsync(("age", "65-over", 40), ("age", "16-64", 20));
        await Site.AssessAsync(consultation.Id, Dataset.Heard);
        await Site.DoAsync<EqualityTables>(t => t.RefreshDueAsync(default));
        var before = await Site.AskAsync(db => db.EqualityTables.Select(t => t.Tables).SingleAsync());
        await AnswerAsync(new Browser(Site, asha.Id), "Answers[age]", "16-64");
        Site.Clock.Advance(HeardTables.Rest);
        await Site.DoAsync<EqualityTables>(t => t.RefreshDueAsync(default));

        Assert.NotEqual("", before);
        Assert.Equal(before, await Site.AskAsync(db => db.EqualityTables.Select(t => t.Tables).SingleAsync()));
    }

    [Fact]
    public async Task What_nearly_all_answered_waits_until_more_took_part_and_then_stands()
    {
        await OthersSpokeAsync(39);
        await TellAsync(("age", "65-over", 20), ("age", "16-64", 11), ("carer", "a-lot", 20), ("carer", "none", 10));
        await Site.AssessAsync(consultation.Id, Dataset.Heard);
        Assert.Equal(["carer"], await ShownAsync());

        await OthersSpokeAsync(1);
        Assert.Equal(["age", "carer"], await ShownAsync());

        await Site.AskAsync(db => db.Comments.Where(c => c.AuthorId != asha.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.WithdrawnAt, Site.Now)));
        Assert.Equal(["age", "carer"], await ShownAsync());
    }

    [Theory]
    [InlineData("questions:\n  - code: a\n    words: A\n    options: [{ code: x, words: X }, { code: x, words: Y }]\n", "\"x\" is there twice")]
    [InlineData("questions:\n  - code: a\n    words: A\n    options: [{ code: prefer-not, words: X }]\n", "\"prefer-not\" is there twice")]
    public void Questions_that_cannot_be_kept_stop_the_start(string yaml, string because) =>
        Assert.Contains(because, Assert.Throws<InvalidDataException>(() => EqualityQuestions.Parse(yaml)).Message, StringComparison.Ordinal);

    private static string Row(AngleSharp.Html.Dom.IHtmlDocument page, string answer) => page.QuerySelectorAll("main tbody tr").Select(r => r.Words()).First(r => r.StartsWith(answer, StringComparison.Ordinal));

    private static async Task AnswerAsync(Browser browser, string question, string answer) =>
        await browser.SubmitAsync(await browser.GetAsync(Here + "/about-you"), new() { [question] = answer }, button: "I agree: save my answers");

    private static async Task<string> FileAsync(Browser browser)
    {
        var page = await browser.GetAsync("/account/data");
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        return await (await browser.SendAsync(HttpMethod.Post, "/account/data", form)).Content.ReadAsStringAsync();
    }

    private async Task OthersSpokeAsync(int people)
    {
        List<object> said = [];
        for (var n = 0; n < people; n++)
        {
            var person = A.Person($"Person {n}");
            said.AddRange([person, A.Comment(consultation, person)]);
        }
        await Site.SaveAsync(said[0], [.. said.Skip(1)]);
    }

    private async Task<IEnumerable<string>> ShownAsync()
    {
        Site.Clock.Advance(HeardTables.Rest);
        await Site.DoAsync<EqualityTables>(t => t.RefreshDueAsync(default));
        return (await new Browser(Site).GetAsync(Here + "/who-took-part")).QuerySelectorAll("main h2[id]").Select(h => h.Id!).Where(id => Questions.All.Any(q => q.Code == id));
    }

    private async Task TellAsync(params (string Question, string Answer, int People)[] told)
    {
        var rows = told.GroupBy(t => t.Question).SelectMany(q => q.SelectMany(t => Enumerable.Repeat(t.Answer, t.People)).Select((answer, i) => new EqualityAnswer(consultation.Id, $"key {i}", q.Key, answer))).ToList();
        await Site.SaveAsync(rows[0], [.. rows.Skip(1)]);
    }
}
