using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Another area, to lead to.</summary>
public sealed record AreaLinkRow(string Name, string Slug, AreaLevel Level);

/// <summary>A consultation in an overview.</summary>
public sealed record OverviewConsultation(string Slug, string Title, string Area, DateOnly? OpensOn, DateOnly? ClosesOn, DateTimeOffset? ClosesAt, DateTimeOffset? DecidedAt, int Comments, int People);

/// <summary>A theme with the comments behind it.</summary>
public sealed record OverviewTheme(string Name, string Slug, string Area, int Comments);

/// <summary>An idea that a body took on.</summary>
public sealed record OverviewIdea(long Id, string Title, string AdoptedBy, DateTimeOffset AdoptedAt, string? Consultation, long? CommentId);

/// <summary>Who may do what here, under which label and on what basis.</summary>
public sealed record OverviewRemit(string Body, string Slug, string Label, string LegalBasis, string Area, DateOnly StartsOn, DateOnly? EndsOn);

/// <summary>What was said, chosen and published in an area and in all areas it contains.</summary>
public sealed record AreaOverview(
    Area Area, IReadOnlyList<AreaLinkRow> Contains, IReadOnlyList<AreaLinkRow> Within, IReadOnlyList<AreaLinkRow> Overlaps,
    IReadOnlyList<OverviewConsultation> Consultations, IReadOnlyList<BallotResult> Results, IReadOnlyList<OverviewTheme> Themes,
    Heard Heard, IReadOnlyList<SummaryRow> Summaries, IReadOnlyList<RecommendationRow> Waiting, IReadOnlyList<StrategyRow> Strategies, IReadOnlyList<OverviewIdea> Ideas, IReadOnlyList<OverviewRemit> Remits);

/// <summary>Gathers an area's overview in a dozen queries, whatever the area contains.</summary>
public sealed class AreaOverviews(CommunityVoiceDb db, TimeProvider clock)
{
    private const int MostOfEach = 20;
    private const int MostBallots = 5;

