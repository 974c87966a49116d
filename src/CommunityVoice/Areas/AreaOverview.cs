using System.Text.Json;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Another area, to lead to.</summary>
public sealed record AreaLinkRow(string Name, string Slug, AreaLevel Level);

/// <summary>A consultation in an overview.</summary>
public sealed record OverviewConsultation(string Slug, string Title, string Area, DateOnly? OpensOn, DateOnly? ClosesOn, DateTimeOffset? ClosesAt, DateTimeOffset? DecidedAt, int Comments, int People);

/// <summary>A vote's result; where somebody assessed that it may be shown, also reweighted to who lives there.</summary>
public sealed record OverviewResult(BallotResult Result, WeightedView? Weighted, OpinionDetail? Opinion)
{
    /// <summary>What people of different minds agree on, by the titles of the statements.</summary>
    public IReadOnlyList<(PriorityResult Row, bool Agrees)> CommonGround =>
        [.. (Opinion?.CommonGround ?? []).Select(s => (Result.Priorities.FirstOrDefault(p => p.Id == s.Id)!, s.Agrees)).Where(s => s.Item1 is not null)];
}

/// <summary>An area that lies directly within, with what was counted there.</summary>
public sealed record OverviewPart(string Name, string Slug, AreaLevel Level, int? Population, int Turns, int People, int Comments);

/// <summary>An idea that a body took on.</summary>
public sealed record OverviewIdea(long Id, string Title, string AdoptedBy, DateTimeOffset AdoptedAt, string? Consultation, long? CommentId);

/// <summary>A budget that is held today.</summary>
public sealed record BudgetHeld(string For, DateOnly StartsOn, DateOnly? EndsOn);

/// <summary>Who may do what here, under which label and on what basis.</summary>
public sealed record OverviewRemit(string Body, string Slug, string Label, string LegalBasis, string Area, DateOnly StartsOn, DateOnly? EndsOn, long BodyId, string? CommissionedBy)
{
    /// <summary>How independent the body is today, where that was said.</summary>
    public string? Standing { get; init; }

    /// <summary>The budgets it holds here today: what for, and since when.</summary>
    public IReadOnlyList<BudgetHeld> Budgets { get; init; } = [];
}

/// <summary>How many of each there are in all; an overview lists the first of them. Results: votes in which enough took part to show something.</summary>
public sealed record OverviewTotals(int Open, int Coming, int Closed, int Results, int Summaries, int Strategies, int Ideas, int Remits)
{
    public static OverviewTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>What was said, chosen and published in an area and in all areas it contains.</summary>
/// <remarks>Tally: as counted last in the background; none before the first count. Parts: areas directly within that people know by name.</remarks>
public sealed record AreaOverview(
    Area Area, IReadOnlyList<AreaLinkRow> Contains, IReadOnlyList<AreaLinkRow> Within, IReadOnlyList<AreaLinkRow> Overlaps,
    AreaTally? Tally, AreaFacts Facts, IReadOnlyList<OverviewPart> Parts, AreaChanges Changes,
    IReadOnlyList<OverviewConsultation> Consultations, IReadOnlyList<OverviewResult> Results, IReadOnlyList<SummaryRow> Summaries, IReadOnlyList<WaitingRow> Waiting, IReadOnlyList<StrategyRow> Strategies, IReadOnlyList<OverviewIdea> Ideas, IReadOnlyList<OverviewRemit> Remits)
{
    /// <summary>How many wait for an answer, of which only the first are listed.</summary>
    public int WaitingInAll { get; init; }

    /// <summary>How many there are of everything else, of which only the first are listed.</summary>
    public OverviewTotals Totals { get; init; } = OverviewTotals.None;

    /// <summary>What it was called, what it took the place of, and what takes its own.</summary>
    public AreaStory Story { get; init; } = AreaStory.None;

    /// <summary>Parts that are left out of everything here, because a voice body there has not signed an agreement on sharing (rule R-B17).</summary>
    public IReadOnlyList<NotIncluded> LeftOut { get; init; } = [];

    /// <summary>What it includes changed since it was counted, so that no figure is shown until it is counted anew.</summary>
    public bool IsBeingCounted { get; init; }
}

/// <summary>Gathers an area's overview in a dozen queries, whatever the area contains.</summary>
public sealed class AreaOverviews(CommunityVoiceDb db, TimeProvider clock)
{
    private const int MostOfEach = 20;
    private const int MostBallots = 5;
    private const int MostRemits = 50;

