using CommunityVoice.Consultations;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Follows;

/// <summary>RFC 8058: a mail program stops letters by itself.</summary>
public sealed class OneClickTests : SiteTest
{
    private readonly Consultation consultation = A.Consultation();
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private Inbox inbox = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        inbox = new(Site);
        await Site.SaveAsync(consultation, asha);
        await inbox.FollowAsync(asha, FollowKind.Consultation, consultation.Id, FollowFrequency.Daily);
        await inbox.ExtendAsync(consultation.Id, FakeClock.Today.AddDays(60), "The library was flooded.", asha);
        await inbox.MorningAsync();
    }

    [Fact]
    public async Task The_letter_carries_both_headers_and_one_that_was_asked_for_carries_none()
    {
        var ben = new Browser(Site);
        await ben.SubmitAsync(await ben.GetAsync("/account/sign-in"), new() { ["Input.Email"] = "ben@example.org" });
        await Site.DoAsync<LetterSender>(sender => sender.SendDueAsync(default));
        var folder = await Site.AskAsync<IOptions<MailOptions>, string>(o => Task.FromResult(o.Value.PickupFolder));
        var files = await Task.WhenAll(Directory.GetFiles(folder).Select(f => File.ReadAllTextAsync(f)));
        var news = HeadersOf(Assert.Single(files, f => f.Contains("asha@example.org", StringComparison.Ordinal)));
        var code = HeadersOf(Assert.Single(files, f => f.Contains("ben@example.org", StringComparison.Ordinal)));

        Assert.Equal($"<https://localhost/letters/{(await inbox.ReaderAsync("asha@example.org")).Token}/stop>", news["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", news["List-Unsubscribe-Post"]);
        Assert.DoesNotContain("List-Unsubscribe", code.Keys);
        Assert.Null(await Site.AskAsync(db => db.Letters.Where(l => l.Kind == Digest.Kind).Select(l => l.StopLink).SingleAsync())); // forgotten once it is out
    }

    [Fact]
    public async Task A_post_without_cookie_sign_in_or_token_stops_and_does_not_redirect()
    {
        var stop = await StopAsync();
        using var client = Site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false, BaseAddress = new("https://localhost/") });

        for (var times = 0; times < 2; times++) // twice is once
        {
            var answer = await client.PostAsync(new Uri(stop), new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await inbox.ExtendAsync(consultation.Id, FakeClock.Today.AddDays(61), "One more day.", asha);
        Assert.Equal(0, await inbox.MorningAsync());
        var reader = await inbox.ReaderAsync("asha@example.org");
        Assert.Equal(FollowFrequency.Paused, Assert.Single(reader.Follows).Frequency);
        Assert.NotNull(reader.StepsStoppedAt);
    }

    [Fact]
    public async Task Opening_the_address_stops_nothing_and_its_button_does()
    {
        var (stop, browser) = (await StopAsync(), new Browser(Site));

        var page = await browser.GetAsync(stop);
        Assert.Equal(FollowFrequency.Daily, Assert.Single((await inbox.ReaderAsync("asha@example.org")).Follows).Frequency);

        (await browser.SubmitAsync(page, button: "Stop all letters with news")).Shows("You get no more letters with news");
        Assert.Equal(FollowFrequency.Paused, Assert.Single((await inbox.ReaderAsync("asha@example.org")).Follows).Frequency);
    }

    [Fact]
    public async Task A_letter_that_waits_to_be_sent_is_not_sent_any_more()
    {
        var stop = await StopAsync();

        var browser = new Browser(Site);
        await browser.SubmitAsync(await browser.GetAsync(stop));

        Assert.Empty(await inbox.LettersAsync("asha@example.org"));
    }

    [Fact]
    public async Task The_address_of_somebody_without_an_account_is_deleted_and_the_link_still_answers()
    {
        var token = await Site.AskAsync<CommunityVoice.Data.CommunityVoiceDb, string>(async db =>
        {
            var reader = new Reader("ben@example.org", Site.Now);
            db.Add(reader);
            db.Add(new Follow(reader, new(FollowKind.Consultation, consultation.Id), Site.Now));
            await db.SaveChangesAsync();
            return reader.Token;
        });
        var browser = new Browser(Site);

        (await browser.SubmitAsync(await browser.GetAsync($"/letters/{token}/stop"))).Shows("We have deleted your e-mail address");

        Assert.Equal(0, await Site.AskAsync(db => db.Readers.CountAsync(r => r.Email != null)));
        Assert.Equal(1, await Site.AskAsync(db => db.Follows.CountAsync())); // only Asha's
        await browser.SubmitAsync(await browser.GetAsync($"/letters/{token}/stop"));
        await browser.GetAsync("/letters/0123456789abcdef0123456789abcdef/stop", HttpStatusCode.NotFound);
    }

    private async Task<string> StopAsync() => Assert.Single(await inbox.LettersAsync("asha@example.org")).StopLink!;

    private static Dictionary<string, string> HeadersOf(string file) => file.ReplaceLineEndings("\n").Split("\n\n")[0]
        .Replace("\n ", " ", StringComparison.Ordinal).Replace("\n\t", " ", StringComparison.Ordinal).Split('\n')
        .Select(line => line.Split(": ", 2)).Where(h => h.Length == 2).ToDictionary(h => h[0], h => h[1].Trim(), StringComparer.OrdinalIgnoreCase);
}
