using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Chains;

/// <summary>Something else that is tied to what a page is about, and what ties them, in words. Tag: changes with it.</summary>
public sealed record RelatedThing(string Path, string Title, string Why, string Tag);

/// <summary>
/// Finds what else is tied to a recommendation, a theme or a strategy by what people recorded: the same finding, the same theme, whom it asks, the same framework
/// item, the same area. The same for every reader, from what is public alone; above places nothing is recommended from parts that are not shared.
/// </summary>
public sealed class RelatedThings(CommunityVoiceDb db, SharedViews shared, TimeProvider clock)
{
    public const int Most = 5;

    public async Task<IReadOnlyList<RelatedThing>> OfAsync(Recommendation recommendation, CancellationToken ct)
    {
        var (summary, place) = (recommendation.SummaryId, recommendation.Summary.Consultation.Area);
        var unshared = await UnsharedAsync(place, ct);
        var ties = new Ties(
            Same([summary], recommendation.Grounds.ConvertAll(g => g.Finding.Heading), unshared), About(recommendation.Grounds.ConvertAll(g => g.Finding.ThemeId), unshared),
            unshared, recommendation.Id, recommendation.AddresseeId, place.Id);
        return Nearest(await RecommendationsAsync(ties, ct), await ActionsAsync(ties, ct));
    }

    /// <summary>Of a theme with its area and the wider theme that it is part of.</summary>
    public async Task<IReadOnlyList<RelatedThing>> OfAsync(Theme theme, CancellationToken ct)
    {
        var unshared = await UnsharedAsync(theme.Area, ct);
        var about = About([theme.Id], unshared);
        var ties = new Ties(about, about, unshared) { Rests = "Rests on a finding about this theme" };
        return Nearest(await ThemesAsync(theme, unshared, ct), await RecommendationsAsync(ties, ct), await ActionsAsync(ties, ct));
    }

    /// <summary>Of a published version with all that it holds.</summary>
    public async Task<IReadOnlyList<RelatedThing>> OfAsync(StrategyVersion version, CancellationToken ct)
    {
        var findings = version.Actions.SelectMany(a => a.Findings).Select(f => f.Finding).ToList();
        var unshared = await UnsharedAsync(version.Strategy.Area, ct);
        var ties = new Ties(
            Same([.. findings.Select(f => f.Version.SummaryId).Distinct()], [.. findings.Select(f => f.Heading).Distinct(StringComparer.Ordinal)], unshared), About([.. findings.Select(f => f.ThemeId).Distinct()], unshared),
            unshared, Body: version.Strategy.ById, Area: version.Strategy.AreaId)
        { Asks = $"Asks {version.Strategy.By.Name}, whose strategy this is" };
        return Nearest(await RecommendationsAsync(ties, ct), await StrategiesAsync(version, ties.Same, ct));
    }

    // A corrected summary holds a copy of each finding, so those of one summary are known by their words.
    private IQueryable<long> Same(List<long> summaries, List<string> headings, HashSet<long> unshared) =>
        Told(unshared).Where(f => summaries.Contains(f.Version.SummaryId) && headings.Contains(f.Heading)).Select(f => f.Id);

    private IQueryable<long> About(List<long?> themes, HashSet<long> unshared) => Told(unshared).Where(f => f.ThemeId != null && themes.Contains(f.ThemeId)).Select(f => f.Id);

    private IQueryable<Finding> Told(HashSet<long> unshared) => db.Findings.Where(f => !unshared.Contains(f.Version.Summary.Consultation.AreaId));

    private async Task<HashSet<long>> UnsharedAsync(Area area, CancellationToken ct) =>
        SharedView.IsShared(area.Level) ? (await shared.OnAsync(UkTime.Today(clock), ct)).Unshared(area.Id) : [];