    /// <summary>Those before them too, to tell what changed.</summary>
    private const int MostEarlier = 5;

    public async Task<AreaOverview?> OfAsync(string slug, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), UkTime.Today(clock));
        if (await db.Areas.AsNoTracking().Where(a => a.Slug == slug).Select(a => new
        {
            Area = a,
            Names = db.FormerAreaNames.Where(f => f.AreaId == a.Id).OrderByDescending(f => f.Until).ThenByDescending(f => f.Id).Select(f => new FormerName(f.Name, f.Until)).ToList(),
        }).SingleOrDefaultAsync(ct) is not { } found) return null;
        var area = found.Area;
        // What contains what, how it is called, and what came before and after, in one question.
        var links = await LinksAsync(area.Id, today, ct);
        var tree = links.Where(l => l.Kind == AreaLinkKind.Contains).Select(l => (l.FromId, l.ToId)).ToList();
        var (around, inside) = (AreaTree.Walk(area.Id, tree, down: false), AreaTree.Walk(area.Id, tree, down: true));
        // Above places, only what voice bodies agreed to share.
        var view = SharedView.Of(links.SelectMany(l => l.Views), tree, SharedView.IsShared(area.Level) ? await db.VoiceRemitsOnAsync(today, ct) : []);
        var (within, leftOut) = (view.Within(area.Id), view.LeftOutOf(area.Id));
        var direct = view.Links.Where(l => l.From == area.Id).Select(l => l.To).ToHashSet();
        var tallies = await db.AreaTallies.AsNoTracking().Where(t => t.AreaId == area.Id || direct.Contains(t.AreaId)).Include(t => t.Area).ToListAsync(ct);
        var counted = tallies.Find(t => t.AreaId == area.Id);
        // An area that ended keeps what was counted last. Money and risks are those of strategies, whoever shares what was heard.
        var tally = counted is not null && (area.EndsOn <= today || counted.Shown.LeftOut.ToHashSet().SetEquals(leftOut.Select(l => l.PartId))) ? counted : null;
        var facts = tally?.Shown ?? new AreaFacts([], counted?.Shown.Risks ?? [], counted?.Shown.Money);
        var votes = await ResultsAsync(within, now, ct);
        var (consultations, totals) = await ConsultationsAsync(within, now, ct);
        var (summaries, summariesInAll) = await FirstAsync(db.SummaryVersions.AsNoTracking().Where(v => within.Contains(v.Summary.Consultation.AreaId)).Newest().ToRows(), ct);
        var (waiting, waitingInAll) = await WaitingAnswers.OfAsync(db, within, inside, now, MostOfEach, ct);
        // Those of the places around it are for it too; a strategy is its board's, whoever shares what was heard.
        var (strategies, strategiesInAll) = await FirstAsync(db.StrategyVersions.AsNoTracking().Where(v => inside.Contains(v.Strategy.AreaId) || around.Contains(v.Strategy.AreaId)).Newest().ToRows(), ct);
        var (ideas, ideasInAll) = await FirstAsync(Ideas(within), ct);
        var (remits, remitsInAll) = await RemitsAsync(around, today, ct);
        return new AreaOverview(
            area,
            InOrder(links.Where(l => l.Kind == AreaLinkKind.Contains && l.FromId == area.Id && l.ToHolds).Select(l => l.To)),
            InOrder(links.Where(l => l.Kind == AreaLinkKind.Contains && l.ToId == area.Id && l.FromHolds).Select(l => l.From)),
            InOrder(links.Where(l => l.Kind == AreaLinkKind.Overlaps && (l.FromId == area.Id || l.ToId == area.Id)).Select(l => l.FromId == area.Id ? l.To : l.From)),
            tally, facts, Parts(tallies.Where(t => t.AreaId != area.Id && tally is not null)), AreaChanges.Of([.. votes.Select(v => v.Result)], facts.Themes, summaries.FirstOrDefault()?.PublishedAt),
            consultations, [.. votes.Take(MostBallots)], summaries, waiting, strategies, ideas, remits)
        {
            Story = AreaStory.Of(area.Id, found.Names, links.Where(l => l.Kind == AreaLinkKind.Succeeds).Select(l => new Succession(l.FromId, l.From.Name, l.From.Slug, l.ToId, l.To.Name, l.To.Slug, l.StartsOn!.Value))),
            LeftOut = [.. leftOut.Select(l => (Link: links.Find(x => x.FromId == l.ViewId && x.ToId == l.PartId)!, l.Bodies)).Where(l => l.Link.FromHolds && l.Link.ToHolds)
                .Select(l => new NotIncluded(l.Link.To.Name, l.Link.To.Slug, l.Bodies, l.Link.From.Name))],
            IsBeingCounted = counted is not null && tally is null,
            WaitingInAll = waitingInAll,
            Totals = totals with { Summaries = summariesInAll, Strategies = strategiesInAll, Ideas = ideasInAll, Remits = remitsInAll },
        };
    }

    // The first of a list and how many there are, in one question.
    private static async Task<(List<T> First, int InAll)> FirstAsync<T>(IQueryable<T> rows, CancellationToken ct)
    {
        var found = await rows.Take(MostOfEach).Select(r => new { Row = r, InAll = rows.Count() }).ToListAsync(ct);
        return (found.ConvertAll(f => f.Row), found.Count == 0 ? 0 : found[0].InAll);
    }

    // Open ones first, what closes soonest before the rest and the spaces that never close last; then what opens soonest; then what closed last. No order rests on where a database puts nulls.
    private async Task<(List<OverviewConsultation> First, OverviewTotals Totals)> ConsultationsAsync(HashSet<long> within, DateTimeOffset now, CancellationToken ct)
    {
        var all = db.Consultations.AsNoTracking().Published().Where(c => within.Contains(c.AreaId));
        var (open, closed, results) = (all.OpenAt(now), all.ClosedAt(now), Shown(within));
        var found = await all
            .OrderBy(c => c.DecidedAt != null || c.ClosesAt <= now ? 2 : c.OpensAt > now ? 1 : 0)
            .ThenBy(c => c.DecidedAt == null && c.ClosesAt == null && c.OpensAt <= now ? 1 : 0)
            .ThenBy(c => c.DecidedAt != null || c.ClosesAt <= now ? null : c.OpensAt > now ? c.OpensAt : c.ClosesAt)
            .ThenByDescending(c => c.ClosesAt ?? c.DecidedAt ?? c.OpensAt).ThenByDescending(c => c.Id).Take(MostOfEach)
            .Select(c => new
            {
                Row = new OverviewConsultation(c.Slug, c.Title, c.Area.Name, c.OpensOn, c.ClosesOn, c.ClosesAt, c.DecidedAt, c.Comments, c.People),
                InAll = all.Count(),
                Open = open.Count(),
                Closed = closed.Count(),
                Results = results.Count(),
            }).ToListAsync(ct);
        return (found.ConvertAll(f => f.Row), found is [var first, ..]
            ? OverviewTotals.None with { Open = first.Open, Coming = first.InAll - first.Open - first.Closed, Closed = first.Closed, Results = first.Results } : OverviewTotals.None);
    }

    // Ballots of which something may be published.
    private IQueryable<Ballot> Shown(HashSet<long> within) =>
        db.Ballots.AsNoTracking().Where(b => b.Consultation.PublishedAt != null && within.Contains(b.Consultation.AreaId) && b.SealedPapers >= BallotResult.FewestPeople);

    // The newest of them; each shows its first few priorities.
    private async Task<List<OverviewResult>> ResultsAsync(HashSet<long> within, DateTimeOffset now, CancellationToken ct)
    {
        var ballots = await Shown(within).WithOffer().Include(b => b.Outcome)
            .OrderByDescending(b => b.OpensAt).ThenByDescending(b => b.Id).Take(MostBallots + MostEarlier).ToListAsync(ct);
        var consultations = ballots.Select(b => b.ConsultationId).ToHashSet();
        var assessed = (await db.DisclosureAssessments.AsNoTracking().Where(a => consultations.Contains(a.ConsultationId) && a.Dataset == Dataset.Breakdowns)
            .OrderBy(a => a.Id).Select(a => new { a.ConsultationId, a.MayBePublished }).ToListAsync(ct)).GroupBy(a => a.ConsultationId).ToDictionary(g => g.Key, g => g.Last().MayBePublished);
        return ballots.ConvertAll(b => new OverviewResult(BallotResults.Of(b, now),
            assessed.GetValueOrDefault(b.ConsultationId) ? BallotTables.Parse(b.Outcome?.Tables ?? "")?.Weighted : null,
            b is { HasMarks: true, Outcome.Detail: { Length: > 0 } detail } ? JsonSerializer.Deserialize<OpinionDetail>(detail, JsonSerializerOptions.Web) : null));
    }

    private static List<OverviewPart> Parts(IEnumerable<AreaTally> tallies) => [.. tallies.OrderByDescending(t => t.Turns).ThenBy(t => t.Area.Name, StringComparer.Ordinal).ThenBy(t => t.AreaId)
        .Select(t => new OverviewPart(t.Area.Name, t.Area.Slug, t.Area.Level, t.Area.Population, t.Turns, t.People, t.Comments))];

    private IQueryable<OverviewIdea> Ideas(HashSet<long> within) =>
        db.Ideas.AsNoTracking().Where(i => within.Contains(i.AreaId) && i.AdoptedAt != null && i.WithdrawnAt == null
                && (i.Comment == null || (i.Comment.ShownAt != null && i.Comment.WithdrawnAt == null && i.Comment.RemovedAt == null)))
            .OrderByDescending(i => i.AdoptedAt).ThenByDescending(i => i.Id)
            .Select(i => new OverviewIdea(i.Id, i.Title, i.AdoptedBy!.Name, i.AdoptedAt!.Value, i.Comment!.Consultation.Slug, i.CommentId));

    private async Task<(List<OverviewRemit> First, int InAll)> RemitsAsync(HashSet<long> around, DateOnly today, CancellationToken ct)
    {
        var all = db.Remits.AsNoTracking().InForceOn(today).Where(r => around.Contains(r.AreaId));
        var remits = await all.OrderBy(r => r.Label).ThenBy(r => r.Id).Take(MostRemits)
            .Select(r => new
            {
                Row = new OverviewRemit(r.Body.Name, r.Body.Slug, r.Label, r.LegalBasis, r.Area.Name, r.StartsOn, r.EndsOn, r.BodyId, r.CommissionedBy!.Name)
                {
                    Budgets = r.Budgets.Where(h => h.StartsOn <= today && (h.EndsOn == null || today < h.EndsOn)).OrderBy(h => h.StartsOn).ThenBy(h => h.Id).Select(h => new BudgetHeld(h.For, h.StartsOn, h.EndsOn)).ToList(),
                },
                Standing = db.BodyStandings.Where(s => s.BodyId == r.BodyId && s.StartsOn <= today).OrderByDescending(s => s.StartsOn).ThenByDescending(s => s.Id).FirstOrDefault(),
                InAll = all.Count(),
            }).ToListAsync(ct);
        return (remits.ConvertAll(r => r.Row with { Standing = r.Standing?.Words }), remits.Count == 0 ? 0 : remits[0].InAll);
    }

    private Task<List<Link>> LinksAsync(long areaId, DateOnly today, CancellationToken ct) =>
        db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Succeeds
                ? l.StartsOn != null && (l.FromId == areaId || l.ToId == areaId)
                : (l.StartsOn == null || l.StartsOn <= today) && (l.EndsOn == null || today < l.EndsOn))
            .OrderBy(l => l.StartsOn).ThenBy(l => l.Id)
            .Select(l => new Link(l.FromId, new(l.From.Name, l.From.Slug, l.From.Level), l.ToId, new(l.To.Name, l.To.Slug, l.To.Level), l.Kind, l.StartsOn,
                (l.From.StartsOn == null || l.From.StartsOn <= today) && (l.From.EndsOn == null || today < l.From.EndsOn), (l.To.StartsOn == null || l.To.StartsOn <= today) && (l.To.EndsOn == null || today < l.To.EndsOn))).ToListAsync(ct);

    // Statistical layers are for counting, not for going to.
    private static IReadOnlyList<AreaLinkRow> InOrder(IEnumerable<AreaLinkRow> areas) =>
        [.. areas.Where(a => a.Level is not (AreaLevel.LowerLayer or AreaLevel.MiddleLayer)).Distinct().OrderByDescending(a => a.Level).ThenBy(a => a.Name, StringComparer.Ordinal)];

    private sealed record Link(long FromId, AreaLinkRow From, long ToId, AreaLinkRow To, AreaLinkKind Kind, DateOnly? StartsOn, bool FromHolds, bool ToHolds)
    {
        public IEnumerable<long> Views => new[] { (FromId, From), (ToId, To) }.Where(a => SharedView.IsShared(a.Item2.Level)).Select(a => a.Item1);
    }
}
