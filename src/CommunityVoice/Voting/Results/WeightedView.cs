using CommunityVoice.Analysis.Representation;
using CommunityVoice.OpenData;

namespace CommunityVoice.Voting;

/// <summary>One option reweighted to who lives where, beside what was counted.</summary>
public sealed record WeightedRow(long Option, double Raw, double Weighted, double Low, double High);

/// <summary>The result if each area counted by how many people live in it, and how like those who live there those who took part are.</summary>
/// <remarks>
/// Worked out from the table by area as it is published and from nothing else, so that it tells no more: exact shares of few people would give away
/// what the table hides. Where a number is hidden, what is left of the option's people is spread over the areas in question by their size.
/// At: as of when. People: about how many told their area and are weighted. TooFew: areas left out since their number is hidden. EffectiveSize: as many people counted plainly would be as exact. Capped:
/// how many people have the largest weight allowed. Unheard: areas from which nobody took part.
/// </remarks>
public sealed record WeightedView(
    DateTimeOffset At, int People, double EffectiveSize, int Capped, IReadOnlyList<string> Unheard,
    double? MinToMax, double? MinToMean, double? Similarity, string? Lowest, string? Highest, IReadOnlyList<WeightedRow> Options)
{
    public IReadOnlyList<string> TooFew { get; init; } = [];

    /// <summary>With fewer people who told their area, weights would make a few speak for many.</summary>
    public const int FewestPeople = 50;

    /// <summary>Of a table by area, the people who live in each area and the exact number of people behind each option. Nothing where there is no such table.</summary>
    internal static WeightedView? Of(PublishedTable? table, IReadOnlyList<(string Name, int Population)> areas, IReadOnlyList<(long Id, int People)> options)
    {
        if (table is null || table.Columns.Count != options.Count) return null;
        var rows = areas.Select(a => table.Rows.FirstOrDefault(r => r.Label == a.Name)).ToList();
        var sizes = rows.ConvertAll(r => r is null ? null : ShownCount.Of(r.People).Number);
        var shown = Enumerable.Range(0, areas.Count).Where(i => sizes[i] is not null).ToList();
        var people = new List<(int, IReadOnlySet<long>)>();
        foreach (var (at, area) in shown.Index())
        {
            var chose = options.Select((o, i) => (o.Id, Choosers: Choosers(table, rows[area]!, i, o.People))).ToList();
            for (var n = 0; n < sizes[area]; n++) people.Add((at, chose.Where(c => n < c.Choosers).Select(c => c.Id).ToHashSet()));
        }
        return Of(people, shown.ConvertAll(i => areas[i]), options.Select(o => o.Id), table.At) is { } view
            ? view with { TooFew = [.. areas.Where((_, i) => sizes[i] is null).Select(a => a.Name)] }
            : null;
    }

    // As shown; where it is hidden, as large a part of the group as of all groups in which it is.
    private static double Choosers(PublishedTable table, TableRow row, int option, int people)
    {
        if (ShownCount.Of(row.Cells[option].Words).Number is { } known) return known;
        var hidden = table.Rows.Where(r => ShownCount.Of(r.Cells[option].Words).IsHidden).ToList();
        var left = people - table.Rows.Sum(r => ShownCount.Of(r.Cells[option].Words).Number ?? 0);
        var within = table.People - table.Rows.Except(hidden).Sum(r => ShownCount.Of(r.People).Number ?? 0);
        return within <= 0 ? 0 : Math.Round((ShownCount.Of(row.People).Number ?? 0) * Math.Clamp((double)left / within, 0, 1));
    }

    /// <summary>Nothing with too few people, or where no population is known.</summary>
    private static WeightedView? Of(IReadOnlyList<(int Area, IReadOnlySet<long> Chosen)> people, IReadOnlyList<(string Name, int Population)> areas, IEnumerable<long> options, DateTimeOffset now)
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
