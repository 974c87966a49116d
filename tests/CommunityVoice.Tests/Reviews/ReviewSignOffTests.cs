using CommunityVoice.Bodies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Reviews;

/// <summary>Several bodies sign what is taken from a review, and the missing one is named (rule R-I31).</summary>
public sealed class ReviewSignOffTests : SiteTest
{
    private const string Asked = "review-sign-off-asked";
    private readonly Body circle = A.Body("Carers Circle", BodyKind.CommunityGroup);
    private ReviewScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ReviewScene.MakeAsync(Site);
        circle.Grant(scene.Said.Area, Capability.SupportIdeas, "A group", "Agreed locally", FakeClock.Today.AddDays(-9));
        await Site.SaveAsync(circle);
    }

    [Fact]
    public async Task Who_signed_and_who_is_missing_is_named_on_the_public_page()
    {
        await AskAsync(scene.Council);
        await AskAsync(circle);
        var reader = new Browser(Site);
        (await reader.GetAsync(ReviewScene.Path)).Shows("These are asked to sign what is taken from it, once it is concluded.");
        await scene.ConcludeAsync();
        (await reader.GetAsync(ReviewScene.Path)).Shows("0 of 2 signed; missing: Carers Circle; missing: Rivermead Council");

        (await SignAsync()).Shows("Signed. Everybody can see it.");

        var page = await reader.GetAsync(ReviewScene.Path);
        page.Shows("1 of 2 signed; missing: Carers Circle");
        var signed = page.QuerySelectorAll("section[aria-labelledby=signed] li").Select(li => li.Words()).ToList();
        Assert.Contains(signed, li => li.StartsWith("Rivermead Council on ", StringComparison.Ordinal) && li.EndsWith(" Signed", StringComparison.Ordinal));
        Assert.Contains(signed, li => li.StartsWith("Carers Circle asked on ", StringComparison.Ordinal) && li.EndsWith("Not signed", StringComparison.Ordinal));
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "review.signed" && e.PersonId == scene.Responder.Id)));
        (await scene.Answerer().GetAsync("/manage/sign-offs")).Shows("Neighbourhood review for Rivermead Council Signed");
    }

    [Fact]
    public async Task Partners_are_told_when_there_is_something_to_sign_and_not_before()
    {
        await AskAsync(scene.Council);
        Assert.Empty(await scene.LettersAsync(scene.Responder.Email!, Asked));
        var waiting = await ReviewScene.OpenToSignAsync(scene.Answerer());
        waiting.Shows("There is nothing to sign yet");
        Assert.Empty(waiting.QuerySelectorAll("main form"));

        await scene.ConcludeAsync();

        var letter = Assert.Single(await scene.LettersAsync(scene.Responder.Email!, Asked));
        Assert.Contains("Rivermead Voice asks Rivermead Council to sign", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/manage/sign-offs", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_asked_after_the_conclusion_is_told_at_once_and_cannot_be_taken_out()
    {
        await scene.ConcludeAsync();

        var page = await AskAsync(scene.Council);

        page.Shows("Rivermead Council is asked to sign.");
        Assert.Single(await scene.LettersAsync(scene.Responder.Email!, Asked));
        Assert.Empty(page.QuerySelectorAll("button[name=partner]"));
        Assert.DoesNotContain(page.QuerySelectorAll("option"), o => o.TextContent is "Rivermead Council" or "Rivermead Voice");
    }

    [Fact]
    public async Task Whoever_does_not_sign_says_why_everybody_reads_it_and_they_may_change_their_mind()
    {
        await AskAsync(scene.Council);
        await scene.ConcludeAsync();
        var browser = scene.Answerer();
        var page = await ReviewScene.OpenToSignAsync(browser);
        page.Shows("Help at night comes first.");

        var refused = await browser.SubmitAsync(page, expected: HttpStatusCode.UnprocessableEntity, button: "Say that we do not sign");
        refused.ShowsError("Reason", "Say why you do not sign");
        var said = await browser.SubmitAsync(refused, new() { ["Reason"] = "Nobody counted the nights." });

        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("Nobody counted the nights. Does not sign");
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("0 of 1 signed; missing: Rivermead Council");
        await browser.SubmitAsync(said, button: "Sign it for Rivermead Council");
        (await new Browser(Site).GetAsync(ReviewScene.Path)).Shows("1 of 1 signed.");
    }

    [Fact]
    public async Task A_partner_is_taken_out_before_the_conclusion_and_then_not_named()
    {
        var page = await AskAsync(scene.Council);

        var left = await scene.Editor.SubmitAsync(page, button: "Remove Rivermead Council");

        left.Shows("Nobody is asked yet.");
        (await new Browser(Site).GetAsync(ReviewScene.Path)).DoesNotShow("Who is asked to sign it");
        (await scene.Answerer().GetAsync("/manage/sign-offs")).Shows("Your organisation is not asked to sign anything.");
    }

    [Fact]
    public async Task Nobody_signs_for_a_body_that_did_not_lend_them_that()
    {
        await AskAsync(scene.Council);
        await scene.ConcludeAsync();
        var partner = await Site.AskAsync(db => db.ReviewPartners.Select(p => p.Id).SingleAsync());
        var colleague = await Site.SaveAsync(A.Person("Cole D"));
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            var council = await db.Bodies.SingleAsync(b => b.Slug == "rivermead-council");
            db.Memberships.Add(new Membership(colleague.Id, council, Capability.SupportIdeas, "Officer", FakeClock.Start.AddDays(-30)));
            await db.SaveChangesAsync();
        });

        foreach (var person in new[] { colleague.Id, scene.Said.Editor.Id })
            Assert.Equal("/account/not-allowed", (await new Browser(Site, person).SendOnceAsync(HttpMethod.Get, $"/manage/sign-offs/reviews/{partner}")).Headers.Location?.AbsolutePath);
        Assert.Equal("/account/not-allowed", (await new Browser(Site, scene.Responder.Id, secondFactor: false).SendOnceAsync(HttpMethod.Get, $"/manage/sign-offs/reviews/{partner}")).Headers.Location?.AbsolutePath);
        Assert.Equal("/account/not-allowed", (await scene.Answerer().SendOnceAsync(HttpMethod.Get, $"/manage/sign-offs/impacts/{partner}")).Headers.Location?.AbsolutePath);
        await scene.Answerer().GetAsync($"/manage/sign-offs/reviews/{partner}");
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> AskAsync(Body body) =>
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/partners"), new() { ["Body"] = body.Slug });

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> SignAsync()
    {
        var browser = scene.Answerer();
        return await browser.SubmitAsync(await ReviewScene.OpenToSignAsync(browser), button: "Sign it for Rivermead Council");
    }
}
