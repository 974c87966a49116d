using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Summaries;

public sealed class FactCheckTests : SiteTest
{
    private readonly Body council = A.Body("Rivermead Council", BodyKind.Council);
    private SummaryScene scene = null!;
    private long draft;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
        council.WriteTo("office@council.example");
        council.Grant(scene.Area, Capability.Respond, "The council", "By law", FakeClock.Today.AddDays(-9));
        await Site.SaveAsync(council);
        draft = await scene.DraftAsync();
    }

    [Fact]
    public async Task The_draft_goes_to_the_contact_with_a_last_day_in_working_days()
    {
        var page = await SendAsync();

        page.Shows("Sent to office@council.example");
        page.Shows("Comments are taken until 23 June 2026"); // ten working days after 9 June
        var letter = Assert.Single(await Site.LettersToAsync("office@council.example"));
        Assert.Contains("10 working days", letter.Text, StringComparison.Ordinal);
        Assert.Contains("does not wait for an answer", letter.Text, StringComparison.Ordinal);
        (await new Browser(Site).GetAsync(await PathAsync())).Shows("Words of Summary.");
        var record = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "summary.sent-to-check").Select(e => e.Detail!).SingleAsync());
        Assert.DoesNotContain("office@", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_on_facts_is_decided_with_a_reason_and_everybody_reads_what_was_changed()
    {
        await SendAsync();
        var contact = new Browser(Site);
        await SayAsync(contact, "Finding 1");
        Assert.Single(await Site.LettersToAsync(scene.Editor.Email!), l => l.Kind == "fact-check-comment");

        var decide = await scene.Browser.FollowAsync(await scene.Browser.GetAsync($"/manage/summaries/{draft}/fact-checks"), "Finding 1");
        var refused = await scene.Browser.SubmitAsync(decide, new() { ["Input.Decision"] = "Accepted" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Reason", "Say what was changed, or why not");
        (await scene.Browser.SubmitAsync(refused, new() { ["Input.Reason"] = "We changed three to two." })).Shows("Accepted");

        Assert.Contains("We changed three to two.", Assert.Single(await Site.LettersToAsync("office@council.example"), l => l.Kind == "fact-check-decided").Text, StringComparison.Ordinal);
        (await contact.GetAsync(await PathAsync())).Shows("Accepted: We changed three to two.");
        await scene.PublishAsync(draft);
        var read = await new Browser(Site).GetAsync(SummaryScene.Path);
        read.Shows("Finding 1: accepted. We changed three to two.");
        read.DoesNotShow("The draft says three"); // what they wrote stays between them and the editors
    }

    [Fact]
    public async Task Neither_an_open_round_nor_an_undecided_comment_delays_publication()
    {
        await SendAsync();
        await SayAsync(new Browser(Site), "Who we heard from");

        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);
        page.Shows("Who we heard from: not decided yet.");
        var decide = await scene.Browser.FollowAsync(await scene.Browser.GetAsync($"/manage/summaries/{draft}/fact-checks"), "Who we heard from");
        await scene.Browser.SubmitAsync(decide, new() { ["Input.Decision"] = "Rejected", ["Input.Reason"] = "The number is right." });
        (await new Browser(Site).GetAsync(SummaryScene.Path)).Shows("Who we heard from: not accepted. The number is right.");
    }

    [Fact]
    public async Task The_private_page_offers_nothing_but_a_comment()
    {
        await SendAsync();
        var contact = new Browser(Site);

        var page = await contact.GetAsync(await PathAsync());

        var form = Assert.Single(page.Forms, f => f.Method == "post");
        Assert.Equal(["Input.Where", "Input.Wrong", "Input.Right"], form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().Where(n => n.StartsWith("Input", StringComparison.Ordinal)));
        Assert.True(contact.Answer.Headers.CacheControl is { NoStore: true } or { NoCache: true });
        foreach (var action in new[] { "publish", "correct", "sections/summary", "fact-checks" })
        {
            Assert.Equal("/account/sign-in", (await contact.SendOnceAsync(HttpMethod.Get, $"/manage/summaries/{draft}/{action}")).Headers.Location?.AbsolutePath);
        }
    }

    [Fact]
    public async Task After_the_last_day_the_draft_is_no_longer_shown_and_no_comment_is_taken()
    {
        await SendAsync();
        var contact = new Browser(Site);
        var form = await contact.GetAsync(await PathAsync());
        Site.Clock.Advance(TimeSpan.FromDays(15));

        var late = await contact.SubmitAsync(form, Comment("Finding 1"));

        late.Shows("The last day was 23 June 2026");
        late.DoesNotShow("Words of Summary.");
        Assert.Equal(0, await Site.AskAsync(db => db.Set<FactCheckComment>().CountAsync()));
    }

    [Fact]
    public async Task After_publication_the_private_page_leads_to_the_public_one()
    {
        await SendAsync();
        var path = await PathAsync();
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(path);

        page.Shows("was published on");
        Assert.DoesNotContain(page.Forms, f => f.Method == "post");
    }

    [Fact]
    public async Task A_wrong_address_shows_nothing_and_a_comment_says_what_it_lacks()
    {
        await SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/fact-check/0123456789abcdef")).StatusCode);
        var contact = new Browser(Site);

        var refused = await contact.SubmitAsync(await contact.GetAsync(await PathAsync()), new() { ["Input.Where"] = "Finding 1" }, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Wrong", "Say what is wrong");
        refused.ShowsError("Input.Right", "Say what is right, and where it can be seen");
        Assert.Equal("Finding 1", refused.QuerySelector("[name='Input.Where']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_round_says_what_it_lacks()
    {
        await Site.DoAsync<CommunityVoiceDb>(db => db.Bodies.ExecuteUpdateAsync(set => set.SetProperty(b => b.ContactEmail, (string?)null)));
        var form = await scene.Browser.GetAsync($"/manage/summaries/{draft}/fact-checks");

        (await scene.Browser.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity, button: "Send the draft")).ShowsError("Input.Body", "Choose an organisation");
        var refused = await scene.Browser.SubmitAsync(form, new() { ["Input.Body"] = $"{council.Id}", ["Input.Days"] = "90" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Email", "Enter an e-mail address: none is known for Rivermead Council");
        refused.ShowsError("Input.Days", "How long do they have? must be between 1 and 20");
    }

    [Fact]
    public async Task Closing_an_account_forgets_the_address_that_a_draft_went_to()
    {
        var contact = await Site.SaveAsync(A.Person("Mo", "mo@council.example"));
        await SendAsync("mo@council.example");

        await Site.DoAsync<Leaving>(async leaving => await leaving.LeaveAsync((await Site.AskAsync(db => db.People.SingleAsync(p => p.Id == contact.Id))), default));

        Assert.Equal("", await Site.AskAsync(db => db.FactChecks.Select(c => c.Email).SingleAsync()));
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> SendAsync(string? email = null) =>
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{draft}/fact-checks"), new() { ["Input.Body"] = $"{council.Id}", ["Input.Email"] = email ?? "" });

    private async Task<string> PathAsync()
    {
        var letter = (await Site.LettersToAsync("office@council.example")).Find(l => l.Kind == "fact-check-sent")!;
        return new Uri(letter.Text.Split('\n').First(l => l.Contains("/fact-check/", StringComparison.Ordinal)).Trim()).AbsolutePath;
    }

    private async Task SayAsync(Browser contact, string where) =>
        (await contact.SubmitAsync(await contact.GetAsync(await PathAsync()), Comment(where))).Shows("We have your comment.");

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Comment(string where) => new(StringComparer.Ordinal)
    {
        ["Input.Where"] = where,
        ["Input.Wrong"] = "The draft says three.",
        ["Input.Right"] = "It is two, by the minutes of May.",
    };
}
