using CommunityVoice.Bodies;
using CommunityVoice.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Sharing;

/// <summary>Agreements on sharing are written, signed, ended and read (rule R-B17).</summary>
public sealed class SharingPagesTests : SiteTest
{
    private SharingScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await SharingScene.MakeAsync(Site);
    }

    [Fact]
    public async Task It_is_in_force_when_both_have_signed_and_everybody_sees_where_it_stands()
    {
        var path = await scene.AskedAsync();
        (await scene.ReadAsync("/sharing-agreements")).Shows("Waiting for signature");
        Assert.Contains("Two Rivers Commissioner leads an agreement", (await Site.LettersToAsync("idris@example.org")).Single(l => l.Kind == "sharing-asked").Text, StringComparison.Ordinal);
        Assert.Single(await Site.LettersToAsync("rosa@example.org"), l => l.Kind == "sharing-asked");

        (await SharingScene.SignAsync(scene.LeaderBrowser(), "Two Rivers Commissioner")).Shows("Signed. Everybody can see it.");
        await scene.Nested.CountAsync();
        (await scene.ReadAsync()).Shows(SharingScene.LeftOut); // one signature is not enough
        await scene.LeaderBrowser().GetAsync($"{path}/edit", HttpStatusCode.NotFound); // nobody changes what was signed
        await SharingScene.SignAsync(scene.SignerBrowser(), "Fellside Voice");
        await scene.Nested.CountAsync();

        (await scene.ReadAsync()).Shows("97 people heard");
        var register = await scene.ReadAsync("/sharing-agreements");
        register.Shows("Two Rivers, led by Two Rivers Commissioner");
        register.Shows("In force");
        register.Shows("Fellside Voice Signed on 9 June 2026");
        register.Shows("What is shared Public comments and their themes.");
        register.Shows("Answers for a breach The data protection officer");
        register.Shows("Kept for 24 months");
        (await scene.ReadAsync("/privacy")).Shows("See all agreements");
        Assert.Contains((await scene.ReadAsync()).QuerySelectorAll("aside a"), a => a.GetAttribute("href") == "/sharing-agreements");

        var browser = scene.LeaderBrowser();
        var end = await browser.GetAsync($"{path}/end");
        (await browser.SubmitAsync(end, new() { ["Because"] = " " }, HttpStatusCode.UnprocessableEntity)).ShowsError("Because", "Say why it ends");
        (await browser.SubmitAsync(end, new() { ["Because"] = "The assessment is out of date." })).Shows("The agreement is ended.");

        var ended = await scene.ReadAsync("/sharing-agreements");
        ended.Shows("Ended before its time on 9 June 2026: The assessment is out of date.");
        ended.DoesNotShow("In force");
        Assert.Contains("The assessment is out of date.", (await Site.LettersToAsync("idris@example.org")).Single(l => l.Kind == "sharing-stopped").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await Site.LettersToAsync("rosa@example.org"), l => l.Kind == "sharing-stopped"); // ended it herself
        await browser.GetAsync($"{path}/end", HttpStatusCode.NotFound);
        Assert.Equal(["sharing.made", "sharing.partner-asked", "sharing.signed", "sharing.signed", "sharing.stopped"], await scene.VerbsAsync());
    }

    [Fact]
    public async Task Only_those_who_may_sign_for_a_party_open_it_and_only_for_their_own()
    {
        var path = await scene.AskedAsync();
        var (stranger, moderator) = (A.Person("Stranger"), A.Person("Moderator"));
        await Site.SaveAsync(stranger, moderator);
        await Site.SaveAsync(A.Membership(stranger, scene.Nested.Places[0], Capability.Publish), A.Membership(moderator, scene.Nested.Places[1], Capability.Moderate, scene.Voice));
        var parties = await Site.AskAsync(db => db.SharingParties.ToDictionaryAsync(p => p.BodyId, p => p.Id));

        foreach (var refused in new[] { new Browser(Site, stranger.Id), new Browser(Site, moderator.Id), new Browser(Site, scene.Leader.Id, secondFactor: false) })
        {
            foreach (var page in new[] { path, $"{path}/edit", $"{path}/end", $"/manage/sign-offs/sharing/{parties[scene.Voice.Id]}" }) await RefusedAsync(refused, page);
        }
        await RefusedAsync(new Browser(Site, moderator.Id), "/manage/sharing");
        await RefusedAsync(scene.LeaderBrowser(), $"/manage/sign-offs/sharing/{parties[scene.Voice.Id]}");
        await RefusedAsync(scene.SignerBrowser(), $"{path}/edit"); // the lead writes it
        (await scene.SignerBrowser().GetAsync(path)).Shows("Sign for Fellside Voice");
        Assert.Empty((await scene.SignerBrowser().GetAsync(path)).QuerySelectorAll("[name=Body], [name=party]"));
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_and_what_was_typed_stays()
    {
        var browser = scene.LeaderBrowser();
        var form = await browser.GetAsync("/manage/sharing/new");

        var empty = await browser.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity, button: "Save the agreement");
        empty.ShowsError("Input.For", "Choose an area and who leads");
        empty.ShowsError("Input.Safeguarding", "Say whom to tell when somebody may come to harm");
        empty.ShowsError("Input.AccessRequests", "Say who answers people that ask what is held about them");
        empty.ShowsError("Input.Breaches", "Say who answers for a breach");
        empty.ShowsError("Input.EndsOn.Day", "Enter the day on which it ends");
        empty.ShowsError("Input.Assessment", "Enter the name or number of the assessment");
        empty.ShowsError("Input.PrivacyNotice", "Enter where the updated privacy notice is");
        empty.ShowsError("Input.RetentionMonths", "Enter how many months what is shared is kept");

        var answers = scene.Answers(Site.Now);
        SharingScene.Put(answers, "Input.EndsOn", FakeClock.Today);
        SharingScene.Put(answers, "Input.AssessedOn", FakeClock.Today.AddDays(1));
        (answers["Input.AssessmentLink"], answers["Input.RetentionMonths"]) = ("javascript:alert(1)", "121");
        var wrong = await browser.SubmitAsync(empty, answers, HttpStatusCode.UnprocessableEntity);
        wrong.ShowsError("Input.EndsOn.Day", "It must end after its first day");
        wrong.ShowsError("Input.AssessedOn.Day", "The assessment must be approved already: enter today or an earlier day");
        wrong.ShowsError("Input.AssessmentLink", "Enter a whole address such as https://www.example.org");
        wrong.ShowsError("Input.RetentionMonths", "Enter a whole number of months from 1 to 120");
        Assert.Equal("Whoever holds it", wrong.QuerySelector("[name='Input.AccessRequests']")!.GetAttribute("value"));
        Assert.False(await Site.AskAsync(db => db.SharingAgreements.AnyAsync()));
    }

    [Fact]
    public async Task Whoever_does_not_sign_says_why_and_the_lead_can_go_on_without()
    {
        var path = await scene.AskedAsync();
        var browser = scene.SignerBrowser();
        var page = await browser.FollowAsync(await browser.GetAsync("/manage/sign-offs"), "Sharing in Two Rivers");

        (await browser.SubmitAsync(page, expected: HttpStatusCode.UnprocessableEntity, button: "Say that we do not sign")).ShowsError("Reason", "Say why you do not sign");
        await browser.SubmitAsync(page, new() { ["Reason"] = "Nobody told our residents." }, button: "Say that we do not sign");

        (await scene.ReadAsync("/sharing-agreements")).Shows("Fellside Voice Nobody told our residents. Does not sign");
        var lead = scene.LeaderBrowser();
        (await lead.SubmitAsync(await lead.GetAsync(path), button: "Go on without")).Shows("Fellside Voice is not part of it any more.");
        (await scene.ReadAsync("/sharing-agreements")).Shows("There is no agreement yet");
    }

    [Fact]
    public async Task A_lead_that_is_left_alone_has_signed_nothing_and_can_ask_and_change_again()
    {
        var path = await scene.AskedAsync();
        await SharingScene.SignAsync(scene.LeaderBrowser(), "Two Rivers Commissioner");
        var lead = scene.LeaderBrowser();

        await lead.SubmitAsync(await lead.GetAsync(path), button: "Go on without");

        var page = await lead.GetAsync(path);
        page.Shows("Two Rivers Commissioner, which leads Not signed");
        Assert.NotNull(page.QuerySelector("[name=Body]"));
        await lead.GetAsync($"{path}/edit");
    }

    [Fact]
    public async Task Signs_that_nobody_sees_are_no_answer()
    {
        var browser = scene.LeaderBrowser();
        var answers = scene.Answers(Site.Now);
        (answers["Input.Safeguarding"], answers["Input.Breaches"], answers["Input.AssessmentLink"]) = ("\ufeff\u202e", "\u202e", "\ufeff");

        var wrong = await browser.SubmitAsync(await browser.GetAsync("/manage/sharing/new"), answers, HttpStatusCode.UnprocessableEntity);

        wrong.ShowsError("Input.Safeguarding", "Say whom to tell when somebody may come to harm");
        wrong.ShowsError("Input.Breaches", "Say who answers for a breach");
        wrong.ShowsError("Input.AssessmentLink", "Enter where the assessment is");
        Assert.False(await Site.AskAsync(db => db.SharingAgreements.AnyAsync()));
    }

    [Fact]
    public async Task Whoever_was_too_slow_keeps_what_they_wrote_and_reads_why()
    {
        var path = await scene.AskedAsync();
        var lead = scene.LeaderBrowser();
        var (edit, page) = (await lead.GetAsync($"{path}/edit"), await lead.GetAsync(path));
        await SharingScene.SignAsync(scene.SignerBrowser(), "Fellside Voice");

        var refused = await lead.SubmitAsync(edit, new() { ["Input.What"] = "All that I wrote." }, HttpStatusCode.UnprocessableEntity);
        refused.Shows("It was signed or ended since you opened it");
        Assert.Equal("All that I wrote.", refused.QuerySelector("[name='Input.What']")!.TextContent.Trim());
        (await lead.SubmitAsync(page, button: "Go on without")).Shows("It has signed or gone since you opened this.");
        Assert.Equal(2, await Site.AskAsync(db => db.SharingParties.CountAsync()));
    }

    [Fact]
    public async Task Whoever_does_not_share_cannot_end_it_for_others_and_nobody_is_asked_to_sign_what_ended()
    {
        var path = await scene.AskedAsync();
        await SharingScene.SignAsync(scene.LeaderBrowser(), "Two Rivers Commissioner");

        Assert.DoesNotContain("End the agreement", (await scene.SignerBrowser().GetAsync(path)).Words(), StringComparison.Ordinal);
        await RefusedAsync(scene.SignerBrowser(), $"{path}/end");
        (await scene.SignerBrowser().GetAsync("/manage/sign-offs")).Shows("Sharing in Two Rivers");
        var lead = scene.LeaderBrowser();
        await lead.SubmitAsync(await lead.GetAsync($"{path}/end"), new() { ["Because"] = "We wait." });

        (await scene.SignerBrowser().GetAsync("/manage/sign-offs")).DoesNotShow("Sharing in Two Rivers");
    }

    [Fact]
    public async Task Nobody_signs_a_text_that_was_changed_after_they_read_it()
    {
        var path = await scene.AskedAsync();
        var (browser, lead) = (scene.SignerBrowser(), scene.LeaderBrowser());
        var read = await browser.FollowAsync(await browser.GetAsync("/manage/sign-offs"), "Sharing in Two Rivers");
        await lead.SubmitAsync(await lead.GetAsync($"{path}/edit"), new() { ["Input.What"] = "Everything, names too." });

        var again = await browser.SubmitAsync(read, button: "Sign it for Fellside Voice");

        again.Shows("The agreement was changed since you opened it.");
        again.Shows("Everything, names too.");
        Assert.False(await Site.AskAsync(db => db.SharingParties.AnyAsync(p => p.SignedAt != null)));
        (await browser.SubmitAsync(again, button: "Sign it for Fellside Voice")).Shows("Signed. Everybody can see it.");
    }

    [Fact]
    public async Task The_people_of_the_lead_are_told_once_sixty_days_before_it_ends()
    {
        await scene.AgreedAsync(until: FakeClock.Today.AddDays(61));
        Assert.Equal(0, await RemindAsync());
        Site.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(1, await RemindAsync());
        Assert.Equal(0, await RemindAsync());

        var letter = Assert.Single(await Site.AskAsync(db => db.Letters.Where(l => l.Kind == "sharing-ends").ToListAsync()));
        Assert.Equal("rosa@example.org", letter.To);
        Assert.Contains("It is with: Fellside Voice.", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stays_signed_when_whoever_signed_closes_their_account()
    {
        var agreement = await scene.AgreedAsync();
        var browser = scene.SignerBrowser();

        await browser.SubmitAsync(await browser.GetAsync("/account/close"), button: "Close my account");

        var party = await Site.AskAsync(db => db.SharingParties.SingleAsync(p => p.AgreementId == agreement.Id && p.BodyId == scene.Voice.Id));
        Assert.Null(party.SignedById);
        Assert.True(party.HasSigned);
        Assert.Null(await Site.AskAsync(db => db.SharingAgreements.Select(a => a.MadeById).SingleAsync()));
        (await scene.ReadAsync("/sharing-agreements")).Shows("In force");
    }

    private static async Task RefusedAsync(Browser browser, string path) =>
        Assert.Equal("/account/not-allowed", (await browser.SendOnceAsync(HttpMethod.Get, path)).Headers.Location?.AbsolutePath);

    private Task<int> RemindAsync() => Site.AskAsync<SharingReminders, int>(r => r.SendDueAsync(default));
}
