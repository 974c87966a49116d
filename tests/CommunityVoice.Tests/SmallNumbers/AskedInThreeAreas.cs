using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.SmallNumbers;

/// <summary>Some people of one consultation who are alike: in what voice, how they told us, and the ward they come from.</summary>
internal sealed record Alike(int People, Voice Voice = Voice.Resident, EntryChannel? Channel = null, int Ward = 0);

/// <summary>A place with wards, a consultation in it and in two of them, people who spoke there, and a report on each that was published through the pages.</summary>
internal sealed class AskedInThreeAreas(Site site)
{
    private readonly List<(Consultation Consultation, IReadOnlyList<Alike> Spoke)> asked = [];

    public Area Place { get; } = A.Area(population: 60_000);

    /// <summary>The first two are asked themselves; people of all of them speak.</summary>
    public Area[] Wards { get; } = [A.Area("Weirside", AreaLevel.Ward, 12_000), A.Area("Hillgate", AreaLevel.Ward, 11_000), A.Area("Marsh Lane", AreaLevel.Ward, 9_000), A.Area("Tarn", AreaLevel.Ward, 8_000), A.Area("Scar", AreaLevel.Ward, 7_000)];
    public IReadOnlyList<Area> All => [Place, .. Wards[..2]];

    /// <summary>The report on the consultation of each area.</summary>
    public Dictionary<Area, string> Reports { get; } = [];

    public IEnumerable<(Area Area, Consultation Consultation, IReadOnlyList<Alike> Spoke)> Asked => asked.Select(a => (a.Consultation.Area, a.Consultation, a.Spoke));

    public static async Task<AskedInThreeAreas> MakeAsync(Site site, params IReadOnlyList<Alike>[] spoke)
    {
        var scene = new AskedInThreeAreas(site);
        await scene.SaveAsync(spoke);
        return scene;
    }

    /// <summary>How many are so in an area's consultation.</summary>
    public int Count(string area, Func<Alike, bool> alike) => asked.Where(a => a.Consultation.Area.Slug == area).SelectMany(a => a.Spoke).Where(alike).Sum(a => a.People);

    private async Task SaveAsync(IReadOnlyList<Alike>[] spoke)
    {
        var (editor, body) = (A.Person("Edie Tor"), A.Body());
        await site.SaveAsync(Place, [.. Wards, editor, body, .. Wards.Select(w => new AreaLink(Place, AreaLinkKind.Contains, w))]);
        await site.SaveAsync(A.Membership(editor, Place, Capability.Publish, body));
        foreach (var (area, people) in All.Zip(spoke))
        {
            var consultation = await site.SaveAsync(A.Consultation($"About {area.Name}", area, body));
            asked.Add((consultation, people));
            await SpeakAsync(consultation, body, people);
            await site.DoAsync<CommunityVoiceDb>(db => CommentCounts.RecountAsync(db, consultation.Id, default));
            await site.AssessAsync(consultation.Id, Dataset.Heard);
        }
        await site.DoAsync<HeardTables>(tables => tables.RefreshDueAsync(default));
        await site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));
        var browser = new Browser(site, editor.Id);
        foreach (var (area, consultation, people) in Asked.Where(a => a.Spoke.Count > 0).ToList())
            Reports[area] = await SummaryScene.ReportAsync(site, browser, consultation, $"What {area.Name} said");
    }

    private async Task SpeakAsync(Consultation consultation, Body body, IReadOnlyList<Alike> groups)
    {
        List<object> said = [];
        foreach (var (group, n) in groups.SelectMany(g => Enumerable.Range(0, g.People).Select(n => (g, n))))
        {
            if (group.Channel is { } channel)
            {
                said.Add(new Comment(consultation, new Author(null, "Somebody", group.Voice, Wards[group.Ward].Id), "The kerb is too high.", FakeClock.Start.AddHours(-1)).CameBy(channel, body.Id, EntryConsent.PublishAndQuote));
                continue;
            }
            var person = A.Person($"Person {n}", voice: group.Voice, area: Wards[group.Ward]);
            said.Add(person);
            said.Add(A.Comment(consultation, person, "More benches, please."));
        }
        if (said.Count > 0) await site.SaveAsync(said[0], [.. said.Skip(1)]);
    }
}
