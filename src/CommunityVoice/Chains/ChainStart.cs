using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Chains;

/// <summary>Where a chain begins: what it is called, the findings it goes through, and what narrows its other steps to one thing.</summary>
internal sealed record ChainStart(string Title, string Address, IQueryable<Finding> Findings)
{
    public long? CommentId { get; init; }
    public long? ThemeId { get; init; }
    public long? RecommendationId { get; init; }
    public long? ResponseId { get; init; }
    public long? ActionId { get; init; }
    public long? LineId { get; init; }
    public long? ConsultationId { get; init; }

    /// <summary>The last day of its own consultation, while that waits for a decision: what no finding rests on waits for it.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>A vote, with its consultation.</summary>
    public Ballot? Ballot { get; init; }

    /// <summary>What people could vote for that is this, or that was made of this: those options that can be seen.</summary>
    public IQueryable<Priority>? Options { get; init; }

    /// <summary>What was decided after a vote.</summary>
    public AnsweredItem? Decision { get; init; }

    /// <summary>Of a theme of an area above places, the areas that do not share there.</summary>
    public HashSet<long> Unshared { get; init; } = [];

    /// <summary>A line that is for no action leads nowhere.</summary>
    public bool IsLoose { get; init; }

    /// <summary>None where it is not there, or not for everybody to see.</summary>
    public static Task<ChainStart?> FindAsync(CommunityVoiceDb db, SharedViews shared, DateOnly today, ChainKind kind, long id, CancellationToken ct) => kind switch
    {
        ChainKind.Comment => CommentAsync(db, id, ct),
        ChainKind.Theme => ThemeAsync(db, shared, today, id, ct),
        ChainKind.Ballot => BallotAsync(db, id, ct),
        ChainKind.Finding => FindingAsync(db, id, ct),
        ChainKind.Recommendation => RecommendationAsync(db, r => r.Id == id, null, ct),
        ChainKind.Response => RecommendationAsync(db, r => r.Responses.Any(x => x.Id == id), id, ct),
        ChainKind.Action => ActionAsync(db, id, ct),
        _ => LineAsync(db, id, ct),
    };

    private static async Task<ChainStart?> CommentAsync(CommunityVoiceDb db, long id, CancellationToken ct)
    {
        var comment = await db.Comments.AsNoTracking().Visible().Where(c => c.Id == id && c.Consultation.PublishedAt != null)
            .Select(c => new
            {
                c.ConsultationId,
                c.Consultation.Slug,
                c.Consultation.Title,
                ClosedOn = c.Consultation.DecidedAt == null && !c.Consultation.IsListeningSpace ? c.Consultation.ClosesOn : null,
            }).SingleOrDefaultAsync(ct);
        if (comment is null) return null;
        var options = Offered(db).Where(p => p.CommentId == id || (p.Origin == PriorityOrigin.Idea && db.Ideas.Any(i => i.Id == p.OriginId && i.CommentId == id)));
        return new($"A comment on {comment.Title}", $"/consultations/{comment.Slug}/comments/{id}", Newest(db).Where(f => f.Citations.Any(c => c.CommentId == id || options.Any(p => p.Id == c.PriorityId))
            || (f.Version.Summary.ConsultationId == comment.ConsultationId && db.Codings.Any(x => x.CommentId == id && x.ThemeId == f.ThemeId))))
        {
            CommentId = id,
            ConsultationId = comment.ConsultationId,
            ClosedOn = comment.ClosedOn,
            Options = options,
        };
    }

    private static async Task<ChainStart?> ThemeAsync(CommunityVoiceDb db, SharedViews shared, DateOnly today, long id, CancellationToken ct)
    {
        var theme = await db.Themes.AsNoTracking().Where(t => t.Id == id).Select(t => new { t.Name, t.Slug, Area = t.Area.Slug, t.AreaId, t.Area.Level }).SingleOrDefaultAsync(ct);
        if (theme is null) return null;
        var (unshared, _) = await shared.UnsharedAsync(theme.AreaId, theme.Level, today, ct);
        var options = Offered(db).Where(p => p.Origin == PriorityOrigin.Theme && p.OriginId == id && !unshared.Contains(p.Ballot.Consultation.AreaId));
        return new(theme.Name, $"/areas/{theme.Area}/themes/{theme.Slug}", Newest(db).Where(f => !unshared.Contains(f.Version.Summary.Consultation.AreaId)
            && (f.ThemeId == id || f.Citations.Any(c => options.Any(p => p.Id == c.PriorityId)))))
        {
            ThemeId = id,
            Unshared = unshared,
            Options = options,
        };
    }