    public async Task<AreaOverview?> OfAsync(string slug, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), UkTime.Today(clock));
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return null;
        // What contains what, and how it is called, in one question.
        var links = await LinksAsync(today, ct);
        var tree = links.Where(l => l.Kind == AreaLinkKind.Contains).Select(l => (l.FromId, l.ToId)).ToList();
        var within = AreaTree.Walk(area.Id, tree, down: true);
        var around = AreaTree.Walk(area.Id, tree, down: false);
        var places = links.Where(l => l.Kind == AreaLinkKind.Contains && within.Contains(l.ToId)).Select(l => (l.ToId, l.To)).Append((area.Id, new(area.Name, area.Slug, area.Level)))
            .DistinctBy(p => p.Item1).ToDictionary(p => p.Item1, p => p.Item2);
        var said = db.Comments.Where(c => within.Contains(c.Consultation.AreaId) && c.Consultation.PublishedAt != null).HeardBy(now);
        return new AreaOverview(
            area,
            InOrder(links.Where(l => l.Kind == AreaLinkKind.Contains && l.FromId == area.Id).Select(l => l.To)),
            InOrder(links.Where(l => l.Kind == AreaLinkKind.Contains && l.ToId == area.Id).Select(l => l.From)),
            InOrder(links.Where(l => l.Kind == AreaLinkKind.Overlaps && (l.FromId == area.Id || l.ToId == area.Id)).Select(l => l.FromId == area.Id ? l.To : l.From)),
            await ConsultationsAsync(within, now, ct),
            await ResultsAsync(within, now, ct),
            await ThemesAsync(within, ct),
            await said.WhoAsync(places, ct),
            await db.SummaryVersions.AsNoTracking().Where(v => within.Contains(v.Summary.Consultation.AreaId)).Newest().ToRows().Take(MostOfEach).ToListAsync(ct),
            await db.Recommendations.Sent().Where(r => within.Contains(r.Summary.Consultation.AreaId) && r.WithdrawnAt == null && r.Responses.Count == 0)
                .InOrder(today).Take(MostOfEach).ToRowsAsync(today, ct),
            // Those of the places around it are for it too.
            await db.StrategyVersions.AsNoTracking().Where(v => within.Contains(v.Strategy.AreaId) || around.Contains(v.Strategy.AreaId)).Newest().ToRows().Take(MostOfEach).ToListAsync(ct),
            await IdeasAsync(within, ct),
            await RemitsAsync(around, today, ct));
    }

    private Task<List<OverviewConsultation>> ConsultationsAsync(HashSet<long> within, DateTimeOffset now, CancellationToken ct) =>
        db.Consultations.AsNoTracking().Published().Where(c => within.Contains(c.AreaId))
            .OrderByDescending(c => c.DecidedAt == null && (c.ClosesAt == null || c.ClosesAt > now)).ThenByDescending(c => c.ClosesAt).ThenByDescending(c => c.Id).Take(MostOfEach)
            .Select(c => new OverviewConsultation(c.Slug, c.Title, c.Area.Name, c.OpensOn, c.ClosesOn, c.ClosesAt, c.DecidedAt, c.Comments, c.People)).ToListAsync(ct);

    // The newest ballots of which something may be published; each shows its first few priorities.
    private async Task<List<BallotResult>> ResultsAsync(HashSet<long> within, DateTimeOffset now, CancellationToken ct) =>
        [.. (await db.Ballots.AsNoTracking().WithOffer().Include(b => b.Outcome)
            .Where(b => b.Consultation.PublishedAt != null && within.Contains(b.Consultation.AreaId) && b.SealedPapers >= BallotResult.FewestPeople)
            .OrderByDescending(b => b.OpensAt).ThenByDescending(b => b.Id).Take(MostBallots).ToListAsync(ct)).Select(b => BallotResults.Of(b, now))];

    private Task<List<OverviewTheme>> ThemesAsync(HashSet<long> within, CancellationToken ct)
    {
        var visible = db.Comments.Visible();
        return db.Themes.AsNoTracking().Where(t => within.Contains(t.AreaId))
            .Select(t => new { t.Id, t.Name, t.Slug, Area = t.Area.Slug, Comments = db.Codings.Count(c => c.ThemeId == t.Id && visible.Any(v => v.Id == c.CommentId)) })
            .Where(t => t.Comments > 0).OrderByDescending(t => t.Comments).ThenBy(t => t.Name).ThenBy(t => t.Id).Take(MostOfEach)
            .Select(t => new OverviewTheme(t.Name, t.Slug, t.Area, t.Comments)).ToListAsync(ct);
    }

    private Task<List<OverviewIdea>> IdeasAsync(HashSet<long> within, CancellationToken ct) =>
        db.Ideas.AsNoTracking().Where(i => within.Contains(i.AreaId) && i.AdoptedAt != null && i.WithdrawnAt == null
                && (i.Comment == null || (i.Comment.ShownAt != null && i.Comment.WithdrawnAt == null && i.Comment.RemovedAt == null)))
            .OrderByDescending(i => i.AdoptedAt).ThenByDescending(i => i.Id).Take(MostOfEach)
            .Select(i => new OverviewIdea(i.Id, i.Title, i.AdoptedBy!.Name, i.AdoptedAt!.Value, i.Comment!.Consultation.Slug, i.CommentId)).ToListAsync(ct);

    private Task<List<OverviewRemit>> RemitsAsync(HashSet<long> around, DateOnly today, CancellationToken ct) =>
        db.Remits.AsNoTracking().Where(r => around.Contains(r.AreaId) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn))
            .OrderBy(r => r.Label).ThenBy(r => r.Id).Take(50)
            .Select(r => new OverviewRemit(r.Body.Name, r.Body.Slug, r.Label, r.LegalBasis, r.Area.Name, r.StartsOn, r.EndsOn)).ToListAsync(ct);

    private Task<List<Link>> LinksAsync(DateOnly today, CancellationToken ct) =>
        db.AreaLinks.AsNoTracking().Where(l => l.Kind != AreaLinkKind.Succeeds && (l.StartsOn == null || l.StartsOn <= today) && (l.EndsOn == null || today < l.EndsOn))
            .Select(l => new Link(l.FromId, new(l.From.Name, l.From.Slug, l.From.Level), l.ToId, new(l.To.Name, l.To.Slug, l.To.Level), l.Kind)).ToListAsync(ct);

    // Statistical layers are for counting, not for going to.
    private static IReadOnlyList<AreaLinkRow> InOrder(IEnumerable<AreaLinkRow> areas) =>
        [.. areas.Where(a => a.Level is not (AreaLevel.LowerLayer or AreaLevel.MiddleLayer)).Distinct().OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal)];

    private sealed record Link(long FromId, AreaLinkRow From, long ToId, AreaLinkRow To, AreaLinkKind Kind);
}
