using CommunityVoice.Analysis.Representation;

namespace CommunityVoice.Voting;

/// <summary>One option reweighted to who lives where, beside what was counted.</summary>
public sealed record WeightedRow(long Option, double Raw, double Weighted, double Low, double High);

/// <summary>The result if each area counted by how many people live in it, and how like those who live there those who took part are.</summary>
/// <remarks>
/// At: as of when. People: how many told their area and are weighted. EffectiveSize: as many people counted plainly would be as exact. Capped:
/// how many people have the largest weight allowed. Unheard: areas from which nobody took part.
/// </remarks>
public sealed record WeightedView(
    DateTimeOffset At, int People, double EffectiveSize, int Capped, IReadOnlyList<string> Unheard,
    double? MinToMax, double? MinToMean, double? Similarity, string? Lowest, string? Highest, IReadOnlyList<WeightedRow> Options)
{
    /// <summary>With fewer people who told their area, weights would make a few speak for many.</summary>
    public const int FewestPeople = 50;

    /// <summary>Nothing with too few people, or where no population is known.</summary>
    internal static WeightedView? Of(IReadOnlyList<(int Area, IReadOnlySet<long> Chosen)> people, IReadOnlyList<(string Name, int Population)> areas, IEnumerable<long> options, DateTimeOffset now)
    {
        if (people.Count < FewestPeople || areas.Count < 2 || areas.Any(a => a.Population <= 0)) return null;
        var raked = Raking.Of([.. people.Select(p => new int?[] { p.Area })], [new Margin("Area", [.. areas.Select(a => (double)a.Population)])]);
        var likeness = Likeness.Of([.. areas.Select((a, i) => new CategoryCount(a.Name, people.Count(p => p.Area == i), a.Population))]);
        var rows = options.Select(option =>
        {
            var share = WeightedShare.Of([.. people.Select((p, i) => (raked.Weights[i], p.Chosen.Contains(option)))]);
            return new WeightedRow(option, (double)people.Count(p => p.Chosen.Contains(option)) / people.Count, share.Share ?? 0, share.Interval.Low, share.Interval.High);
        });
        return new(now, people.Count, Math.Round(raked.EffectiveSize, 1), raked.Capped, [.. raked.NotRepresentable.Select(u => areas[u.Category].Name)],
            likeness.MinToMax, likeness.MinToMean, likeness.Similarity, likeness.Lowest, likeness.Highest, [.. rows]);
    }
}