    private static async Task<ChainStart?> BallotAsync(CommunityVoiceDb db, long id, CancellationToken ct)
    {
        if (await db.Ballots.AsNoTracking().WithPages().Include(b => b.Consultation).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return null;
        var consultation = ballot.Consultation;
        return new(ballot.Title, $"/ballots/{id}/results", Newest(db).Where(f => f.Citations.Any(c => c.Priority!.BallotId == id)))
        {
            Ballot = ballot,
            Options = Offered(db).Where(p => p.BallotId == id),
            ConsultationId = consultation.Id,
            ClosedOn = consultation.DecidedAt is null && !consultation.IsListeningSpace ? consultation.ClosesOn : null,
            Decision = await db.DecisionRecords.AsNoTracking().Where(d => d.ConsultationId == consultation.Id).OrderByDescending(d => d.Number)
                .Select(d => new AnsweredItem(null, null, d.Decided, d.By.Name, d.PublishedAt, "/consultations/" + d.Consultation.Slug + "/decision")).FirstOrDefaultAsync(ct),
        };
    }

    private static async Task<ChainStart?> FindingAsync(CommunityVoiceDb db, long id, CancellationToken ct)
    {
        var links = await FindingLink.OfAsync(db, [id], ct);
        return links.TryGetValue(id, out var finding) ? new(finding.Heading, finding.Href, db.Findings.Where(f => f.Id == id)) : null;
    }

    private static async Task<ChainStart?> RecommendationAsync(CommunityVoiceDb db, System.Linq.Expressions.Expression<Func<Recommendation, bool>> which, long? responseId, CancellationToken ct)
    {
        var ask = await db.Recommendations.AsNoTracking().Sent().Where(which)
            .Select(r => new { r.Id, r.Ask, Number = r.Responses.Where(x => x.Id == responseId).Select(x => (int?)x.Number).FirstOrDefault() }).SingleOrDefaultAsync(ct);
        return ask is null ? null : new(responseId is null ? ask.Ask : $"The answer to: {ask.Ask}", $"/recommendations/{ask.Id}{(ask.Number is { } number ? $"#answer-{number}" : "")}",
            db.Findings.Where(f => db.Recommendations.Any(r => r.Id == ask.Id && r.Grounds.Any(g => g.FindingId == f.Id))))
        {
            RecommendationId = ask.Id,
            ResponseId = responseId,
        };
    }

    // An action keeps its number from version to version: the newest published version that has it is shown.
    private static async Task<ChainStart?> ActionAsync(CommunityVoiceDb db, long id, CancellationToken ct)
    {
        var action = await db.StrategyActions.AsNoTracking().Where(a => a.Version.PublishedAt != null
                && db.StrategyActions.Any(known => known.Id == id && known.Version.PublishedAt != null && known.Version.StrategyId == a.Version.StrategyId && known.Number == a.Number))
            .OrderByDescending(a => a.Version.Number).Select(a => new { a.Id, a.Number, a.Title, a.Version.Strategy.Slug }).FirstOrDefaultAsync(ct);
        return action is null ? null : new(action.Title, $"/strategies/{action.Slug}#action-{action.Number}", OfAction(db, action.Id)) { ActionId = action.Id };
    }

    private static async Task<ChainStart?> LineAsync(CommunityVoiceDb db, long id, CancellationToken ct)
    {
        var line = await db.BudgetLines.AsNoTracking().Where(l => l.Version.PublishedAt != null
                && db.BudgetLines.Any(known => known.Id == id && known.Version.PublishedAt != null && known.Version.StrategyId == l.Version.StrategyId && known.Number == l.Number))
            .OrderByDescending(l => l.Version.Number).Select(l => new { l.Id, l.Number, l.Title, l.Pence, l.ActionId, l.Version.Strategy.Slug }).FirstOrDefaultAsync(ct);
        return line is null ? null : new($"{Money.Words(line.Pence)}: {line.Title}", $"/strategies/{line.Slug}/money#line-{line.Number}", OfAction(db, line.ActionId))
        {
            ActionId = line.ActionId,
            LineId = line.Id,
            IsLoose = line.ActionId is null,
        };
    }

    private static IQueryable<Finding> Newest(CommunityVoiceDb db) => db.Findings.Where(f => db.SummaryVersions.Newest().Any(v => v.Id == f.VersionId));

    private static IQueryable<Priority> Offered(CommunityVoiceDb db) => db.Priorities.Offered().Where(p => p.Ballot.Consultation.PublishedAt != null);

    private static IQueryable<Finding> OfAction(CommunityVoiceDb db, long? actionId) =>
        db.Findings.Where(f => db.StrategyActions.Any(a => a.Id == actionId && a.Findings.Any(x => x.FindingId == f.Id)));
}
