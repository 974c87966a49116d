using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.People;

namespace CommunityVoice.Tests.Areas;

/// <summary>An authority with a system in it, two places, and two wards in each; a consultation in every ward and place, and people who spoke there.</summary>
internal sealed class NestedPlaces(Site site)
{
    private static readonly Voice[] Voices = [Voice.Resident, Voice.Carer, Voice.CommunityGroup, Voice.PrimaryCare];

    public Area Authority { get; } = A.Area("Three Rivers", AreaLevel.StrategicAuthority, 900_000);
    public Area System { get; } = A.Area("Two Rivers", AreaLevel.System, 600_000);
    public Area[] Places { get; } = [A.Area("Rivermead", population: 300_000), A.Area("Fellside", population: 250_000)];
    public Area[] Wards { get; } = [A.Area("Weirside", AreaLevel.Ward, 12_000), A.Area("Hillgate", AreaLevel.Ward, 11_000), A.Area("Tarn", AreaLevel.Ward, 9_000), A.Area("Scar", AreaLevel.Ward, 8_000)];
    public IEnumerable<Area> All => [Authority, System, .. Places, .. Wards];

    /// <summary>Per area: how many residents, carers, groups and practices spoke in its consultation.</summary>
    public static async Task<NestedPlaces> MakeAsync(Site site, IReadOnlyDictionary<string, int[]> spoke)
    {
        var nested = new NestedPlaces(site);
        await nested.SaveAsync(spoke);
        return nested;
    }

    /// <summary>More people speak in an area.</summary>
    public async Task SpeakAsync(Area area, params int[] byVoice)
    {
        var consultation = consultations.TryGetValue(area, out var known) ? known : consultations[area] = await site.SaveAsync(A.Consultation($"About {area.Name}", area));
        List<object> said = [];
        foreach (var (count, v) in byVoice.Select((c, v) => (c, v)))
        {
            for (var i = 0; i < count; i++)
            {
                var person = A.Person($"Person {said.Count}", voice: Voices[v], area: area.Level == AreaLevel.Ward ? area : Wards[(i + v) % 2 + (area == Places[1] ? 2 : 0)]);
                await site.SaveAsync(person);
                said.Add(A.Comment(consultation, person, "More benches, please."));
            }
        }
        if (said.Count > 0) await site.SaveAsync(said[0], [.. said.Skip(1)]);
    }

    public Task CountAsync() => site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));

    private readonly Dictionary<Area, Consultation> consultations = [];

    private async Task SaveAsync(IReadOnlyDictionary<string, int[]> spoke)
    {
        AreaLink In(Area around, Area inner) => new(around, AreaLinkKind.Contains, inner);
        await site.SaveAsync(Authority, [.. All.Skip(1), In(Authority, System), In(System, Places[0]), In(System, Places[1]),
            In(Places[0], Wards[0]), In(Places[0], Wards[1]), In(Places[1], Wards[2]), In(Places[1], Wards[3])]);
        foreach (var area in All) await SpeakAsync(area, spoke.GetValueOrDefault(area.Name) ?? []);
        await CountAsync();
    }
}
