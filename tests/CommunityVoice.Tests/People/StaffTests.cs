using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.People;

public sealed partial class StaffTests : SiteTest
{
    private readonly Area place = A.Area();
    private readonly Body voice = A.Body();
    private Person admin = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        admin = await Site.SaveAsync(A.Person("Sam K", "sam@example.org"));
        voice.Grant(place, Capability.Moderate | Capability.Publish | Capability.Administer, "The voice body", "Contract", FakeClock.Today.AddDays(-100));
        await Site.SaveAsync(voice);
        await Site.SaveAsync(new Membership(admin.Id, voice, Capability.Administer, "Manager", FakeClock.Start.AddDays(-9)));
    }

    [Fact]
    public async Task A_code_by_email_alone_opens_no_staff_page_and_the_refusal_says_what_to_do()
    {
        var browser = new Browser(Site);
        var page = await SignInAsync(browser, "sam@example.org");
        page.Shows("Set up your second step");
        page = await browser.GetAsync("/manage/bodies/rivermead-voice/people", HttpStatusCode.Forbidden);
        page.Shows("This page needs your second step");
        page = await browser.FollowAsync(page, "Continue to the second step");
        page.Shows("Set up your second step");
    }

    [Fact]
    public async Task With_a_code_from_their_phone_staff_reach_their_pages_now_and_at_the_next_signing_in()
    {
        var browser = new Browser(Site);
        var page = await SignInAsync(browser, "sam@example.org");
        var key = page.QuerySelector(".cv-key")!.TextContent;
        Assert.NotNull(page.QuerySelector("svg path"));
        page = await browser.SubmitAsync(page, Code("000000"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(key, page.QuerySelector(".cv-key")!.TextContent);
        var code = Totp(key);
        page = await browser.SubmitAsync(page, Code(code));
        var recovery = page.QuerySelectorAll("main li code").Select(c => c.TextContent).ToList();
        Assert.Equal(10, recovery.Count);
        (await browser.GetAsync("/manage/bodies/rivermead-voice/people")).Shows("Sam K");

        var another = new Browser(Site);
        page = await SignInAsync(another, "sam@example.org");
        page.Shows("Your second step");
        await another.GetAsync("/manage/bodies/rivermead-voice/people", HttpStatusCode.Forbidden);
        page = await another.GetAsync("/account/second-factor/enter?returnUrl=%2Fmanage%2Fbodies%2Frivermead-voice%2Fpeople");
        await another.SubmitAsync(page, Code(code), HttpStatusCode.UnprocessableEntity); // each code works once
        page = await another.SubmitAsync(page, Code(recovery[0]));
        page.Shows("People of Rivermead Voice");

        Site.Clock.Advance(TimeSpan.FromMinutes(2)); // the session is checked and renewed, and keeps what it had
        await another.GetAsync("/manage/bodies/rivermead-voice/people");
        Site.Clock.Advance(TimeSpan.FromHours(12));
        await another.GetAsync("/manage/bodies/rivermead-voice/people", HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_is_invited_accepts_with_that_address_and_no_other()
    {
        var browser = new Browser(Site, admin.Id);
        var page = await browser.GetAsync("/manage/bodies/rivermead-voice/people/invite");
        page = await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Email"] = "grace@example.org", ["Input.Role"] = "Moderator", ["Input.May"] = "Moderate" });
        page.Shows("grace@example.org");
        var letter = Assert.Single(await Site.LettersToAsync("grace@example.org"));
        var link = InvitationLink().Match(letter.Text).Value;

        var stranger = await Site.SaveAsync(A.Person("Stan"));
        (await new Browser(Site, stranger.Id).GetAsync(link)).Shows("sent to another e-mail address");
        Assert.Equal(1, await Site.AskAsync(db => db.Memberships.CountAsync()));

        var grace = new Browser(Site);
        page = await SignInAsync(grace, "grace@example.org", link);
        page = await grace.GetAsync(link);
        page = await grace.SubmitAsync(page, button: "Accept");
        page.Shows("Set up your second step");
        var membership = await Site.AskAsync(db => db.Memberships.Include(m => m.Person).SingleAsync(m => m.Person.Email == "grace@example.org"));
        Assert.Equal((Capability.Moderate, "Moderator"), (membership.Capabilities, membership.Role));
        await grace.GetAsync(link, HttpStatusCode.Gone);
        Assert.Equal(["member.accepted", "member.added", "member.invited"],
            await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("member.")).Select(e => e.Verb).OrderBy(v => v).ToListAsync()));
    }

    [Fact]
    public async Task A_role_can_be_changed_and_ended_and_an_invitation_cancelled()
    {
        var grace = await Site.SaveAsync(A.Person("Grace N"));
        await Site.SaveAsync(new Membership(grace.Id, voice, Capability.Moderate, "Moderator", FakeClock.Start));
        var browser = new Browser(Site, admin.Id);
        var page = await browser.FollowAsync(await browser.GetAsync("/manage/bodies/rivermead-voice/people"), "Grace N");
        page = await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Role"] = "Editor", ["Input.May"] = new(["Moderate", "Publish"]) });
        page.Shows("Editor");
        page = await browser.FollowAsync(page, "Grace N");
        page = await browser.SubmitAsync(page, button: "End their role");
        page.DoesNotShow("Grace N");

        page = await browser.SubmitAsync(await browser.GetAsync("/manage/bodies/rivermead-voice/people/invite"), new(StringComparer.Ordinal) { ["Input.Email"] = "wei@example.org" });
        var link = InvitationLink().Match((await Site.LettersToAsync("wei@example.org"))[^1].Text).Value;
        page = await browser.SubmitAsync(page, button: "Cancel the invitation to wei@example.org");
        page.DoesNotShow("wei@example.org");
        await new Browser(Site, grace.Id).GetAsync(link, HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Nobody_manages_people_outside_the_areas_they_administer()
    {
        var elsewhere = A.Body("Elsewhere Council", BodyKind.Council);
        elsewhere.Grant(A.Area("Elsewhere"), Capability.Respond, "Council", "Law", FakeClock.Today.AddDays(-9));
        await Site.SaveAsync(elsewhere);
        await new Browser(Site, admin.Id).GetAsync("/manage/bodies/elsewhere-council/people", HttpStatusCode.Forbidden);
        await new Browser(Site, admin.Id).GetAsync("/manage/bodies/no-such-body/people", HttpStatusCode.NotFound);
        var resident = await Site.SaveAsync(A.Person());
        (await new Browser(Site, resident.Id).GetAsync("/manage/bodies/rivermead-voice/people", HttpStatusCode.Forbidden)).Shows("a role that your account does not have");
    }

    [Fact]
    public async Task A_new_address_is_confirmed_before_it_counts_and_the_old_one_is_told()
    {
        var asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        var browser = new Browser(Site, asha.Id);
        var page = await browser.SubmitAsync(await browser.GetAsync("/account/email"), new(StringComparer.Ordinal) { ["Input.Email"] = "asha.new@example.org" });
        page.Shows("Check your new inbox");
        var link = EmailLink().Match(Assert.Single(await Site.LettersToAsync("asha.new@example.org")).Text).Value;
        Assert.Equal("asha@example.org", await Site.AskAsync(db => db.People.Where(p => p.Id == asha.Id).Select(p => p.Email).SingleAsync()));

        page = await browser.GetAsync(link);
        (await browser.SubmitAsync(page, button: "Confirm this address")).Shows("Your e-mail address is changed");
        Assert.Single(await Site.LettersToAsync("asha@example.org"));
        await browser.GetAsync(link, HttpStatusCode.Gone);
        Assert.Contains("/account/sign-in", (await browser.GetAsync("/account")).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_demonstration_sign_in_here()
    {
        await Site.SaveAsync(A.Person("Grace N", "moderator@rivermead.example"));
        await new Browser(Site).GetAsync("/demo/sign-in/moderator", HttpStatusCode.NotFound);
    }

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Code(string code) => new(StringComparer.Ordinal) { ["Input.Code"] = code };

    private async Task<IHtmlDocument> SignInAsync(Browser browser, string email, string? returnUrl = null)
    {
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        var page = await browser.GetAsync("/account/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        page = await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Email"] = email });
        return await browser.SubmitAsync(page, Code(SixDigits().Match((await Site.LettersToAsync(email))[^1].Subject).Value));
    }

    /// <summary>What an authenticator app shows now (RFC 6238); it keeps real time, as the site's check of it does.</summary>
    private static string Totp(string key)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // authenticator apps use SHA-1
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^\d{6}", RegexOptions.None, 1000)]
    private static partial Regex SixDigits();

    [GeneratedRegex("/account/invitations/[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex InvitationLink();

    [GeneratedRegex(@"/account/email/[\w-]+", RegexOptions.None, 1000)]
    private static partial Regex EmailLink();
}
