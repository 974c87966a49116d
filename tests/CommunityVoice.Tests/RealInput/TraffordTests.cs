using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.RealInput;

/// <summary>A real place with its wards, its four localities and those who live there: a review asks in each locality, and what another town said is mapped to its wards as test input.</summary>
public sealed class TraffordTests : SiteTest
{
    [SharedDataFact]
    public async Task Every_level_of_a_real_place_has_an_overview_measured_against_who_lives_there()
    {
        var data = Repository.SharedData!;
        await Site.DoAsync<CommunityVoiceDb>(db => new AreaImport(db, Site.Clock).RunAsync(AreaFiles.Read(Path.Combine(data, "place-trafford")), new Silent(), default));
        await Site.AskAsync<PolisImport, PolisTotals>(import => import.ImportAsync(
            PolisFolder.Read(Path.Combine(data, "polis", "american-assembly.bowling-green")), new PolisOptions(Slug: "bowling-green", Area: "trafford"), _ => { }, default));
        var (wards, localities) = await Site.AskAsync(async db => (
            await db.Areas.Where(a => a.Level == AreaLevel.Ward).OrderBy(a => a.Id).ToListAsync(), await db.Areas.Where(a => a.Level == AreaLevel.Locality).OrderBy(a => a.Id).ToListAsync()));
        Assert.Equal((21, 4), (wards.Count, localities.Count));
        await MapToWardsAsync(wards);
        await AskInAsync(localities);
        await PutWithinAsync("Greater Manchester", AreaLevel.System, "Greater Manchester Authority");
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));

        // Counted, before anything is protected: parts add up at every level, and those who live in the wards are those who live in the place.
        var turns = await Site.AskAsync(db => db.AreaTallies.Include(t => t.Area).ToDictionaryAsync(t => t.Area.Slug, t => t.Turns));
        Assert.Equal(localities.Sum(l => turns[l.Slug]) + await Site.AskAsync(OwnTurnsAsync), turns["trafford"]);
        Assert.Equal(turns["trafford"], turns["greater-manchester"]);
        Assert.Equal(turns["trafford"], turns["greater-manchester-authority"]);
        var reach = await Site.AskAsync(async db => (await db.AreaTallies.AsNoTracking().SingleAsync(t => t.Area.Slug == "trafford")).Shown.Reach);
        Assert.Equal(21 + 4, reach.Count(r => r.Slug is not null));
        Assert.InRange(reach.Where(r => localities.Exists(l => l.Slug == r.Slug)).Sum(r => r.Lives ?? 0), 0.99, 1.01);
        var silent = wards[^1];
        Assert.Equal(0, reach.Single(r => r.Slug == silent.Slug).Shown);

        // Read, at every level.
        var reader = new Browser(Site);
        var place = await reader.GetAsync("/areas/trafford");
        place.Shows("241,025 people live");
        Assert.Contains(silent.Name, place.QuerySelectorAll("p").Select(p => p.Words()).Single(w => w.StartsWith("Not heard:", StringComparison.Ordinal) && w.Contains(silent.Name, StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(4, Parts(place));
        place.Shows("Heard little");
        foreach (var level in localities.Select(l => l.Slug).Concat(wards.Select(w => w.Slug)).Concat(["greater-manchester", "greater-manchester-authority"]))
            (await reader.GetAsync($"/areas/{level}")).Shows($"{await PeopleAsync(level):N0} {(await PeopleAsync(level) == 1 ? "person" : "people")} heard");
        (await reader.GetAsync($"/areas/compare?a={localities[0].Slug}&a={localities[1].Slug}&a={localities[2].Slug}&a={localities[3].Slug}")).Shows("People heard 12 13 14 15");
    }

    // Comments of accounts in the other town, by turns, to all wards but the last; the first ward gets twice as many.
    private Task MapToWardsAsync(List<Area> wards) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        for (var i = 0; i < wards.Count; i++)
        {
            var (ward, turn) = (wards[i == wards.Count - 1 ? 0 : i].Id, i);
            await db.Comments.Where(c => c.Id % wards.Count == turn).ExecuteUpdateAsync(set => set.SetProperty(c => c.AreaId, ward));
        }
    });

    private async Task AskInAsync(List<Area> localities)
    {
        foreach (var (locality, i) in localities.Select((l, i) => (l, i)))
        {
            await Site.DoAsync<CommunityVoiceDb>(async db =>
            {
                var asked = A.Consultation($"Review in {locality.Name}", await db.Areas.SingleAsync(a => a.Id == locality.Id));
                db.Add(asked);
                await db.SaveChangesAsync();
                for (var n = 0; n < 12 + i; n++) db.Add(A.Comment(asked, Add(db, A.Person($"Person {n}", voice: n % 3 == 0 ? Voice.Carer : Voice.Resident))));
                await db.SaveChangesAsync();
            });
        }
    }

    private static Person Add(CommunityVoiceDb db, Person person)
    {
        db.Add(person);
        return person;
    }

    private Task PutWithinAsync(string system, AreaLevel level, string authority) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var (inner, outer) = (A.Area(system, level), A.Area(authority, AreaLevel.StrategicAuthority));
        db.AddRange(inner, outer, new AreaLink(outer, AreaLinkKind.Contains, inner), new AreaLink(inner, AreaLinkKind.Contains, await db.Areas.SingleAsync(a => a.Slug == "trafford")));
        await db.SaveChangesAsync();
    });

    private Task<int> PeopleAsync(string slug) => Site.AskAsync(db => db.AreaTallies.Where(t => t.Area.Slug == slug).Select(t => t.People).SingleAsync());

    private static Task<int> OwnTurnsAsync(CommunityVoiceDb db) => db.Comments.Where(c => c.Consultation.Slug == "bowling-green").HeardBy(FakeClock.Start)
        .Select(c => new { c.AuthorId, Name = c.AuthorId == null ? c.AuthorName : "" }).Distinct().CountAsync();

    private static int Parts(IHtmlDocument page) => page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")?.Words() == "Times somebody took part in a consultation of each area").QuerySelectorAll("tbody th a").Length;

    private sealed class Silent : IProgress<string>
    {
        public void Report(string value)
        {
            // Nobody reads along in a test.
        }
    }
}
