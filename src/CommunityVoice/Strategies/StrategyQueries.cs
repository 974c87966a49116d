using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>A published strategy in a list.</summary>
public sealed record StrategyRow(string Slug, string Title, string About, string Area, string AreaSlug, string By, string BySlug, DateTimeOffset PublishedAt, int Version, int Actions, long Pence, string Focus, int? FocusYear);

/// <summary>Named queries over strategies.</summary>
public static class StrategyQueries
{
    extension(IQueryable<StrategyVersion> versions)
    {
        /// <summary>Published, with no later published version.</summary>
        public IQueryable<StrategyVersion> Newest() => versions.Where(v =>
            v.PublishedAt != null && !v.Strategy.Versions.Any(later => later.PublishedAt != null && later.Number > v.Number));

        /// <summary>With everything it holds and rests on.</summary>
        public IQueryable<StrategyVersion> Whole() => versions
            .Include(v => v.Strategy).ThenInclude(s => s.Area)
            .Include(v => v.Strategy).ThenInclude(s => s.By)
            .Include(v => v.Strategy).ThenInclude(s => s.Authors).ThenInclude(a => a.Body)
            .Include(v => v.Strategy).ThenInclude(s => s.GapNotes)
            .Include(v => v.Strategy).ThenInclude(s => s.Reports)
            .Include(v => v.Strategy).ThenInclude(s => s.Framework).ThenInclude(f => f.Items)
            .Include(v => v.Actions).ThenInclude(a => a.Owner)
            .Include(v => v.Actions).ThenInclude(a => a.Items)
            .Include(v => v.Actions).ThenInclude(a => a.Skills)
            .Include(v => v.Actions).ThenInclude(a => a.Brings).ThenInclude(b => b.Element)
            .Include(v => v.Actions).ThenInclude(a => a.Findings).ThenInclude(f => f.Finding).ThenInclude(f => f.Version).ThenInclude(v => v.Summary)
            .Include(v => v.Lines).ThenInclude(l => l.Items)
            .Include(v => v.Lines).ThenInclude(l => l.Payer)
            .Include(v => v.Lines).ThenInclude(l => l.Payee)
            .Include(v => v.Plans)
            .Include(v => v.Measures).ThenInclude(m => m.Owner)
            .AsSplitQuery();

        /// <summary>What their actions ask of those who decide for the country, in the order it was asked.</summary>
        public IQueryable<NationalAsk> ToAsks(long after = 0) => versions.SelectMany(v => v.Actions).Where(a => a.OwnerKind == OwnerKind.National && a.Id > after).OrderBy(a => a.Id)
            .Select(a => new NationalAsk(a.Id, a.NationalAsk, a.Number, a.Title, a.Version.Title, a.Version.Strategy.Slug, a.Version.Strategy.Area.Name, a.Version.Strategy.Area.Slug,
                a.Version.Strategy.By.Name, a.Version.Strategy.By.Slug, a.DueOn, "/strategies/" + a.Version.Strategy.Slug + "#action-" + a.Number));

        /// <summary>Newest first.</summary>
        public IQueryable<StrategyRow> ToRows() => versions.OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id)
            .Select(v => new StrategyRow(v.Strategy.Slug, v.Title, v.About, v.Strategy.Area.Name, v.Strategy.Area.Slug, v.Strategy.By.Name, v.Strategy.By.Slug,
                v.PublishedAt!.Value, v.Number, v.Actions.Count, v.Lines.Sum(l => l.Pence), v.Focus, v.FocusYear));
    }
}

/// <summary>An action that a finding asked for, with its money: shown beside the finding, so that it can be followed.</summary>
public sealed record CameOfIt(string Slug, string Strategy, int Action, string Title, IReadOnlyList<(int Line, string Title, long Pence)> Lines, string UnfundedReason)
{
    /// <summary>Actions of newest published versions, by the words of the finding: a corrected summary holds a copy of each finding under a new number.</summary>
    public static async Task<ILookup<string, CameOfIt>> OfAsync(CommunityVoiceDb db, long summaryId, CancellationToken ct)
    {
        var found = await db.Set<ActionFinding>().AsNoTracking()
            .Where(f => f.Finding.Version.SummaryId == summaryId && db.StrategyVersions.Newest().Any(v => v.Id == f.Action.VersionId))
            .OrderBy(f => f.Action.VersionId).ThenBy(f => f.Action.Number)
            .Select(f => new { f.Finding.Heading, f.ActionId, f.Action.Version.Strategy.Slug, Strategy = f.Action.Version.Title, f.Action.Number, f.Action.Title, f.Action.UnfundedReason })
            .ToListAsync(ct);
        var actions = found.ConvertAll(f => (long?)f.ActionId);
        var lines = (await db.BudgetLines.AsNoTracking().Where(l => actions.Contains(l.ActionId)).OrderBy(l => l.Number)
            .Select(l => new { l.ActionId, l.Number, l.Title, l.Pence }).ToListAsync(ct)).ToLookup(l => l.ActionId);
        return found.DistinctBy(f => (f.Heading, f.ActionId)).ToLookup(f => f.Heading, f => new CameOfIt(
            f.Slug, f.Strategy, f.Number, f.Title, [.. lines[f.ActionId].Select(l => (l.Number, l.Title, l.Pence))], f.UnfundedReason), StringComparer.Ordinal);
    }
}

/// <summary>A finding as an action leads down to it: its place in the version of the summary that holds it, and the review it was made for, if there is one.</summary>
public sealed record FindingLink(long Id, string Heading, string Summary, string Href, string? Review, string? ReviewSlug)
{
    public static async Task<IReadOnlyDictionary<long, FindingLink>> OfAsync(CommunityVoiceDb db, IReadOnlyCollection<long> ids, CancellationToken ct) =>
        (await db.Findings.AsNoTracking().Where(f => ids.Contains(f.Id) && f.Version.PublishedAt != null).Select(f => new
        {
            f.Id,
            f.Heading,
            f.Version.Title,
            f.Version.Summary.Slug,
            f.Version.Number,
            Review = f.Version.Summary.Consultation.Review!.Title,
            ReviewSlug = f.Version.Summary.Consultation.Review!.Slug,
            Before = f.Version.Findings.Count(o => o.Order < f.Order),
            IsNewest = !f.Version.Summary.Versions.Any(l => l.PublishedAt != null && l.Number > f.Version.Number),
        }).ToListAsync(ct)).ToDictionary(f => f.Id, f => new FindingLink(f.Id, f.Heading, f.Title, $"/summaries/{f.Slug}{(f.IsNewest ? "" : $"/v{f.Number}")}#finding-{f.Before + 1}", f.Review, f.ReviewSlug));
}
