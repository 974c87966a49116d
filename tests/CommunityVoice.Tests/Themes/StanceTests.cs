using CommunityVoice.Tests.OnBehalf;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Themes;

/// <summary>Views for and against what a theme is about are said in coding and shown side by side (rule R-I16).</summary>
public sealed class StanceTests : SiteTest
{
    [Fact]
    public async Task Both_views_render_with_as_many_quotes_of_one_as_of_the_other_and_small_numbers_stay_hidden()
    {
        var scene = await ThemeScene.MakeAsync(Site);
        var theme = await scene.ThemeAsync("Social prescribing");
        var comments = await scene.SaidAsync([.. Enumerable.Range(0, 20).Select(i => $"What I think of walks in the park, number {i} of many, is {new string((char)('a' + i), 9)}.")]);
        await scene.CodeAsync(theme, [.. comments]);
        var reader = new Browser(Site);
        (await reader.GetAsync("/areas/rivermead/themes/social-prescribing")).DoesNotShow("For and against");

        var list = await scene.Browser.GetAsync($"/moderation/themes/{scene.Consultation.Slug}");
        var form = await scene.Browser.FollowAsync(list, "Social prescribing");
        Assert.Equal(20, form.QuerySelectorAll("fieldset").Length);
        var answers = comments.Take(9).ToDictionary(c => $"Stances[{c.Id}]", _ => (Microsoft.Extensions.Primitives.StringValues)"For");
        foreach (var c in comments.Skip(9).Take(2)) answers[$"Stances[{c.Id}]"] = "Against";
        (await scene.Browser.SubmitAsync(form, answers)).Shows("Saved: 11 comments changed.");

        // As many quotes of each side as of the other would tell how many are against.
        var page = await reader.GetAsync("/areas/rivermead/themes/social-prescribing");
        page.Shows("No quotes: they are shown once the number of each side can be shown");
        Assert.Empty(Quotes(page, "For").Concat(Quotes(page, "Against")));
        var counts = page.QuerySelector("section[aria-labelledby=sides] dl")!.Words();
        Assert.Contains("Against hidden", counts, StringComparison.Ordinal);
        Assert.DoesNotContain("Against 2", counts, StringComparison.Ordinal);
        Assert.Equal(1, await Site.AskAsync(db => db.ActivityEntries.CountAsync(e => e.Verb == "comments.stance-said")));
        Assert.Equal(9, await Site.AskAsync(db => db.Codings.CountAsync(c => c.Stance == Stance.Neither)));

        var more = comments.Skip(11).ToDictionary(c => $"Stances[{c.Id}]", _ => (Microsoft.Extensions.Primitives.StringValues)"Against");
        (await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(new Uri(form.Url).PathAndQuery), more)).Shows("Saved: 9 comments changed.");
        page = await reader.GetAsync("/areas/rivermead/themes/social-prescribing");
        Assert.Equal([comments[8].Id, comments[7].Id, comments[6].Id], Quotes(page, "For"));
        Assert.Equal([comments[19].Id, comments[18].Id, comments[17].Id], Quotes(page, "Against"));

        (await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(new Uri(form.Url).PathAndQuery))).Shows("Nothing changed: it was so already.");
        await Site.DoAsync<CodingDesk>(d => d.AssignAsync([theme.Id], [.. comments.Select(c => c.Id)], scene.Ben.Id, CancellationToken.None)); // given again, it keeps what was said of it
        Assert.Equal(9, await Site.AskAsync(db => db.Codings.CountAsync(c => c.Stance == Stance.For)));
    }

    [Fact]
    public async Task Only_those_who_code_there_say_it_and_only_of_comments_that_have_the_theme()
    {
        var scene = await ThemeScene.MakeAsync(Site);
        var theme = await scene.ThemeAsync("Social prescribing");
        var comments = await scene.SaidAsync("It helped my neighbour more than tablets did.", "The bus is late.");
        await scene.CodeAsync(theme, comments[0]);
        var address = $"/moderation/themes/{scene.Consultation.Slug}/views/{theme.Id}";

        Assert.Equal(0, await Site.AskAsync<Stances, int>(s => s.SaveAsync(scene.Consultation, theme, new Dictionary<long, Stance> { [comments[1].Id] = Stance.For }, scene.Ana.Id, default)));
        var stranger = await Site.SaveAsync(A.Person("Stranger"));
        Assert.Equal("/account/not-allowed", (await new Browser(Site, stranger.Id).SendOnceAsync(HttpMethod.Get, address)).Headers.Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Browser.SendAsync(HttpMethod.Get, $"/moderation/themes/{scene.Consultation.Slug}/views/999")).StatusCode);

        var page = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(address), new() { [$"Stances[{comments[0].Id}]"] = "Against" });
        page.Shows("Saved: 1 comment changed.");
        (await new Browser(Site).GetAsync("/areas/rivermead/themes/social-prescribing")).Shows("No quotes: they are shown once the number of each side can be shown and each has a comment that may be quoted.");
    }

    [Fact]
    public async Task Who_did_not_want_to_be_quoted_is_counted_on_their_side_and_another_is_quoted()
    {
        var scene = await ThemeScene.MakeAsync(Site);
        var theme = await scene.ThemeAsync("Social prescribing");
        var comments = await scene.SaidAsync([.. Enumerable.Range(0, 18).Select(i => $"What I think of walks in the park, number {i} of many.")]);
        await scene.CodeAsync(theme, [.. comments]);
        var stances = comments.Select((c, i) => (c.Id, Stance: i < 9 ? Stance.For : Stance.Against)).ToDictionary(s => s.Id, s => s.Stance);
        await Site.AskAsync<Stances, int>(s => s.SaveAsync(scene.Consultation, theme, stances, scene.Ana.Id, default));
        await Site.NotToBeQuotedAsync(comments[8].Id);

        var page = await new Browser(Site).GetAsync("/areas/rivermead/themes/social-prescribing");

        Assert.Equal([comments[7].Id, comments[6].Id, comments[5].Id], Quotes(page, "For"));
        Assert.Equal([comments[17].Id, comments[16].Id, comments[15].Id], Quotes(page, "Against"));
    }

    private static List<long> Quotes(AngleSharp.Html.Dom.IHtmlDocument page, string side) =>
        [.. page.QuerySelectorAll($"section[aria-labelledby=side-{side}] .comment__by a").Select(a => long.Parse(a.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))];
}
