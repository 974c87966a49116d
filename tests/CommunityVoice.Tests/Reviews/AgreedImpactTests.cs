using CommunityVoice.Bodies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Reviews;

/// <summary>Two bodies agree what an effect is to be here, each on a day of its own (rule R-I12).</summary>
public sealed class AgreedImpactTests : SiteTest
{
    private const string Text = "Nine of ten are seen within a week by April.";
    private ReviewScene scene = null!;

    private string Desk => $"{ReviewScene.Manage}/items/{scene.Effect.Code}/impact";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ReviewScene.MakeAsync(Site, withEffect: true);
    }

    [Fact]
    public async Task It_is_agreed_only_once_both_have_agreed_and_says_until_then_whom_it_waits_for()
    {
        (await ItemAsync()).Shows("No two bodies have agreed yet what this effect is to be here.");

        await ProposeAsync("rivermead-voice", "rivermead-council");

        (await ItemAsync()).Shows($"{Text} Not agreed Not agreed yet: Rivermead Voice agreed on {Today}; waits for Rivermead Council.");
        Assert.Contains("waits for Rivermead Council", await FileAsync(), StringComparison.Ordinal);
        var letter = Assert.Single(await scene.LettersAsync(scene.Responder.Email!, "impact-agreement-asked"));
        Assert.Contains(Text, letter.Text, StringComparison.Ordinal);
        Assert.Empty(await scene.LettersAsync(scene.Said.Editor.Email!, "impact-agreement-asked"));

        Site.Clock.GoTo(Site.Now.AddDays(3));
        var council = scene.Answerer();
        var page = await ReviewScene.OpenToSignAsync(council);
        page.Shows(Text);
        await council.SubmitAsync(page, button: "Sign it for Rivermead Council");

        (await ItemAsync()).Shows($"{Text} Agreed Agreed by Rivermead Voice and Rivermead Council on {Today}.");
        Assert.Contains($"Agreed by Rivermead Voice and Rivermead Council on {Today}", await FileAsync(), StringComparison.Ordinal);
        Assert.Equal(["review.impact-proposed", "review.impact-agreed"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("review.impact")).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Whoever_does_not_agree_says_why_and_a_new_text_has_to_be_agreed_anew()
    {
        await ProposeAsync("rivermead-voice", "rivermead-council");
        var council = scene.Answerer();
        await council.SubmitAsync(await ReviewScene.OpenToSignAsync(council), new() { ["Reason"] = "April is too soon." });
        (await ItemAsync()).Shows("Rivermead Council does not agree.");
        (await ItemAsync()).Shows("April is too soon.");

        await ProposeAsync("rivermead-voice", "rivermead-council", "Nine of ten are seen within a week by June.");

        var page = await ItemAsync();
        page.Shows("waits for Rivermead Council");
        Assert.Equal(["Proposed", "Proposed earlier"], page.QuerySelectorAll("article[aria-labelledby^=impact] h3").Select(h => h.Words().Split(" on ")[0]));
        (await ReviewScene.OpenToSignAsync(scene.Answerer())).Shows("by June."); // the earlier one is not asked for any more
    }

    [Fact]
    public async Task Two_other_bodies_are_both_asked_and_what_is_missing_is_said()
    {
        var ward = A.Body("Weir practices", BodyKind.PrimaryCareNetwork);
        ward.Grant(scene.Said.Area, Capability.Respond, "Network", "Agreed", FakeClock.Today.AddDays(-9));
        await Site.SaveAsync(ward);
        var form = await scene.Editor.GetAsync(Desk);
        var refused = await scene.Editor.SubmitAsync(form, new() { ["Input.One"] = ward.Slug, ["Input.Other"] = ward.Slug }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Text", "Say what is to be reached");
        refused.ShowsError("Input.Other", "Choose another body: two have to agree");

        await ProposeAsync(ward.Slug, "rivermead-council");

        (await ItemAsync()).Shows("Not agreed yet: waits for Rivermead Council; waits for Weir practices.");
    }

    [Fact]
    public async Task Only_effects_have_such_a_text_and_only_those_who_look_after_the_review_propose_one()
    {
        await scene.Editor.GetAsync($"{ReviewScene.Manage}/items/near/impact", HttpStatusCode.NotFound);
        Assert.Equal("/account/not-allowed", (await scene.Answerer().SendOnceAsync(HttpMethod.Get, Desk)).Headers.Location?.AbsolutePath);
        (await new Browser(Site).GetAsync($"{ReviewScene.Path}/items/near")).DoesNotShow("What was agreed for Rivermead");
        await ProposeAsync("rivermead-voice", "rivermead-council");
        var asked = await Site.AskAsync(db => db.ImpactParties.Where(p => p.Body.Slug == "rivermead-council").Select(p => p.Id).SingleAsync());
        Assert.Equal("/account/not-allowed", (await scene.Editor.SendOnceAsync(HttpMethod.Get, $"/manage/sign-offs/impacts/{asked}")).Headers.Location?.AbsolutePath);
    }

    private string Today => CommunityVoice.UkTime.Day(Site.Now).ToString("d MMMM yyyy", System.Globalization.CultureInfo.GetCultureInfo("en-GB"));

    private async Task ProposeAsync(string one, string other, string text = Text)
    {
        Dictionary<string, StringValues> fields = new(StringComparer.Ordinal) { ["Input.Text"] = text, ["Input.One"] = one, ["Input.Other"] = other };
        (await scene.Editor.SubmitAsync(await scene.Editor.GetAsync(Desk), fields)).DoesNotShow("There is a problem");
    }

    private Task<AngleSharp.Html.Dom.IHtmlDocument> ItemAsync() => new Browser(Site).GetAsync($"{ReviewScene.Path}/items/{scene.Effect.Code}");

    private async Task<string> FileAsync() => await (await new Browser(Site).SendAsync(HttpMethod.Get, $"{ReviewScene.Path}/fitness.csv")).Content.ReadAsStringAsync();
}
