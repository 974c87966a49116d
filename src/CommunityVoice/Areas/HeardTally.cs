using CommunityVoice.People;
using CommunityVoice.Voting;

namespace CommunityVoice.Areas;

/// <summary>The turns in one consultation, by column.</summary>
internal sealed record HeardIn(long Consultation, long Area, int[] Turns);

/// <summary>
/// Who took part where, added up through all areas around. A turn is one person in one consultation, in the voice they used last there: turns of parts
/// add up to those of the whole, while different people do not, since somebody may take part in several.
/// </summary>
internal sealed class HeardTally(Nesting nesting)
{
    private readonly Dictionary<(long Consultation, (Guid?, string) Person), (long Area, Voice Voice, long? Home, EntryChannel? Channel)> turns = [];
    private readonly HashSet<(long Consultation, (Guid?, string) Person, long? Home)> homes = [];
    private readonly Dictionary<long, (long Area, int People)> meetings = [];
    private readonly Dictionary<long, int> comments = [];
    private readonly Dictionary<long, HashSet<(Guid?, string)>> people = [];
    private readonly Dictionary<long, HashSet<long>> around = [];

    /// <summary>The voices that are told apart, in the order of tables.</summary>
    public static IReadOnlyList<Voice> Voices { get; } = [.. VoiceWords.SelfDeclared, Voice.NotSaid];

    /// <summary>The ways of telling us, in the order of tables: the site first.</summary>
    public static IReadOnlyList<EntryChannel?> Ways { get; } = [null, .. Enum.GetValues<EntryChannel>()];

    public void Add(long area, long consultation, (Guid?, string) person, Voice voice, long? home, EntryChannel? channel)
    {
        turns[(consultation, person)] = (area, voice, home, channel);
        homes.Add((consultation, person, home));
        foreach (var outer in Around(area))
        {
            comments[outer] = comments.GetValueOrDefault(outer) + 1;
            if (!people.TryGetValue(outer, out var known)) people[outer] = known = [];
            known.Add(person);
        }
    }

    /// <summary>A meeting that was written down: its points are comments, and nobody is counted for them.</summary>
    public void AddMeeting(long area, long meeting, int about)
    {
        meetings[meeting] = (area, about);
        foreach (var outer in Around(area)) comments[outer] = comments.GetValueOrDefault(outer) + 1;
    }

    /// <summary>How many meetings there were, and about how many people came to them.</summary>
    public (int Meetings, int People) MeetingsIn(long area)
    {
        var here = meetings.Values.Where(m => Around(m.Area).Contains(area)).ToList();
        return (here.Count, here.Sum(m => m.People));
    }

    public int PeopleIn(long area) => people.TryGetValue(area, out var known) ? known.Count : 0;

    public int CommentsIn(long area) => comments.GetValueOrDefault(area);

    public int TurnsIn(long area) => turns.Values.Count(t => Around(t.Area).Contains(area));

    /// <summary>Whether nobody within the area told us in another way than on the site.</summary>
    public bool IsAllOnTheSite(long area) => turns.Values.All(t => t.Channel is null || !Around(t.Area).Contains(area));

    /// <summary>The turns in each consultation by voice.</summary>
    public IReadOnlyList<HeardIn> ByVoice() => In(t => Voices.Select(v => t.Count(x => x.Voice == v)));

    /// <summary>The turns in each consultation by way of telling us.</summary>
    public IReadOnlyList<HeardIn> ByChannel() => In(t => Ways.Select(w => t.Count(x => x.Channel == w)));

    /// <summary>Different people heard within the area by where they live, as they said last; nothing where they did not say.</summary>
    public IReadOnlyList<(long? Home, int People)> HomesIn(long area) =>
        [.. turns.Where(t => Around(t.Value.Area).Contains(area)).GroupBy(t => t.Key.Person).GroupBy(p => p.Last().Value.Home).Select(g => (g.Key, g.Count()))];

    /// <summary>Different people by where they live in each consultation within the area; as in its report, somebody who spoke from two areas counts in both.</summary>
    public IReadOnlyList<(long Consultation, long Area, IReadOnlyList<(long? Home, int People)> Homes)> HomesByConsultation(long area) =>
        [.. homes.GroupBy(h => h.Consultation).Select(g => (Consultation: g.Key, turns[(g.Key, g.First().Person)].Area, Homes: (IReadOnlyList<(long?, int)>)[.. g.GroupBy(h => h.Home).Select(h => (h.Key, h.Count()))]))
            .Where(c => Around(c.Area).Contains(area)).OrderBy(c => c.Consultation)];

    private List<HeardIn> In(Func<IReadOnlyList<(long Area, Voice Voice, long? Home, EntryChannel? Channel)>, IEnumerable<int>> count) =>
        [.. turns.GroupBy(t => t.Key.Consultation, t => t.Value).OrderBy(g => g.Key).Select(g => new HeardIn(g.Key, g.First().Area, [.. count([.. g])]))];

    private HashSet<long> Around(long area) => around.TryGetValue(area, out var known) ? known : around[area] = AreaTree.Walk(area, nesting.Links, down: false);
}
