using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Sms;

/// <summary>Somebody adds a number for texts, and removes it (rule R-H6).</summary>
public sealed class PhonePageTests : SiteTest
{
    private const string Gone = "This code no longer works. Ask for a new one below";
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private Handset handset = null!;
    private Browser browser = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.SaveAsync(asha);
        handset = new(Site);
        browser = new(Site, asha.Id, secondFactor: false);
    }

    [Fact]
    public async Task A_number_is_confirmed_by_the_code_that_is_texted_to_it()
    {
        (await browser.GetAsync("/account")).Shows("Text messages");
        var page = await AskAsync("(07700) 900-123");
        page.Shows("We text a code to 07700 900123.");
        Assert.Null(await NumberAsync());

        page = await browser.SubmitAsync(page, new() { ["Input.Code"] = await handset.CodeAsync() });

        page.Shows("We text 07700 900123 from now on.");
        Assert.Equal(Handset.Number, await NumberAsync());
        (await browser.GetAsync("/account")).Shows("To 07700 900123, once a day at most");
        var text = Assert.Single(handset.Read());
        Assert.StartsWith("To: +447700900123\n\nCommunityVoice: your code is ", text, StringComparison.Ordinal);
        Assert.Contains("It works until 10:10.", text, StringComparison.Ordinal); // UK time
        Assert.DoesNotContain("Asha", text, StringComparison.Ordinal);
        Assert.Equal(("", ""), await Site.AskAsync(async db => (await db.PhoneCodes.Select(c => c.Number).SingleAsync(), await db.TextMessages.Select(t => t.To + t.Text).SingleAsync()))); // forgotten
        (await browser.SubmitAsync(await browser.GetAsync("/account/phone"), new() { ["Input.Number"] = "07700 900123" }, HttpStatusCode.UnprocessableEntity))
            .ShowsError("Input.Number", "We text this number now. Enter another");
    }

    [Fact]
    public async Task A_wrong_code_can_be_tried_again_and_after_five_none_works()
    {
        var page = await AskAsync();
        var right = await handset.CodeAsync();
        var wrong = right == "000000" ? "000001" : "000000";
        (page = await TryAsync(page, "12345")).ShowsError("Input.Code", "Enter the six digits from our text");
        for (var i = 1; i < PhoneCode.TriesAllowed; i++) (page = await TryAsync(page, wrong)).ShowsError("Input.Code", "That is not the code we sent. Check it and try again");

        (page = await TryAsync(page, wrong)).ShowsError("Input.Code", Gone);
        (await TryAsync(page, right)).ShowsError("Input.Code", Gone);
        Assert.Null(await NumberAsync());
    }

    [Fact]
    public async Task A_code_works_for_ten_minutes_and_is_not_texted_later()
    {
        var page = await AskAsync();
        var right = await handset.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(10));

        (await TryAsync(page, right)).ShowsError("Input.Code", Gone);

        await AskAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(0, await handset.SendAsync());
    }

    [Fact]
    public async Task A_newer_code_replaces_the_one_before()
    {
        await AskAsync();
        var first = await handset.CodeAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var page = await AskAsync("07700 900124");
        var second = await handset.CodeAsync();

        if (first != second) (page = await TryAsync(page, first)).ShowsError("Input.Code", "That is not the code we sent. Check it and try again");
        await browser.SubmitAsync(page, new() { ["Input.Code"] = second });
        Assert.Equal("+447700900124", await NumberAsync());
    }

    [Fact]
    public async Task There_are_few_codes_a_day_for_a_person_and_for_a_number()
    {
        var bill = await Site.SaveAsync(A.Person("Bill H"));
        for (var i = 0; i < Phones.MostCodes; i++) await AskAsync();

        (await AskAsync("07700 900124", HttpStatusCode.TooManyRequests)).ShowsError("Input.Number", "Too many codes were asked for today. Try again tomorrow");
        var other = new Browser(Site, bill.Id, secondFactor: false);
        await other.SubmitAsync(await other.GetAsync("/account/phone"), new() { ["Input.Number"] = "07700 900123" }, HttpStatusCode.TooManyRequests);
        await other.SubmitAsync(await other.GetAsync("/account/phone"), new() { ["Input.Number"] = "07700 900124" });

        Site.Clock.Advance(Phones.Spell);
        await Site.DoAsync<Phones>(p => p.ForgetOldAsync(default));
        Assert.Equal(0, await Site.AskAsync(db => db.PhoneCodes.CountAsync()));
        (await AskAsync()).Shows("Check your phone");
    }

    [Theory]
    [InlineData("")]
    [InlineData("01632 960123")]
    public async Task What_is_no_mobile_number_is_refused_and_kept_in_the_form(string typed)
    {
        var page = await AskAsync(typed, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.Number", "Enter a UK mobile number, like 07700 900123");
        Assert.Equal(typed, page.QuerySelector("[name='Input.Number']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_number_is_removed_in_one_step_with_the_text_that_waits()
    {
        await handset.GiveAsync(asha);
        await handset.TellAsync(asha, own: 1);

        (await browser.SubmitAsync(await browser.GetAsync("/account/phone"), button: "Remove my number")).Shows("Your number is removed. We text you no more.");

        Assert.Null(await NumberAsync());
        Assert.Equal(0, await handset.SendAsync());
    }

    [Fact]
    public async Task Where_no_texts_are_sent_no_page_speaks_of_them()
    {
        await handset.GiveAsync(asha);
        handset.Options.PickupFolder = null;

        (await browser.GetAsync("/account")).DoesNotShow("Text messages");
        await browser.GetAsync("/account/phone", HttpStatusCode.NotFound);
        await browser.GetAsync("/account/phone/code", HttpStatusCode.NotFound);
        (await browser.GetAsync("/privacy")).DoesNotShow("mobile number");
        await handset.TellAsync(asha, own: 1);
        Assert.Equal(0, await Site.AskAsync(db => db.TextMessages.CountAsync()));
    }

    [Fact]
    public async Task Where_texts_are_sent_the_privacy_page_says_so()
    {
        await using var other = Site.WithWebHostBuilder(builder => builder.UseSetting("Sms:PickupFolder", ".data/texts"));

        Assert.Contains("Your mobile number, if you add one", await other.CreateClient().GetStringAsync(new Uri("/privacy", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_we_hold_names_the_number_and_closing_the_account_erases_all_of_it()
    {
        await handset.GiveAsync(asha);
        await handset.TellAsync(asha, own: 1);
        await AskAsync("07700 900124");
        var form = Form.Find(await browser.GetAsync("/account/data"), [], "Download the file");
        var file = await (await browser.SendAsync(form.Method, form.Address, form.Content)).Content.ReadAsStringAsync();
        Assert.Equal(Handset.Number, JsonDocument.Parse(file).RootElement.GetProperty("Phone")[0].GetProperty("Number").GetString());
        Assert.DoesNotContain("your code is", file, StringComparison.Ordinal);

        await browser.SubmitAsync(await browser.GetAsync("/account/close"), button: "Close my account");

        Assert.Equal(0, await Site.AskAsync(async db => await db.Phones.CountAsync() + await db.PhoneCodes.CountAsync() + await db.TextMessages.CountAsync()));
    }

    private async Task<IHtmlDocument> AskAsync(string number = "07700 900123", HttpStatusCode expected = HttpStatusCode.OK) =>
        await browser.SubmitAsync(await browser.GetAsync("/account/phone"), new() { ["Input.Number"] = number }, expected);

    private Task<IHtmlDocument> TryAsync(IHtmlDocument page, string code) => browser.SubmitAsync(page, new() { ["Input.Code"] = code }, HttpStatusCode.UnprocessableEntity);

    private Task<string?> NumberAsync() => Site.AskAsync<Phones, string?>(p => p.NumberAsync(asha.Id, default));
}
