using CommunityVoice.Analysis.Text;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Tests.Summaries;

namespace CommunityVoice.Tests.Content;

/// <summary>Short forms and too many questions (rule R-A6): told before publishing, and never in its way.</summary>
public sealed class GlossaryTests : SiteTest
{
    [Theory]
    [InlineData("The ICB and two PCNs met the GPs’ lead.", "ICB,PCN,GP")]
    [InlineData("Go to A&E, or ask the VCSE-sector.", "A&E,VCSE")]
    [InlineData("At QV4 1AA the A41 meets the M6, says Tom W. I agree.", "")]
    [InlineData("PLEASE DO NOT CLOSE THE CLINIC", "")]
    [InlineData("CLOSE IT\nThe CQC's report, CQC's own", "CLOSE,IT,CQC")]
    [InlineData("See https://www.example.org/NHS/CQC and NHSmail.", "")]
    [InlineData("", "")]
    public void Short_forms_are_found_once_each_and_in_order(string text, string found) => Assert.Equal(found, string.Join(',', ShortForms.In(text)));

    [Theory]
    [InlineData("Where? When, and how? “Why?” It is.", 3)]
    [InlineData("See https://example.org/?page=2 for more.", 0)]
    [InlineData("Really??", 1)]
    public void Questions_are_sentences_that_end_in_a_question_mark(string text, int questions) => Assert.Equal(questions, ShortForms.Questions(text));

    [Fact]
    public async Task The_glossary_explains_its_short_forms_and_is_found_from_every_page()
    {
        var reader = new Browser(Site);
        var home = await reader.GetAsync("/");
        Assert.Equal("/glossary", home.QuerySelectorAll("footer a").Single(a => a.Words() == "Short forms").GetAttribute("href"));

        (await reader.GetAsync("/glossary")).Shows("ICB integrated care board");
    }

    [Fact]
    public async Task Before_publishing_unexplained_short_forms_and_too_many_questions_are_told_and_do_not_stop_it()
    {
        var office = new Office(Site);
        var staff = await office.StaffAsync();
        var draft = await Site.SaveAsync(office.Consultation(published: false));
        await Site.SaveAsync(new PlannedGroup(draft, new("Neighbours", null, WhyPlanned.Affected, "By post.", null), Site.Now));
        (await staff.GetAsync("/manage/consultations/safer-crossings/publish")).DoesNotShow("the glossary");
        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/edit"), new()
        {
            ["Input.Why"] = "The ICB and the QXZ want to know.",
            ["Input.Options"] = string.Join(' ', Enumerable.Range(1, 9).Select(n => $"Is option {n} right?")), // with the question itself: ten
        });

        var check = await staff.GetAsync("/manage/consultations/safer-crossings/publish");
        check.Shows("This short form is not in the glossary: QXZ.");
        check.DoesNotShow("tire people");
        await Site.SaveAsync(A.Ballot(draft));
        check = await staff.GetAsync("/manage/consultations/safer-crossings/publish");
        check.Shows("It asks 11 questions, with its votes. More than 10 tire people");

        (await staff.SubmitAsync(check)).Shows("Published.");
    }

    [Fact]
    public async Task A_summary_is_told_of_them_too()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        var id = await scene.DraftAsync();
        (await scene.Browser.GetAsync($"/manage/summaries/{id}/publish")).DoesNotShow("the glossary");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{id}/sections/summary"), new() { ["Input.Body"] = "The QXZ was told, and the ICB." });

        (await scene.Browser.GetAsync($"/manage/summaries/{id}/publish")).Shows("This short form is not in the glossary: QXZ.");
    }

    [Fact]
    public void The_privacy_page_says_the_bases_that_are_set_and_a_wrong_one_stops_the_start()
    {
        var bases = LawfulBases.Load(ContentLibrary.DefaultFolder);
        Assert.Contains("article 9(2)(h)", bases.WordsFor(["public-task", "health-and-care"]), StringComparison.Ordinal);
        Assert.DoesNotContain("clear agreement", bases.WordsFor(["public-task", "health-and-care"]), StringComparison.Ordinal);
        Assert.Contains("Site:LawfulBasis names \"because\"", Assert.Throws<InvalidDataException>(() => bases.WordsFor(["because"])).Message, StringComparison.Ordinal);
        Assert.Contains("no basis under article 9", Assert.Throws<InvalidDataException>(() => bases.WordsFor(["public-task"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_privacy_page_follows_the_setting()
    {
        (await new Browser(Site).GetAsync("/privacy")).Shows("We use your details for a task in the public interest");
        await using var other = Site.WithWebHostBuilder(builder => builder.UseSetting("Site:LawfulBasis:0", "consent").UseSetting("Site:LawfulBasis:1", "health-and-care"));
        var text = await other.CreateClient().GetStringAsync(new Uri("/privacy", UriKind.Relative));
        Assert.Contains("We use your details because you agreed.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("task in the public interest", text, StringComparison.Ordinal);
    }
}
