using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Reviews;
using CommunityVoice.Tests.Feeds;
using CommunityVoice.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Webhooks;

/// <summary>What webhooks are told, how often it is tried, and where it never goes (rule R-H19).</summary>
public sealed class WebhookTests : SiteTest
{
    private static readonly TimeSpan[] Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(16), TimeSpan.FromHours(24)];

    private static readonly string[] Fields = ["at", "data", "id", "page", "title", "type"];

    private WebhookScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = new(Site);
        await scene.MakeAsync();
    }

    [Fact]
    public async Task What_the_feed_tells_is_sent_once_and_signed()
    {
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);

        Assert.Equal(1, await scene.RoundAsync());
        Assert.Equal(0, await scene.RoundAsync());

        var call = Assert.Single(scene.Receiver.Calls);
        Assert.Equal(WebhookScene.Address, call.Address.AbsoluteUri);
        Assert.Equal(Fields, call.Json.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(("consultation.change", "Open for longer: Safer crossings"), (call.Json.GetProperty("type").GetString(), call.Json.GetProperty("title").GetString()));
        var entry = (await FeedReader.NewsAsync(Site, "/areas/rivermead/news.atom")).Items.Single(i => i.Id == call.Json.GetProperty("id").GetString());
        Assert.Equal((entry.Title.Text, entry.Links.Single().Uri.AbsoluteUri), (call.Json.GetProperty("title").GetString(), call.Json.GetProperty("page").GetString()));
        var data = new Uri(call.Json.GetProperty("data").GetString()!);
        Assert.Equal(HttpStatusCode.OK, (await new Browser(Site).SendAsync(HttpMethod.Get, data.PathAndQuery)).StatusCode);
    }

    [Fact]
    public async Task The_signature_holds_for_the_secret_the_body_and_the_time_and_for_no_other()
    {
        await scene.WebhookAsync();
        var another = scene.Secret;
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.RoundAsync();

        var call = scene.Receiver.Calls.Single(c => c.IsSignedWith(scene.Secret, Site.Now));
        Assert.Equal(2, scene.Receiver.Calls.Count);
        Assert.False(call.IsSignedWith(another, Site.Now));
        Assert.False((call with { Body = call.Body.Replace("Safer", "Other", StringComparison.Ordinal) }).IsSignedWith(scene.Secret, Site.Now));
        Assert.False((call with { Signature = call.Signature.Replace($"t={call.Time}", $"t={call.Time}0", StringComparison.Ordinal) }).IsSignedWith(scene.Secret, Site.Now));
        Assert.False(call.IsSignedWith(scene.Secret, Site.Now.AddMinutes(6)));
    }

    [Fact]
    public async Task A_draft_is_never_told_and_what_happened_before_neither()
    {
        var draft = await Site.SaveAsync(A.Consultation("Still a draft", scene.Place, scene.Voice, published: false));
        await scene.WebhookAsync();
        await scene.WebhookAsync(new(FollowKind.Consultation, draft.Id));
        Site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((0, 0), (await scene.SaveNewAsync(), await scene.SendAsync()));
        Assert.Empty(await scene.DeliveriesAsync());

        await Site.AskAsync(async db =>
        {
            (await db.Consultations.SingleAsync(c => c.Id == draft.Id)).Publish(Site.Now);
            return await db.SaveChangesAsync();
        });

        Assert.Equal(2, await scene.RoundAsync());
        Assert.All(scene.Receiver.Calls, c => Assert.Equal("Open: Still a draft", c.Json.GetProperty("title").GetString()));
    }

    [Fact]
    public async Task What_is_told_of_one_consultation_is_nothing_of_another()
    {
        var other = await Site.SaveAsync(A.Consultation("A bench at the weir", scene.Place, scene.Voice));
        await scene.WebhookAsync(new(FollowKind.Consultation, other.Id));
        await scene.ExtendAsync(60);

        Assert.Equal(0, await scene.RoundAsync());
        Assert.Empty(scene.Receiver.Calls);
    }

    [Fact]
    public async Task A_crash_after_saving_loses_none()
    {
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        Assert.Equal(1, await scene.SaveNewAsync()); // and here it stops

        Site.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(0, await scene.SaveNewAsync());
        Assert.Equal(1, await scene.SendAsync());
        Assert.Single(scene.Receiver.Calls);
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_eight_times_over_two_days_under_the_same_id()
    {
        scene.Receiver.Answer = () => HttpStatusCode.ServiceUnavailable;
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.RoundAsync();
        foreach (var (tries, wait) in Waits.Index())
        {
            Site.Clock.Advance(wait - TimeSpan.FromSeconds(1));
            await scene.RoundAsync();
            Assert.Equal(tries + 1, scene.Receiver.Calls.Count);
            Site.Clock.Advance(TimeSpan.FromSeconds(1));
            await scene.RoundAsync();
            Assert.Equal(tries + 2, scene.Receiver.Calls.Count);
            Assert.True(scene.Receiver.Calls[^1].IsSignedWith(scene.Secret, Site.Now));
        }
        Site.Clock.Advance(TimeSpan.FromDays(3));
        await scene.RoundAsync();

        Assert.Equal(8, scene.Receiver.Calls.Count);
        Assert.Single(scene.Receiver.Calls.Select(c => c.Id).Distinct(StringComparer.Ordinal));
        var given = Assert.Single(await scene.DeliveriesAsync());
        Assert.Equal((8, WebhookProblem.Refused, 503, true), (given.Tries, given.Problem, given.Status, given.GivenUpAt is not null));
    }

    [Fact]
    public async Task One_that_comes_back_is_sent_what_waited_and_begins_anew()
    {
        scene.Receiver.Answer = () => HttpStatusCode.Found; // where it leads to is not asked
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        Assert.Equal(0, await scene.RoundAsync());
        scene.Receiver.Answer = () => HttpStatusCode.OK;
        Site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await scene.RoundAsync());
        var taken = Assert.Single(await scene.DeliveriesAsync());
        Assert.Equal((2, 200), (taken.Tries, taken.Status));
        Assert.Null(taken.Problem);
    }

    [Fact]
    public async Task After_five_in_a_row_that_were_given_up_it_is_switched_off_until_somebody_switches_it_on()
    {
        scene.Receiver.Answer = () => HttpStatusCode.NotFound;
        var webhook = await scene.WebhookAsync();
        for (var day = 60; day < 65; day++) await scene.ExtendAsync(day);
        await scene.RoundAsync();
        foreach (var wait in Waits)
        {
            Assert.Null(await OffSinceAsync(webhook));
            Site.Clock.Advance(wait);
            await scene.RoundAsync();
        }

        Assert.Equal(Site.Now, await OffSinceAsync(webhook));
        Assert.Equal(WebhookScene.Host, await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "webhook.switched-off").Select(e => e.Detail).SingleAsync()));
        await scene.ExtendAsync(70);
        Assert.Equal(0, await scene.SaveNewAsync());
        var lead = new Browser(Site, scene.Lead.Id);
        (await lead.GetAsync("/manage/bodies/rivermead-voice")).Shows("A webhook was switched off");
        var page = await lead.GetAsync($"/manage/bodies/rivermead-voice/webhooks/{webhook.Id}");
        page.Shows("It is switched off");
        page.Shows("Given up");
        scene.Receiver.Answer = () => HttpStatusCode.OK;
        (await lead.SubmitAsync(page, button: "Switch it on")).Shows("It is switched on again.");
        await scene.ExtendAsync(71);
        Assert.Equal(1, await scene.RoundAsync());
    }

    [Fact]
    public async Task One_that_is_ended_while_a_round_runs_is_called_no_more()
    {
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.ExtendAsync(61);
        scene.Receiver.Meanwhile = () => Site.DoAsync<CommunityVoiceDb>(db => db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(w => w.EndedAt, Site.Now)));

        Assert.Equal(1, await scene.RoundAsync());
        Assert.Single(scene.Receiver.Calls);
    }

    [Fact]
    public async Task What_was_taken_back_is_not_tried_again()
    {
        scene.Receiver.Answer = () => HttpStatusCode.ServiceUnavailable;
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.RoundAsync();
        scene.Receiver.Answer = () => HttpStatusCode.OK;
        await scene.TakeBackAsync(60);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, await scene.SendAsync());
        Assert.Single(scene.Receiver.Calls);
        Assert.Empty(await scene.DeliveriesAsync());
    }

    [Fact]
    public async Task What_a_list_may_leave_out_as_so_much_of_its_sort_is_told_is_sent_all_the_same()
    {
        scene.Receiver.Answer = () => HttpStatusCode.ServiceUnavailable;
        for (var days = 60; days < 80; days++) await scene.ExtendAsync(days); // lists have orders of their own, so these need not be newer
        await scene.WebhookAsync();
        await scene.ExtendAsync(80);
        await scene.RoundAsync();
        scene.Receiver.Answer = () => HttpStatusCode.OK;
        await scene.TakeBackAsync(80); // as it looks then
        Site.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await scene.SendAsync());
    }

    [Fact]
    public async Task Much_that_is_told_of_another_sort_keeps_nothing_that_was_taken_back()
    {
        scene.Receiver.Answer = () => HttpStatusCode.ServiceUnavailable;
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.RoundAsync();
        scene.Receiver.Answer = () => HttpStatusCode.OK;
        await scene.TakeBackAsync(60);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var review = new Review("How fit Rivermead is", "how-fit", scene.Place, null, "");
        for (var i = 1; i <= 20; i++) review.Invite(new($"Evening {i}", Site.Now.AddDays(i), Site.Now.AddDays(i).AddHours(2), "Weir Hall", null, "", ""), Site.Now);
        await Site.SaveAsync(review);

        Assert.Equal(0, await scene.SendAsync());
        Assert.Empty(await scene.DeliveriesAsync());
        Assert.Equal(20, await scene.SaveNewAsync()); // what else is told is told
    }

    [Fact]
    public async Task A_host_that_the_settings_name_no_more_is_not_called()
    {
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        scene.Options.Value.AllowedHosts.Clear();

        Assert.Equal(0, await scene.RoundAsync());

        Assert.Empty(scene.Receiver.Calls);
        Assert.Equal(WebhookProblem.HostNotAllowed, Assert.Single(await scene.DeliveriesAsync()).Problem);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.7")]
    [InlineData("8.8.8.8 192.168.1.1")] // one that is public does not make up for one that is not
    [InlineData("")]
    public async Task A_host_that_stands_for_an_address_within_is_refused_though_the_settings_name_it(string found)
    {
        var asked = new List<string>();
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.SaveNewAsync();
        using var handler = GuardedHandler.Make((host, _) =>
        {
            asked.Add(host);
            return Task.FromResult(Array.ConvertAll(found.Split(' ', StringSplitOptions.RemoveEmptyEntries), a => IPAddress.Parse(a)));
        });

        Assert.Equal(0, await scene.SendAsync(handler));

        Assert.Equal([WebhookScene.Host], asked);
        var refused = Assert.Single(await scene.DeliveriesAsync());
        Assert.Equal((1, WebhookProblem.InternalAddress), (refused.Tries, refused.Problem));
    }

    [Fact]
    public async Task What_was_told_long_ago_is_forgotten_and_not_told_again()
    {
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.RoundAsync();
        Site.Clock.Advance(TimeSpan.FromDays(61));

        Assert.Equal(1, await Site.AskAsync<WebhookNews, int>(n => n.ForgetOldAsync(default)));
        await scene.RoundAsync();

        Assert.DoesNotContain(await scene.DeliveriesAsync(), d => d.Type == "consultation.change");
        Assert.Single(scene.Receiver.Calls, c => c.Json.GetProperty("type").GetString() == "consultation.change");
    }

    private Task<DateTimeOffset?> OffSinceAsync(Webhook webhook) => Site.AskAsync(db => db.Webhooks.Where(w => w.Id == webhook.Id).Select(w => w.SwitchedOffAt).SingleAsync());
}
