using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;

namespace CommunityVoice.Tests.Webhooks;

/// <summary>Those who look after a body add its webhooks, try them, and end them (rule R-H19).</summary>
public sealed class WebhookPagesTests : SiteTest
{
    private const string List = "/manage/bodies/rivermead-voice/webhooks";
    private WebhookScene scene = null!;
    private Browser lead = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = new(Site);
        await scene.MakeAsync();
        lead = new(Site, scene.Lead.Id);
    }

    [Fact]
    public async Task A_webhook_is_added_and_its_secret_shown_once()
    {
        var form = await lead.FollowAsync(await lead.FollowAsync(await lead.GetAsync("/manage/bodies/rivermead-voice"), "Webhooks"), "Add a webhook");
        var added = await lead.SubmitAsync(form, new() { ["Input.Address"] = WebhookScene.Address, ["Input.Of"] = $"Place-{scene.Place.Id}" });

        added.Shows("Keep this secret now");
        var (secret, webhook) = (SecretOn(added), await WebhookAsync());
        Assert.Equal((WebhookScene.Address, scene.Voice.Id), (webhook.Address, webhook.BodyId));
        Assert.DoesNotContain(secret, webhook.KeptSecret, StringComparison.Ordinal);
        (await lead.GetAsync($"{List}/{webhook.Id}")).DoesNotShow("whsec_");
        (await lead.GetAsync(List)).Shows("Rivermead");
        Assert.Equal("hooks.example.org: Rivermead", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "webhook.added").Select(e => e.Detail).SingleAsync()));
        await scene.ExtendAsync(60);
        await scene.RoundAsync();
        Assert.True(Assert.Single(scene.Receiver.Calls).IsSignedWith(secret, Site.Now));
    }

    [Fact]
    public async Task A_host_that_is_not_allowed_is_refused_and_the_form_keeps_what_was_typed()
    {
        var form = await lead.GetAsync($"{List}/new");
        var refused = await lead.SubmitAsync(form, new() { ["Input.Address"] = "https://other.example.net/in", ["Input.Of"] = $"Consultation-{scene.Crossings.Id}" }, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Address", "This site may not call other.example.net yet. Ask whoever runs it to allow that host");
        Assert.Equal("https://other.example.net/in", refused.QuerySelector("[name='Input.Address']")!.GetAttribute("value"));
        Assert.Equal("Safer crossings", refused.QuerySelector("[name='Input.Of'] option[selected]")!.Words());
        refused = await lead.SubmitAsync(form, new() { ["Input.Address"] = "http://hooks.example.org/news" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Address", "Enter an address such as https://hooks.example.org/news, without a port, a password or a #");
        refused.ShowsError("Input.Of", "Choose what it is told of");
        Assert.False(await Site.AskAsync(db => db.Webhooks.AnyAsync()));
    }

    [Fact]
    public async Task Where_the_settings_name_no_host_the_page_says_what_to_ask_for()
    {
        scene.Options.Value.AllowedHosts.Clear();

        var page = await lead.GetAsync($"{List}/new");

        page.Shows("Webhooks cannot be made yet");
        page.Shows("Webhooks__AllowedHosts__0");
        Assert.Null(page.QuerySelector("[name='Input.Address']"));
    }

    [Fact]
    public async Task A_body_has_ten_at_most()
    {
        for (var made = 0; made < Webhook.MostOfOneBody; made++) await scene.WebhookAsync();

        var refused = await lead.SubmitAsync(await lead.GetAsync($"{List}/new"), new() { ["Input.Address"] = WebhookScene.Address, ["Input.Of"] = $"Place-{scene.Place.Id}" }, HttpStatusCode.UnprocessableEntity);

        refused.Shows("Rivermead Voice has 10 webhooks, which is the most there can be.");
    }

    [Fact]
    public async Task Nobody_else_sees_or_changes_them()
    {
        var webhook = await scene.WebhookAsync();
        var (person, resident, elsewhere) = (A.Person("Elis E"), A.Person("Asha B"), A.Area("Elsewhere"));
        await Site.SaveAsync(person, resident, elsewhere);
        await Site.SaveAsync(A.Membership(person, elsewhere, Capability.Administer, A.Body("Elsewhere Voice")));
        var other = new Browser(Site, person.Id);

        foreach (var path in new[] { List, $"{List}/new", $"{List}/{webhook.Id}", $"{List}/{webhook.Id}/end" })
        {
            await other.GetAsync(path, HttpStatusCode.Forbidden);
            await new Browser(Site, resident.Id).GetAsync(path, HttpStatusCode.Forbidden);
        }
        await other.GetAsync($"/manage/bodies/elsewhere-voice/webhooks/{webhook.Id}", HttpStatusCode.NotFound);
        await other.GetAsync($"/manage/bodies/elsewhere-voice/webhooks/{webhook.Id}/end", HttpStatusCode.NotFound);
        var form = await other.GetAsync("/manage/bodies/elsewhere-voice/webhooks/new");
        Assert.DoesNotContain(form.QuerySelectorAll("[name='Input.Of'] option"), o => o.GetAttribute("value") == $"Place-{scene.Place.Id}");
    }

    [Fact]
    public async Task A_test_is_sent_shown_and_sent_again_under_the_same_id()
    {
        var webhook = await scene.WebhookAsync();
        var page = await lead.SubmitAsync(await lead.GetAsync($"{List}/{webhook.Id}"), button: "Send a test");
        page.Shows("A test is on its way.");
        page.Shows("Waits");
        await lead.SubmitAsync(page, button: "Send a test"); // while one waits there is no second
        Assert.Equal(1, await scene.SendAsync());
        Assert.Equal("test", Assert.Single(scene.Receiver.Calls).Json.GetProperty("type").GetString());

        page = await lead.GetAsync($"{List}/{webhook.Id}");
        page.Shows("Taken");
        (await lead.SubmitAsync(page, button: "Send again")).Shows("It is on its way again");
        Assert.Equal(1, await scene.SendAsync());

        Assert.Equal(scene.Receiver.Calls[0].Id, scene.Receiver.Calls[1].Id);
        Assert.Equal(["webhook.tested", "webhook.tested", "webhook.sent-again"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("webhook.")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task What_was_taken_back_is_not_sent_again()
    {
        var webhook = await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.RoundAsync();
        await scene.TakeBackAsync(60);

        var page = await lead.SubmitAsync(await lead.GetAsync($"{List}/{webhook.Id}"), expected: HttpStatusCode.UnprocessableEntity, button: "Send again");

        page.Shows("This is not public any more, so it is not sent again");
        page.Shows("Taken");
        Assert.Equal(0, await scene.SendAsync());
    }

    [Fact]
    public async Task Switching_on_what_is_on_loses_no_news()
    {
        var webhook = await scene.WebhookAsync();
        await Site.DoAsync<CommunityVoiceDb>(db => db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(w => w.SwitchedOffAt, Site.Now)));
        var page = await lead.GetAsync($"{List}/{webhook.Id}");
        await lead.SubmitAsync(page, button: "Switch it on");
        await scene.ExtendAsync(60);
        await lead.SubmitAsync(page, button: "Switch it on"); // in a tab left open

        Assert.Equal(1, await scene.RoundAsync());
    }

    [Fact]
    public async Task Another_secret_takes_the_place_of_the_old_one_at_once()
    {
        var webhook = await scene.WebhookAsync();
        var old = scene.Secret;

        var page = await lead.SubmitAsync(await lead.GetAsync($"{List}/{webhook.Id}"), button: "Make another secret");
        await scene.ExtendAsync(60);
        await scene.RoundAsync();

        var call = Assert.Single(scene.Receiver.Calls);
        Assert.True(call.IsSignedWith(SecretOn(page), Site.Now));
        Assert.False(call.IsSignedWith(old, Site.Now));
    }

    [Fact]
    public async Task An_ended_one_is_told_nothing_more_and_its_secret_is_forgotten()
    {
        var webhook = await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.SaveNewAsync();

        var confirm = await lead.FollowAsync(await lead.GetAsync($"{List}/{webhook.Id}"), "End this webhook");
        var ended = await lead.SubmitAsync(confirm, button: "End it");

        ended.Shows("The webhook is ended.");
        ended.Shows("There is none yet.");
        Assert.Equal(0, await scene.SendAsync());
        Assert.Equal(("", Site.Now), await WebhookAsync() switch { var w => (w.KeptSecret, w.EndedAt!.Value) });
        await lead.GetAsync($"{List}/{webhook.Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_sent_is_described_for_people_and_for_programs()
    {
        await scene.WebhookAsync();
        await scene.ExtendAsync(60);
        await scene.RoundAsync();
        (await new Browser(Site).GetAsync("/open-data")).Shows("CommunityVoice-Signature");
        var text = await (await new Browser(Site).SendAsync(HttpMethod.Get, "/open-data/openapi.json")).Content.ReadAsStringAsync();
        var api = OpenApiDocument.Parse(text, "json");

        Assert.Empty(api.Diagnostic!.Errors.Select(e => e.Message));
        var post = JsonDocument.Parse(text).RootElement.GetProperty("webhooks").GetProperty("news").GetProperty("post");
        Assert.Equal(["CommunityVoice-Id", "CommunityVoice-Signature", "CommunityVoice-Timestamp"], post.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        var described = post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties").EnumerateObject().Select(p => p.Name);
        Assert.Equal(scene.Receiver.Calls[0].Json.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    private Task<Webhook> WebhookAsync() => Site.AskAsync(db => db.Webhooks.AsNoTracking().SingleAsync());

    private static string SecretOn(IHtmlDocument page) => page.QuerySelectorAll("code").Select(c => c.Words()).Single(w => w.StartsWith("whsec_", StringComparison.Ordinal));
}