    private async Task<IEnumerable<Found>> RecommendationsAsync(Ties ties, CancellationToken ct)
    {
        var (same, about, unshared, own, asked, place) = ties;
        var found = await db.Recommendations.AsNoTracking().Sent().Where(r => r.WithdrawnAt == null && r.Id != own && !unshared.Contains(r.Summary.Consultation.AreaId))
            .Where(r => r.AddresseeId == asked || r.Summary.Consultation.AreaId == place || r.Grounds.Any(g => same.Contains(g.FindingId) || about.Contains(g.FindingId)))
            .OrderBy(r => r.Grounds.Any(g => same.Contains(g.FindingId)) ? 0 : r.Grounds.Any(g => about.Contains(g.FindingId)) ? 1 : r.AddresseeId == asked ? 2 : 3)
            .ThenByDescending(r => r.SentAt).ThenByDescending(r => r.Id).Take(Most)
            .Select(r => new
            {
                r.Id,
                r.Ask,
                r.SummaryId,
                Asked = r.Addressee.Name,
                IsAsked = r.AddresseeId == asked,
                Finding = r.Grounds.Where(g => same.Contains(g.FindingId)).OrderBy(g => g.FindingId).Select(g => g.Finding.Heading).FirstOrDefault(),
                Theme = r.Grounds.Where(g => about.Contains(g.FindingId)).OrderBy(g => g.FindingId).Select(g => g.Finding.Theme!.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        return found.Select((r, i) =>
        {
            var tie = ties.Of(r.Finding, r.Theme) ?? (r.IsAsked ? new Tie(Rank.Body, ties.Asks) : Tie.OfArea);
            return new Found(tie.Rank, i, new($"/recommendations/{r.Id}", r.Ask, $"Recommendation to {r.Asked}. {tie.Words}", PageTag.Summary(r.SummaryId)));
        });
    }

    private async Task<IEnumerable<Found>> ActionsAsync(Ties ties, CancellationToken ct)
    {
        var (same, about) = (ties.Same, ties.About);
        var found = await db.StrategyVersions.AsNoTracking().Newest().SelectMany(v => v.Actions).Where(a => a.Findings.Any(f => same.Contains(f.FindingId) || about.Contains(f.FindingId)))
            .OrderBy(a => a.Findings.Any(f => same.Contains(f.FindingId)) ? 0 : 1).ThenByDescending(a => a.Version.PublishedAt).ThenBy(a => a.Id).Take(Most)
            .Select(a => new
            {
                a.Number,
                a.Title,
                a.Version.StrategyId,
                a.Version.Strategy.Slug,
                Strategy = a.Version.Title,
                Finding = a.Findings.Where(f => same.Contains(f.FindingId)).OrderBy(f => f.FindingId).Select(f => f.Finding.Heading).FirstOrDefault(),
                Theme = a.Findings.Where(f => about.Contains(f.FindingId)).OrderBy(f => f.FindingId).Select(f => f.Finding.Theme!.Name).FirstOrDefault(),
            }).ToListAsync(ct);
        return found.Select((a, i) =>
        {
            var tie = ties.Of(a.Finding, a.Theme)!;
            return new Found(tie.Rank, i, new($"/strategies/{a.Slug}#action-{a.Number}", a.Title, $"Action of “{a.Strategy}”. {tie.Words}", PageTag.Strategy(a.StrategyId)));
        });
    }

    // Not those that its page leads to as other plans.
    private async Task<IEnumerable<Found>> StrategiesAsync(StrategyVersion version, IQueryable<long> same, CancellationToken ct)
    {
        var (own, place) = (version.StrategyId, version.Strategy.AreaId);
        var items = version.Actions.SelectMany(a => a.Items).Select(i => i.ItemId).Distinct().ToList();
        var linked = version.Plans.Where(p => p.Address.Contains("/strategies/", StringComparison.Ordinal)).Select(p => p.Address.TrimEnd('/').Split('/')[^1]).ToList();
        var found = await db.StrategyVersions.AsNoTracking().Newest().Where(v => v.StrategyId != own && !linked.Contains(v.Strategy.Slug))
            .Where(v => v.Strategy.AreaId == place || v.Actions.Any(a => a.Findings.Any(f => same.Contains(f.FindingId)) || a.Items.Any(i => items.Contains(i.ItemId))))
            .OrderBy(v => v.Actions.Any(a => a.Findings.Any(f => same.Contains(f.FindingId))) ? 0 : v.Actions.Any(a => a.Items.Any(i => items.Contains(i.ItemId))) ? 1 : 2)
            .ThenBy(v => v.Strategy.AreaId == place ? 0 : 1).ThenByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id).Take(Most)
            .Select(v => new
            {
                v.StrategyId,
                v.Strategy.Slug,
                v.Title,
                By = v.Strategy.By.Name,
                Finding = v.Actions.SelectMany(a => a.Findings).Where(f => same.Contains(f.FindingId)).OrderBy(f => f.FindingId).Select(f => f.Finding.Heading).FirstOrDefault(),
                Item = v.Actions.SelectMany(a => a.Items).Where(i => items.Contains(i.ItemId)).OrderBy(i => i.Item.Order).ThenBy(i => i.ItemId).Select(i => i.Item.Title).FirstOrDefault(),
            }).ToListAsync(ct);
        return found.Select((v, i) =>
        {
            var tie = v.Finding is not null ? Tie.OfFinding(v.Finding) : v.Item is not null ? new Tie(Rank.Item, $"Same framework item: {v.Item}") : Tie.OfArea;
            return new Found(tie.Rank, i, new($"/strategies/{v.Slug}", v.Title, $"Strategy of {v.By}. {tie.Words}", PageTag.Strategy(v.StrategyId)));
        });
    }

    // Its page leads to the wider theme itself.
    private async Task<IEnumerable<Found>> ThemesAsync(Theme theme, HashSet<long> unshared, CancellationToken ct)
    {
        var (own, wider) = (theme.Id, theme.ParentId);
        var found = await db.Themes.AsNoTracking().Where(t => t.Id != own && t.RetiredAt == null && !unshared.Contains(t.AreaId) && (t.ParentId == own || (wider != null && t.ParentId == wider)))
            .OrderBy(t => t.ParentId == own ? 0 : 1).ThenBy(t => t.Name).ThenBy(t => t.Id).Take(Most)
            .Select(t => new { t.Name, t.Slug, t.AreaId, Area = t.Area.Slug, IsPart = t.ParentId == own }).ToListAsync(ct);
        return found.Select((t, i) => new Found(t.IsPart ? Rank.Finding : Rank.Theme, i,
            new($"/areas/{t.Area}/themes/{t.Slug}", t.Name, t.IsPart ? "Theme. Part of this one" : $"Theme. Part of the same: {theme.Parent!.Name}", PageTag.Area(t.AreaId))));
    }

    // Of what is tied equally closely, each kind in turn.
    private static IReadOnlyList<RelatedThing> Nearest(params IEnumerable<IEnumerable<Found>> kinds) => [.. kinds.SelectMany(k => k).OrderBy(f => f.Rank).ThenBy(f => f.Place).Take(Most).Select(f => f.Thing)];

    /// <summary>How closely things are tied, closest first.</summary>
    private enum Rank
    {
        Finding,
        Theme,
        Item,
        Body,
        Area,
    }

    /// <summary>What ties two things.</summary>
    private sealed record Tie(Rank Rank, string Words)
    {
        public static Tie OfArea { get; } = new(Rank.Area, "In the same area");

        public static Tie OfFinding(string heading, string rests = "Rests on the same finding") => new(Rank.Finding, $"{rests}: {heading}");
    }

    /// <summary>What others are looked for by: findings that are the same, findings about the same themes, who is asked, and where. Nothing has the number nought.</summary>
    private sealed record Ties(IQueryable<long> Same, IQueryable<long> About, HashSet<long> Unshared, long Recommendation = 0, long Body = 0, long Area = 0)
    {
        public string Rests { get; init; } = "Rests on the same finding";
        public string Asks { get; init; } = "Asks the same organisation";

        public Tie? Of(string? finding, string? theme) => (finding, theme) switch
        {
            ({ } heading, _) => Tie.OfFinding(heading, Rests),
            (_, { } name) => new Tie(Rank.Theme, $"About the same theme: {name}"),
            _ => null,
        };
    }

    private sealed record Found(Rank Rank, int Place, RelatedThing Thing);
}
