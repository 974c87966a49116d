using System.Text.Json.Serialization;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>Whether a strategy's money follows the voice, in one line: the widest gap and how many nobody explained. Shares are whole per cents.</summary>
public sealed record MoneyLine(string Slug, string Title, long Pence, VoiceBasis Basis, int Items, int Gaps, int Unexplained, string? WidestItem, int WidestVoice, int WidestMoney)
{
    /// <summary>Its money by shift; nothing in what was counted before shifts were.</summary>
    public IReadOnlyList<ShiftRow> Shifts { get; init; } = [];

    /// <summary>How many strategies are added up in it above places; none where it is of one, and the slug is that one's.</summary>
    public int Strategies { get; init; }

    /// <summary>The last day of its years, where it is of one strategy and they were over when it was counted.</summary>
    public DateOnly? EndedOn { get; init; }

    public static MoneyLine Of(string slug, string title, MoneyMatrix matrix, VoiceAndMoney voice, IReadOnlyList<ShiftRow> shifts)
    {
        List<VoiceRow> gaps = voice.Basis == VoiceBasis.Nothing ? [] : [.. voice.Rows.Where(r => r.IsGap).OrderByDescending(r => Math.Abs(r.MoneyShare - r.VoiceShare))];
        return new(slug, title, matrix.Total, voice.Basis, voice.Rows.Count, gaps.Count, gaps.Count(g => g.Explanation is null),
            gaps.FirstOrDefault()?.Item.Title, Percent(gaps.FirstOrDefault()?.VoiceShare), Percent(gaps.FirstOrDefault()?.MoneyShare))
        {
            Shifts = shifts,
        };
    }

    private static int Percent(double? share) => (int)Math.Round((share ?? 0) * 100, MidpointRounding.AwayFromZero);
}

/// <summary>An action whose ground is that there are too few people or places to do it (rule R-I54), and whether anything is planned for that.</summary>
public sealed record CapacityRisk(string Slug, string Strategy, int Action, string Title, IReadOnlyList<string> Themes, int Comments, bool IsAboutCapacity, long Pence)
{
    /// <summary>Until it is about the workforce or capacity and has money.</summary>
    [JsonIgnore] public bool IsAtRisk => !IsAboutCapacity || Pence == 0;
}

/// <summary>Sums newest published strategies up for those who read at a glance.</summary>
public sealed class StrategyLines(CommunityVoiceDb db, MoneyLists lists, VoiceShares shares)
{
    /// <summary>By area, the line of its newest strategy, which says so where its years are over on a day.</summary>
    public async Task<IReadOnlyDictionary<long, MoneyLine>> MoneyAsync(DateOnly on, CancellationToken ct)
    {
        var lines = new Dictionary<long, MoneyLine>();
        foreach (var version in await db.StrategyVersions.Newest().Whole().OrderBy(v => v.PublishedAt).ThenBy(v => v.Id).ToListAsync(ct))
        {
            var matrix = MoneyMatrix.Of(version, lists);
            lines[version.Strategy.AreaId] = MoneyLine.Of(version.Strategy.Slug, version.Title, matrix, await shares.OfAsync(version, matrix, ct), ShiftRow.Of(version, lists)) with { EndedOn = version.EndedBefore(on) };
        }
        return lines;
    }

    /// <summary>By area, the actions of its newest strategies that rest on findings about capacity.</summary>
    public Task<ILookup<long, CapacityRisk>> RisksAsync(CancellationToken ct) => RisksAsync(db.StrategyVersions.Newest(), ct);

    /// <summary>Those of one version, published or not, by the number of the action.</summary>
    public async Task<IReadOnlyDictionary<int, CapacityRisk>> RisksOfAsync(long versionId, CancellationToken ct) =>
        (await RisksAsync(db.StrategyVersions.Where(v => v.Id == versionId), ct)).SelectMany(r => r).ToDictionary(r => r.Action);

    private async Task<ILookup<long, CapacityRisk>> RisksAsync(IQueryable<StrategyVersion> of, CancellationToken ct)
    {
        var found = await db.Set<ActionFinding>().AsNoTracking().Where(f => of.Any(v => v.Id == f.Action.VersionId))
            .Select(f => new
            {
                f.FindingId,
                f.ActionId,
                f.Action.Version.Strategy.AreaId,
                f.Action.Version.Strategy.Slug,
                Strategy = f.Action.Version.Title,
                f.Action.Number,
                f.Action.Title,
                f.Action.Class,
                Pence = f.Action.Version.Lines.Where(l => l.ActionId == f.ActionId).Sum(l => l.Pence),
                Theme = f.Finding.Theme != null && f.Finding.Theme.IsAboutCapacity ? f.Finding.Theme.Name : null,
            }).ToListAsync(ct);
        var findings = found.Select(f => f.FindingId).ToHashSet();
        var coded = (await (from citation in db.Citations.AsNoTracking()
                            join coding in db.Codings on citation.CommentId equals (long?)coding.CommentId
                            where findings.Contains(citation.FindingId) && coding.Theme.IsAboutCapacity
                            select new { citation.FindingId, coding.CommentId, coding.Theme.Name }).ToListAsync(ct)).ToLookup(c => c.FindingId);
        return found.Where(f => f.Theme is not null || coded.Contains(f.FindingId)).GroupBy(f => f.ActionId).OrderBy(g => g.First().Slug, StringComparer.Ordinal).ThenBy(g => g.First().Number)
            .ToLookup(g => g.First().AreaId, g => new CapacityRisk(g.First().Slug, g.First().Strategy, g.First().Number, g.First().Title,
                [.. g.Select(f => f.Theme).OfType<string>().Concat(g.SelectMany(f => coded[f.FindingId].Select(c => c.Name))).Distinct(StringComparer.Ordinal)],
                g.SelectMany(f => coded[f.FindingId].Select(c => c.CommentId)).Distinct().Count(), g.First().Class is ActionClass.Workforce or ActionClass.Capacity or ActionClass.PlaceCapacity, g.First().Pence));
    }
}
