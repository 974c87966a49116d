using System.Globalization;
using AngleSharp.Html.Dom;
using CommunityVoice.Analysis;
using CommunityVoice.Areas;
using CommunityVoice.People;
using CommunityVoice.Tests.Analysis;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>Pages of places and of all places within them, read together by somebody who subtracts.</summary>
public sealed class RollUpTests : SiteTest
{
    private static readonly Dictionary<string, int[]> Spoke = new(StringComparer.Ordinal)
    {
        ["Rivermead"] = [9, 2, 0, 0],
        ["Weirside"] = [12, 10, 9, 0],
        ["Hillgate"] = [8, 6, 14, 1],
        ["Tarn"] = [20, 3, 0, 2],
        ["Scar"] = [1, 0, 0, 0],
    };

    [Fact]
    public async Task Turns_of_parts_add_up_to_those_of_the_whole_at_every_level()
    {
        var nested = await NestedPlaces.MakeAsync(Site, Spoke);
        var turns = await Site.AskAsync(db => db.AreaTallies.Include(t => t.Area).ToDictionaryAsync(t => t.Area.Name, t => (t.Turns, t.Comments)));

        Assert.Equal((31, 31), turns["Weirside"]);
        Assert.Equal((71, 71), turns["Rivermead"]);
        Assert.Equal(turns["Rivermead"].Turns + turns["Fellside"].Turns, turns["Two Rivers"].Turns);
        Assert.Equal(turns["Two Rivers"], turns["Three Rivers"]);
        var page = await new Browser(Site).GetAsync("/areas/rivermead");
        page.Shows("Asked across all of Rivermead 11 11");
        page.Shows("Rivermead in all 71 71");
        foreach (var area in nested.All) (await new Browser(Site).GetAsync($"/areas/{area.Slug}")).Shows($"{turns[area.Name].Turns} {(turns[area.Name].Turns == 1 ? "person" : "people")} heard");
    }

    [Fact]
    public async Task All_pages_together_tell_nobody_of_the_few_whom_one_page_hides()
    {
        var nested = await NestedPlaces.MakeAsync(Site, Spoke);

        var leaks = (await AttackAsync(nested, Spoke)).Leaks().ToList();

        Assert.True(leaks.Count == 0, string.Join('\n', leaks));
    }

    [Fact]
    public async Task The_same_pages_a_comment_later_are_the_same_so_that_nobody_learns_who_came()
    {
        var nested = await NestedPlaces.MakeAsync(Site, Spoke);
        var before = await ByVoiceAsync("rivermead");

        await nested.SpeakAsync(nested.Wards[0], 0, 1);
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        await nested.CountAsync();

        Assert.Equal(before, await ByVoiceAsync("rivermead"));
        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("72 people heard");
    }

    [Fact]
    public async Task A_place_in_two_areas_counts_for_both_and_the_second_shows_only_what_its_parts_show()
    {
        var nested = await NestedPlaces.MakeAsync(Site, Spoke);
        var trust = await Site.SaveAsync(A.Area("River trust", AreaLevel.StrategicAuthority));
        await Site.SaveAsync(new AreaLink(trust, AreaLinkKind.Contains, nested.Places[0]));
        await nested.CountAsync();

        var page = await new Browser(Site).GetAsync("/areas/river-trust");

        page.Shows("71 people heard");
        page.Shows("Added up from what the areas within it show");
        var place = await ByVoiceAsync("rivermead");
        foreach (var (voice, words) in await ByVoiceAsync("river-trust"))
            Assert.Equal(place.GetValueOrDefault(voice) is { } known && known.StartsWith("about", StringComparison.Ordinal) ? "at least " + known.Split(" (")[0] : "0 shown", words.Split(" (")[0]);
    }

    private async Task<TreeAttack> AttackAsync(NestedPlaces nested, Dictionary<string, int[]> spoke)
    {
        List<Area> areas = [.. nested.All];
        int?[] parents = [null, 0, 1, 1, 2, 2, 3, 3];
        Voice[] voices = [Voice.Resident, Voice.Carer, Voice.CommunityGroup, Voice.PrimaryCare];
        var truth = new TreeTable([.. areas.Select(a => a.Name)], parents, [.. voices.Select(v => v.Word())], [.. areas.Select(a => spoke.GetValueOrDefault(a.Name) ?? [0, 0, 0, 0])]);
        var shown = new List<(int Low, int High)?[]>();
        foreach (var area in areas)
        {
            var page = await ByVoiceAsync(area.Slug);
            shown.Add([.. voices.Select(v => page.TryGetValue(v.Word(), out var words) ? Read(words) : null)]);
        }
        Assert.Contains(shown.SelectMany(s => s), s => s is not null);
        return new(truth, shown);
    }

    private async Task<Dictionary<string, string>> ByVoiceAsync(string slug)
    {
        var page = await new Browser(Site).GetAsync($"/areas/{slug}");
        return page.QuerySelectorAll("figure").OfType<IHtmlElement>().FirstOrDefault(f => f.QuerySelector("figcaption")?.Words() == "By voice")?.QuerySelectorAll("tbody tr")
            .ToDictionary(r => r.QuerySelector("th")!.Words(), r => r.QuerySelector("td.cv-table__number")!.Words(), StringComparer.Ordinal) ?? [];
    }

    // "about 45 (12%)", "0 (0%)", "hidden".
    private static (int Low, int High)? Read(string words)
    {
        if (words == "hidden") return null;
        var number = int.Parse(words.Replace("about ", "", StringComparison.Ordinal).Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        return number == 0 ? (0, 0) : (Math.Max(8, number - 2), number + 2);
    }
}
