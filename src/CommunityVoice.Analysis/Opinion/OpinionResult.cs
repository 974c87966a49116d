using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Analysis.Opinion;

/// <summary>An opinion group as pages show it.</summary>
/// <param name="Label">The letter by which people know it.</param>
/// <param name="Size">How many people are in it.</param>
/// <param name="Representative">The statements that set it apart, those it agrees with first.</param>
public sealed record OpinionGroup(char Label, int Size, IReadOnlyList<RepresentativeStatement> Representative);

/// <summary>All there is to say of one statement.</summary>
/// <param name="Counts">What everybody and each group made of it; groups stand in the order of <see cref="OpinionResult.Groups"/>.</param>
/// <param name="AgreeInterval">The Wilson interval (95 %) of the share that agrees, of all who marked it.</param>
/// <param name="DisagreeInterval">The same of the share that disagrees.</param>
/// <param name="Position">Where it lies on the map, not scaled.</param>
/// <param name="Priority">The weight with which it is drawn to be shown next.</param>
public sealed record StatementResult(
    StatementCounts Counts, Interval AgreeInterval, Interval DisagreeInterval, OpinionPoint Position, double Priority)
{
    public long Statement => Counts.Statement;

    /// <summary>A / S: the share that agrees as it is, or null where nobody marked it.</summary>
    public double? AgreeShare => Counts.Everyone.Seen == 0 ? null : (double)Counts.Everyone.Agree / Counts.Everyone.Seen;

    /// <summary>D / S.</summary>
    public double? DisagreeShare => Counts.Everyone.Seen == 0 ? null : (double)Counts.Everyone.Disagree / Counts.Everyone.Seen;

    /// <summary>How much it tells people apart.</summary>
    public double Extremity => Position.Length;
}

/// <summary>
/// What came of an agree/disagree/pass ballot, ready for a page: nothing in it is about a single person.
/// </summary>
/// <remarks>
/// Counts are true ones. A public page that breaks them down by group passes them through <see cref="Disclosure"/> first: exact counts of everybody
/// less those of all groups would be the counts of the few who are in none.
/// </remarks>
public sealed record OpinionResult
{
    /// <summary>Who marked at least one statement that stands.</summary>
    public required int People { get; init; }

    /// <summary>Who is in a group that is shown.</summary>
    public required int Grouped { get; init; }

    /// <summary>Who is in none: too few marks, or in a group too small to show.</summary>
    public int Ungrouped => People - Grouped;

    /// <summary>How many votes were counted.</summary>
    public required int Votes { get; init; }

    /// <summary>Why there are no groups; null where there are.</summary>
    public required NoGroupsReason? NoGroups { get; init; }

    /// <summary>The mean silhouette of the groups, -1 to 1: above one half they stand well apart, below a quarter hardly. Null without groups.</summary>
    public required double? Separation { get; init; }

    /// <summary>The rules that were applied.</summary>
    public required OpinionOptions Rules { get; init; }

    /// <summary>By letter.</summary>
    public required IReadOnlyList<OpinionGroup> Groups { get; init; }

    /// <summary>What all groups lean the same way on; see <see cref="OpinionStatistics.CommonGround"/>.</summary>
    public required IReadOnlyList<CommonGroundStatement> CommonGround { get; init; }

    /// <summary>What most of all people agree with.</summary>
    public required IReadOnlyList<MajorityStatement> MajorityAgree { get; init; }

    /// <summary>What most of all people disagree with.</summary>
    public required IReadOnlyList<MajorityStatement> MajorityDisagree { get; init; }

    /// <summary>What groups part on; group numbers are places in <see cref="Groups"/>.</summary>
    public required IReadOnlyList<DividingStatement> Dividing { get; init; }

    /// <summary>Each statement that stands, by rising id.</summary>
    public required IReadOnlyList<StatementResult> Statements { get; init; }

    /// <summary>The map; null without groups.</summary>
    public required OpinionMap? Map { get; init; }
}

/// <summary>A result and, for the next update only and never for a page, the letter of everybody who is in a group.</summary>
public sealed record OpinionUpdate(OpinionResult Result, IReadOnlyDictionary<Guid, char> Membership)
{
    /// <summary>
    /// Works a ballot out: groups from the votes alone, then letters by those last published, then statistics. The same votes, rules and published
    /// letters give the same result, bit for bit.
    /// </summary>
    public static OpinionUpdate Of(OpinionVotes votes, OpinionOptions? rules = null, IReadOnlyDictionary<Guid, char>? published = null)
    {
        rules ??= new();
        var groups = OpinionGroups.Of(votes, rules);
        var labels = GroupLabels.Match(groups, published ?? new Dictionary<Guid, char>());
        int[] byLabel = [.. Enumerable.Range(0, labels.Count).OrderBy(g => labels[g])];
        var places = new int[labels.Count];
        for (var place = 0; place < byLabel.Length; place++) places[byLabel[place]] = place;
        var statistics = OpinionStatistics.Of(votes, [.. groups.GroupOf.Select(g => g < 0 ? -1 : places[g])], labels.Count);

        return new(new()
        {
            People = votes.Participants.Count,
            Grouped = groups.Sizes.Sum(),
            Votes = votes.Count,
            NoGroups = groups.Why,
            Separation = groups.Separation,
            Rules = rules,
            Groups = [.. byLabel.Select((g, place) => new OpinionGroup(labels[g], groups.Sizes[g], statistics.Representative(place)))],
            CommonGround = statistics.CommonGround(),
            MajorityAgree = statistics.Majority(OpinionSide.Agree),
            MajorityDisagree = statistics.Majority(OpinionSide.Disagree),
            Dividing = statistics.Dividing(),
            Statements = [.. statistics.Statements.Select((s, n) => Describe(s, groups.Space.Statements[n]))],
            Map = OpinionMap.Of(groups, labels),
        }, groups.GroupOf.Select((g, p) => (g, p)).Where(x => x.g >= 0).ToDictionary(x => votes.Participants[x.p], x => labels[x.g]));
    }

    private static StatementResult Describe(StatementCounts counts, OpinionPoint position) => new(
        counts,
        WilsonInterval.Of(counts.Everyone.Agree, counts.Everyone.Seen),
        WilsonInterval.Of(counts.Everyone.Disagree, counts.Everyone.Seen),
        position,
        OpinionMeasures.Priority(counts.Everyone, position.Length));
}
