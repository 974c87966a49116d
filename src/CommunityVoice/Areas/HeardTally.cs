using CommunityVoice.People;

namespace CommunityVoice.Areas;

/// <summary>
/// Who took part where, added up through all areas around. A turn is one person in one consultation, in the voice they used last there: turns of parts
/// add up to those of the whole, while different people do not, since somebody may take part in several.
/// </summary>
internal sealed class HeardTally(Nesting nesting)
{
    private readonly Dictionary<(long Consultation, (Guid?, string) Person), (long Area, Voice Voice, long? Home)> turns = [];
    private readonly Dictionary<long, int> comments = [];
    private readonly Dictionary<long, HashSet<(Guid?, string)>> people = [];
    private readonly Dictionary<long, HashSet<long>> around = [];

    /// <summary>The voices that are told apart, in the order of tables.</summary>
    public static IReadOnlyList<Voice> Voices { get; } = [.. VoiceWords.SelfDeclared, Voice.NotSaid];

    public void Add(long area, long consultation, (Guid?, string) person, Voice voice, long? home)
    {
        turns[(consultation, person)] = (area, voice, home);
        foreach (var outer in Around(area))
        {
            comments[outer] = comments.GetValueOrDefault(outer) + 1;
            if (!people.TryGetValue(outer, out var known)) people[outer] = known = [];
            known.Add(person);
        }
    }

    public int PeopleIn(long area) => people.TryGetValue(area, out var known) ? known.Count : 0;

    public int CommentsIn(long area) => comments.GetValueOrDefault(area);

    public int TurnsIn(long area) => turns.Values.Count(t => Around(t.Area).Contains(area));

    /// <summary>By voice, the turns in consultations of this very area.</summary>
    public IReadOnlyDictionary<long, int[]> OwnByVoice() => turns.Values.GroupBy(t => t.Area)
        .ToDictionary(g => g.Key, g => Voices.Select(v => g.Count(t => t.Voice == v)).ToArray());

    /// <summary>Different people heard within the area by where they live, as they said last; nothing where they did not say.</summary>
    public IReadOnlyList<(long? Home, int People)> HomesIn(long area) =>
        [.. turns.Where(t => Around(t.Value.Area).Contains(area)).GroupBy(t => t.Key.Person).GroupBy(p => p.Last().Value.Home).Select(g => (g.Key, g.Count()))];

    private HashSet<long> Around(long area) => around.TryGetValue(area, out var known) ? known : around[area] = AreaTree.Walk(area, nesting.Links, down: false);
}
