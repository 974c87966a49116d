using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Summaries;

public sealed class SignOffTests : SiteTest
{
    private readonly Body council = A.Body("Rivermead Council", BodyKind.Council);
    private readonly Body circle = A.Body("Carers Circle", BodyKind.CommunityGroup);
    private readonly Person signer = A.Person("Bron P");
    private readonly Person colleague = A.Person("Cole D");
    private SummaryScene scene = null!;
    private long draft;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SummaryScene.MakeAsync(Site);
        await Site.SaveAsync(signer, colleague);
        await Site.SaveAsync(A.Membership(signer, scene.Area, Capability.Respond, council));
        await Site.SaveAsync(new Membership(colleague.Id, council, Capability.SupportIdeas, "Officer", FakeClock.Start.AddDays(-30)));
        circle.Grant(scene.Area, Capability.SupportIdeas, "A group", "Agreed locally", FakeClock.Today.AddDays(-9));
        await Site.SaveAsync(circle);
        draft = await scene.DraftAsync();
    }

    [Fact]
    public async Task Who_signed_and_who_is_missing_is_named_and_keeps_nothing_back()
    {
        await AskAsync(council);
        await AskAsync(circle);
        await SignAsync();
        (await scene.Browser.GetAsync($"/manage/summaries/{draft}/publish")).Shows("Carers Circle has not signed this text.");
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);

        page.Shows("1 of 2 partners; missing: Carers Circle");
        var signed = page.QuerySelectorAll("section[aria-labelledby=signed] li").Select(li => li.Words()).ToList();
        Assert.Contains(signed, li => li.StartsWith("Rivermead Council", StringComparison.Ordinal) && li.EndsWith(" Signed", StringComparison.Ordinal));
        Assert.Contains(signed, li => li.StartsWith("Carers Circle", StringComparison.Ordinal) && li.EndsWith("Not signed", StringComparison.Ordinal));
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "summary.signed" && e.PersonId == signer.Id)));
    }

    [Fact]
    public async Task Those_who_may_sign_are_told_and_nobody_else()
    {
        await AskAsync(council);

        Assert.Single(await Site.LettersToAsync(signer.Email!), l => l.Kind == "sign-off-asked" && l.Text.Contains("/manage/sign-offs", StringComparison.Ordinal));
        Assert.DoesNotContain(await Site.LettersToAsync(colleague.Email!), l => l.Kind == "sign-off-asked");
    }

    [Fact]
    public async Task Whoever_signs_may_sign_after_publication_too()
    {
        await AskAsync(council);
        await scene.PublishAsync(draft);
        (await new Browser(Site).GetAsync(SummaryScene.Path)).Shows("missing: Rivermead Council");

        await SignAsync();

        (await new Browser(Site).GetAsync(SummaryScene.Path)).Shows("1 of 1 partner.");
    }

    [Fact]
    public async Task Whoever_does_not_sign_says_why_and_everybody_reads_it()
    {
        await AskAsync(council);
        var browser = new Browser(Site, signer.Id);
        var page = await OpenAsync(browser);

        var refused = await browser.SubmitAsync(page, expected: HttpStatusCode.UnprocessableEntity, button: "Say that we do not sign");
        refused.ShowsError("Reason", "Say why you do not sign");
        (await browser.SubmitAsync(refused, new() { ["Reason"] = "The figures are not ours." })).Shows("Does not sign");
        await scene.PublishAsync(draft);

        (await new Browser(Site).GetAsync(SummaryScene.Path)).Shows("The figures are not ours.");
    }

    [Fact]
    public async Task A_text_that_was_changed_after_the_signature_says_so()
    {
        await AskAsync(council);
        await SignAsync();
        await scene.WriteAsync(draft, SectionKind.Summary, "Something else.");
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(SummaryScene.Path);

        page.Shows("and the text was changed after that Signed an earlier text");
        page.Shows("0 of 1 partner; missing: Rivermead Council");
    }

    [Fact]
    public async Task A_correction_is_signed_anew()
    {
        await AskAsync(council);
        await SignAsync();
        await scene.PublishAsync(draft);
        await scene.CorrectedAsync(draft, SectionKind.Summary, "Three crossings.");

        var reader = new Browser(Site);
        (await reader.GetAsync(SummaryScene.Path)).Shows("missing: Rivermead Council");
        (await reader.GetAsync($"{SummaryScene.Path}/v1")).Shows("1 of 1 partner.");
    }

    [Fact]
    public async Task Nobody_signs_for_a_body_that_did_not_lend_them_that()
    {
        await AskAsync(council);
        var partner = await Site.AskAsync(db => db.SummaryPartners.Select(p => p.Id).SingleAsync());

        foreach (var person in new[] { colleague.Id, scene.Editor.Id })
        {
            var browser = new Browser(Site, person);
            Assert.Equal("/account/not-allowed", (await browser.SendOnceAsync(HttpMethod.Get, $"/manage/sign-offs/{partner}")).Headers.Location?.AbsolutePath);
            (await browser.GetAsync("/manage/sign-offs")).Shows("Your organisation is not asked to sign anything.");
        }
        Assert.Equal("/account/not-allowed", (await new Browser(Site, signer.Id, secondFactor: false).SendOnceAsync(HttpMethod.Get, $"/manage/sign-offs/{partner}")).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_partner_is_taken_out_of_a_draft_and_can_be_asked_once()
    {
        var page = await AskAsync(council);
        Assert.DoesNotContain(page.QuerySelectorAll("option"), o => o.TextContent == "Rivermead Council");

        var left = await scene.Browser.SubmitAsync(page, button: "Remove Rivermead Council");

        left.Shows("Nobody is asked yet.");
        Assert.DoesNotContain(left.QuerySelectorAll("option"), o => o.TextContent == "Rivermead Voice");
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> AskAsync(Body body) =>
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"/manage/summaries/{draft}/partners"), new() { ["Body"] = $"{body.Id}" });

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(Browser browser)
    {
        var list = await browser.GetAsync("/manage/sign-offs");
        return await browser.GetAsync(Assert.Single(list.QuerySelectorAll("main .cv-tasks a")).GetAttribute("href")!);
    }

    private async Task SignAsync()
    {
        var browser = new Browser(Site, signer.Id);
        var page = await OpenAsync(browser);
        (await browser.SubmitAsync(page, button: "Sign it as it is now")).Shows("Signed. Everybody can see it");
    }
}
