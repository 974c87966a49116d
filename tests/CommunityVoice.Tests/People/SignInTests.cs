using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.People;

public sealed partial class SignInTests : SiteTest
{
    private const string Email = "asha@example.org";

    [Fact]
    public async Task Somebody_new_signs_in_by_code_and_is_asked_who_they_are_afterwards()
    {
        var browser = new Browser(Site);
        var page = await AskAsync(browser, Email);
        page.Shows(Email);

        page = await EnterAsync(browser, page, await CodeAsync());
        Assert.EndsWith("/account/welcome?returnUrl=%2Faccount", page.Url, StringComparison.Ordinal);

        var form = new Dictionary<string, Microsoft.Extensions.Primitives.StringValues>(StringComparer.Ordinal) { ["Input.DisplayName"] = "Asha B", ["Input.Voice"] = "Carer" };
        page = await browser.SubmitAsync(page, form);
        page.Shows("Asha B");
        page.Shows("Carer");
        Assert.Contains("Asha B", page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_known_comes_back_to_the_page_they_wanted()
    {
        await Site.SaveAsync(A.Person("Asha B", Email));
        var browser = new Browser(Site);
        var page = await AskAsync(browser, "  Asha@Example.ORG ", "/account/profile");
        page = await EnterAsync(browser, page, await CodeAsync());
        Assert.EndsWith("/account/profile", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("__Host-request", browser.Cookies.Names);
        Assert.Equal(1, await Site.AskAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_code_runs_out_after_ten_minutes()
    {
        var browser = new Browser(Site);
        var page = await AskAsync(browser, Email);
        Site.Clock.Advance(TimeSpan.FromMinutes(10));
        page = await EnterAsync(browser, page, await CodeAsync(), HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Input.Code", "This code no longer works. Ask for a new one below");
        await IsSignedOutAsync(browser);
    }

    [Fact]
    public async Task A_code_and_its_link_work_once()
    {
        var browser = new Browser(Site);
        var page = await AskAsync(browser, Email);
        var (code, link) = (await CodeAsync(), await LinkAsync());
        await EnterAsync(browser, page, code);

        var another = new Browser(Site);
        await another.GetAsync(link, HttpStatusCode.Gone);
        page = await browser.GetAsync("/account/sign-in/code");
        Assert.Contains("/account/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_code_ends_the_one_before()
    {
        var browser = new Browser(Site);
        var page = await AskAsync(browser, Email);
        var (old, oldLink) = (await CodeAsync(), await LinkAsync());
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await browser.SubmitAsync(page, button: "Send a new code");
        page.Shows("We have sent a new code");

        await new Browser(Site).GetAsync(oldLink, HttpStatusCode.Gone);
        if (old != await CodeAsync()) (await EnterAsync(browser, page, old, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Code", "That is not the code we sent. Check it and try again");
        await EnterAsync(browser, page, await CodeAsync());
    }

    [Fact]
    public async Task A_code_works_only_in_the_browser_that_asked_for_it()
    {
        await AskAsync(new Browser(Site), Email);
        var code = await CodeAsync();

        var another = new Browser(Site);
        var page = await another.GetAsync("/account/sign-in/code");
        Assert.EndsWith("/account/sign-in", page.Url, StringComparison.Ordinal);
        page = await AskAsync(another, "somebody.else@example.org");
        var theirs = await CodeAsync("somebody.else@example.org");
        if (code != theirs) await EnterAsync(another, page, code, HttpStatusCode.UnprocessableEntity);
        await IsSignedOutAsync(another);
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_does_not_work_either()
    {
        var browser = new Browser(Site);
        var page = await AskAsync(browser, Email);
        var right = await CodeAsync();
        var wrong = right == "000000" ? "000001" : "000000";
        for (var i = 0; i < SignInRequest.TriesAllowed; i++) page = await EnterAsync(browser, page, wrong, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Input.Code", "This code no longer works. Ask for a new one below");
        await EnterAsync(browser, page, right, HttpStatusCode.UnprocessableEntity);
        await new Browser(Site).GetAsync(await LinkAsync(), HttpStatusCode.Gone);
    }

    [Fact]
    public async Task Looking_at_the_link_signs_nobody_in_and_its_button_does_on_any_device()
    {
        await AskAsync(new Browser(Site), Email);
        var link = await LinkAsync();

        var scanner = new Browser(Site);
        await scanner.GetAsync(link);
        await scanner.GetAsync(link);
        Assert.DoesNotContain("__Host-CommunityVoice", scanner.Cookies.Names);

        var phone = new Browser(Site);
        var page = await phone.GetAsync(link);
        page.Shows(Email);
        page = await phone.SubmitAsync(page);
        Assert.Contains("/account/welcome", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_with_an_account_and_one_without_get_the_same_answer_and_the_same_letter()
    {
        await Site.SaveAsync(A.Person("Asha B", Email));
        var known = await AskAsync(new Browser(Site), Email);
        var unknown = await AskAsync(new Browser(Site), "nobody@example.org");
        Assert.Equal(known.Words().Replace(Email, "", StringComparison.Ordinal), unknown.Words().Replace("nobody@example.org", "", StringComparison.Ordinal));
        Assert.Equal(
            await LettersWithoutSecretsAsync(Email),
            await LettersWithoutSecretsAsync("nobody@example.org"));
        Assert.Equal(1, await Site.AskAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task Neither_code_nor_link_lies_in_the_database_once_the_letter_is_sent()
    {
        await AskAsync(new Browser(Site), Email);
        var (code, link) = (await CodeAsync(), await LinkAsync());
        await Site.DoAsync<CommunityVoice.Notifications.LetterSender>(s => s.SendDueAsync(default));

        var letter = Assert.Single(await Site.LettersToAsync(Email));
        Assert.DoesNotContain(code, letter.Subject + letter.Text + letter.Html, StringComparison.Ordinal);
        var request = await Site.AskAsync(db => db.SignInRequests.SingleAsync());
        Assert.DoesNotContain(code, request.CodeHash, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('/')[^1], request.LinkHash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_is_sent_five_codes_in_a_quarter_of_an_hour()
    {
        var browser = new Browser(Site);
        for (var i = 0; i < SignIns.MostForAddress; i++) await AskAsync(browser, Email);
        var page = await AskAsync(browser, Email, expected: HttpStatusCode.TooManyRequests);
        page.ShowsError("Input.Email", "We have sent 5 codes to this address in a short time. Use the newest, or wait 15 minutes and ask again");
        Assert.Equal("900", browser.Answer.Headers.GetValues("Retry-After").Single());

        await EnterAsync(browser, await browser.GetAsync("/account/sign-in/code"), await CodeAsync());
        Site.Clock.Advance(SignIns.Spell);
        await AskAsync(new Browser(Site), Email);
    }

    [Theory]
    [InlineData("")]
    [InlineData("asha")]
    [InlineData("asha@localhost")]
    [InlineData("Asha <asha@example.org>")]
    [InlineData("asha@example.org, bill@example.org")]
    public async Task What_is_no_address_is_said_so_and_kept(string typed)
    {
        var page = await AskAsync(new Browser(Site), typed, expected: HttpStatusCode.UnprocessableEntity);
        Assert.Equal(typed, page.QuerySelector("#Input_Email")!.GetAttribute("value") ?? "");
        Assert.NotNull(page.QuerySelector("[data-error-summary] a[href='#Input_Email']"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/account/sign-out")]
    public async Task Signing_in_leads_only_to_pages_of_this_site(string returnUrl)
    {
        await Site.SaveAsync(A.Person("Asha B", Email));
        var browser = new Browser(Site);
        var page = await AskAsync(browser, Email, returnUrl);
        page = await EnterAsync(browser, page, await CodeAsync());
        Assert.Equal("https://localhost/account", page.Url);
    }

    [Fact]
    public async Task Each_signing_in_makes_a_new_session_and_signing_out_everywhere_ends_them_all()
    {
        await Site.SaveAsync(A.Person("Asha B", Email));
        var (laptop, phone) = (new Browser(Site), new Browser(Site));
        await EnterAsync(laptop, await AskAsync(laptop, Email), await CodeAsync());
        await EnterAsync(phone, await AskAsync(phone, Email), await CodeAsync());
        Assert.NotEqual(laptop.Cookies.Header, phone.Cookies.Header);

        await phone.SubmitAsync(await phone.GetAsync("/account/sign-out-everywhere"));
        await IsSignedOutAsync(phone);
        Site.Clock.Advance(TimeSpan.FromSeconds(61));
        await IsSignedOutAsync(laptop);
    }

    [Fact]
    public async Task A_draft_survives_a_wrong_address_a_newer_code_and_another_device_and_is_published_once()
    {
        await Site.SaveAsync(A.Consultation());
        var browser = new Browser(Site);
        var hidden = await Site.AskAsync<Drafts, string>(d => Task.FromResult(d.Protect(new Draft("safer-crossings", null, "The lights change too fast.", "Asha B"))));
        var page = await browser.GetAsync("/account/sign-in");
        page.QuerySelector("[name=Draft]")!.SetAttribute("value", hidden);
        page = await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Email"] = "asha" }, HttpStatusCode.UnprocessableEntity);
        page.Shows("The lights change too fast.");
        page = await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Email"] = "wrong@example.org" });
        page = await browser.FollowAsync(page, "Use another e-mail address");
        page = await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Email"] = Email });
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        await browser.SubmitAsync(page, button: "Send a new code");

        var stranger = await new Browser(Site).GetAsync(await LinkAsync("wrong@example.org"), HttpStatusCode.Gone);
        stranger.DoesNotShow("The lights");
        var phone = new Browser(Site);
        page = await phone.GetAsync(await LinkAsync());
        page.Shows("The lights change too fast.");
        page = await phone.SubmitAsync(page, button: "Sign in and send it");
        page.Shows("Your comment is in");
        Assert.Equal("The lights change too fast.", await Site.AskAsync(db => db.Comments.Select(c => c.Body).SingleAsync()));
        Assert.Equal(0, await Site.AskAsync(db => db.SignInRequests.CountAsync(r => r.Draft != null)));
        Assert.Equal("Asha B", await Site.AskAsync(db => db.People.Select(p => p.DisplayName).SingleAsync()));
    }

    private async Task<IHtmlDocument> AskAsync(Browser browser, string email, string? returnUrl = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        Site.Clock.Advance(TimeSpan.FromSeconds(1)); // letters are told apart by their time
        var page = await browser.GetAsync("/account/sign-in" + (returnUrl is null ? "" : $"?returnUrl={Uri.EscapeDataString(returnUrl)}"));
        return await browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Email"] = email }, expected);
    }

    private static Task<IHtmlDocument> EnterAsync(Browser browser, IHtmlDocument page, string code, HttpStatusCode expected = HttpStatusCode.OK) =>
        browser.SubmitAsync(page, new(StringComparer.Ordinal) { ["Input.Code"] = code }, expected);

    private static async Task IsSignedOutAsync(Browser browser) =>
        Assert.Contains("/account/sign-in", (await browser.GetAsync("/account")).Url, StringComparison.Ordinal);

    private async Task<string> CodeAsync(string email = Email) => Code().Match((await Site.LettersToAsync(email))[^1].Text).Groups["code"].Value;

    private async Task<string> LinkAsync(string email = Email) => Link().Match((await Site.LettersToAsync(email))[^1].Text).Value;

    private async Task<string> LettersWithoutSecretsAsync(string email) =>
        string.Join('\n', (await Site.LettersToAsync(email)).Select(l => Link().Replace(Code().Replace(l.Subject + l.Text, ""), "").Replace(Code().Match(l.Text).Groups["code"].Value, "", StringComparison.Ordinal)));

    [GeneratedRegex(@"Your code is (?<code>\d{6})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"/account/sign-in/link/[0-9a-f]{64}", RegexOptions.None, 1000)]
    private static partial Regex Link();
}
