using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Chains;

/// <summary>Follows one thing from what was said to what came of it, and back, in at most ten queries however much hangs on it; a few more for a theme of an area above places, which leaves out what is not shared there.</summary>
public sealed class GoldenThreads(CommunityVoiceDb db, SharedViews shared, TimeProvider clock)
{
    /// <summary>Of findings, recommendations, answers, actions and lines of one chain; comments have no limit.</summary>
    private const int Most = 300;

    public async Task<Chain?> FindAsync(ChainQuestion question, CancellationToken ct)
    {
        if (await ChainStart.FindAsync(db, shared, UkTime.Today(clock), question.Kind, question.Id, ct) is not { } start) return null;
        var findings = await ChainFindings.OfAsync(db, start, ct);
        var options = Options(start, findings);
        var themes = await ThemesAsync(question, start, findings, options, ct);
        var votes = await VotesAsync(start, findings, ct);
        var asks = await AsksAsync(start, findings, ct);
        var decided = start.ResponseId is null && !start.IsLoose ? await DecidedAsync(start, findings, [.. themes.Select(t => t.Id)], ct) : [];
        var actions = await ActionsAsync(start, findings, decided, ct);
        var lines = await LinesAsync(start, actions, ct);
        var answers = asks.SelectMany(a => a.Answers).Where(a => start.ResponseId is null || a.ResponseId == start.ResponseId).Concat(new[] { start.Decision }.OfType<AnsweredItem>()).Concat(decided.Select(d => d.Item)).OrderBy(a => a.At).ToList();
        var waiting = asks.Where(a => a.Item.State is RecommendationState.Sent or RecommendationState.Acknowledged or RecommendationState.Overdue).Select(a => (DateOnly?)a.Item.DueOn).Min();
        return new Chain(question, start.Title, start.Address)
        {
            Said = question.Reads(ChainKind.Comment) ? await SaidAsync(start, findings, options, question.PageOf(ChainKind.Comment), ct) : ChainStep.None<SaidItem>(),
            Themes = ChainStep.Of(themes, question.PageOf(ChainKind.Theme)),
            Voted = ChainStep.Of(votes, question.PageOf(ChainKind.Ballot)),
            Found = ChainStep.Of(findings.Items, question.PageOf(ChainKind.Finding)),
            Asked = ChainStep.Of(asks.ConvertAll(a => a.Item), question.PageOf(ChainKind.Recommendation)),
            Answered = ChainStep.Of(answers, question.PageOf(ChainKind.Response)),
            Planned = ChainStep.Of(actions, question.PageOf(ChainKind.Action)),
            Paid = ChainStep.Of(lines, question.PageOf(ChainKind.Line)),
            Pence = lines.Sum(l => l.Pence),
            AnswerDueOn = waiting ?? findings.DecisionDueOn,
            IsClockStopped = asks.Exists(a => a.Item.State == RecommendationState.Paused),
            UnfundedReason = actions.Where(a => a.UnfundedReason.Length > 0).Select(a => a.UnfundedReason).FirstOrDefault() ?? "",
        };
    }

    private async Task<ChainStep<SaidItem>> SaidAsync(ChainStart start, ChainFindings findings, IQueryable<Priority> options, int page, CancellationToken ct)
    {
        var visible = db.Comments.AsNoTracking().Visible().Where(c => c.Consultation.PublishedAt != null);
        var (unshared, behind) = (start.Unshared, BehindOf(findings, options));
        var said = start switch
        {
            { CommentId: { } comment } => visible.Where(c => c.Id == comment),
            { ThemeId: { } theme } => visible.Where(c => !unshared.Contains(c.Consultation.AreaId) && db.Codings.Where(x => x.ThemeId == theme).Select(x => x.CommentId).Contains(c.Id)),
            _ => visible.Where(c => behind.Contains(c.Id)),
        };
        // The count comes along with the rows.
        var rows = await said.OrderBy(c => c.Id).Skip((page - 1) * ChainQuestion.PageSize).Take(ChainQuestion.PageSize)
            .Select(c => new { Item = new SaidItem(c.Id, c.Consultation.Title, c.Consultation.Slug, c.Voice, c.IsNotToBeQuoted ? null : c.Body, c.PostedAt), All = said.Count() }).ToListAsync(ct);
        return new(rows is [var first, ..] ? first.All : 0, rows.ConvertAll(r => r.Item), page);
    }

    // From what is cited and was voted for, which is little, and not from all that was ever said.
    private IQueryable<long> BehindOf(ChainFindings findings, IQueryable<Priority> options) =>
        db.Citations.Where(x => x.CommentId != null && findings.Ids.Contains(x.FindingId)).Select(x => x.CommentId!.Value)
            .Union(options.Where(p => p.CommentId != null).Select(p => p.CommentId!.Value))
            .Union(db.Ideas.Where(i => i.CommentId != null && options.Where(p => p.Origin == PriorityOrigin.Idea && p.OriginId != null).Select(p => p.OriginId!.Value).Contains(i.Id)).Select(i => i.CommentId!.Value));

    private async Task<List<ThemeItem>> ThemesAsync(ChainQuestion question, ChainStart start, ChainFindings findings, IQueryable<Priority> options, CancellationToken ct)
    {
        var found = await db.Themes.AsNoTracking()
            .Where(t => findings.Themes.Contains(t.Id) || t.Id == start.ThemeId || db.Codings.Any(c => c.ThemeId == t.Id && c.CommentId == start.CommentId)
                || options.Any(p => p.Origin == PriorityOrigin.Theme && p.OriginId == t.Id))
            .OrderBy(t => t.Name).ThenBy(t => t.Id).Take(Most)
            .Select(t => new { Item = new ThemeItem(t.Id, t.Name, "/areas/" + t.Area.Slug + "/themes/" + t.Slug, 0), t.AreaId, t.Area.Level }).ToListAsync(ct);
        if (found.Count == 0 || !question.Reads(ChainKind.Theme)) return found.ConvertAll(t => t.Item);
        var (ids, visible) = (found.ConvertAll(t => t.Item.Id), db.Comments.Visible());
        var counts = await db.Codings.AsNoTracking().Where(x => ids.Contains(x.ThemeId) && visible.Any(c => c.Id == x.CommentId))
            .GroupBy(x => new { x.ThemeId, x.ConsultationId }).Select(g => new { g.Key.ThemeId, g.Key.ConsultationId, Comments = g.Count() }).ToListAsync(ct);
        if (!found.Exists(t => SharedView.IsShared(t.Level))) return found.ConvertAll(theme => theme.Item with { Comments = counts.Where(c => c.ThemeId == theme.Item.Id).Sum(c => c.Comments) });
        var view = await shared.OnAsync(UkTime.Today(clock), ct);
        var consultations = counts.ConvertAll(c => c.ConsultationId);
        var places = await db.Consultations.AsNoTracking().Where(c => consultations.Contains(c.Id)).Select(c => new { c.Id, c.AreaId }).ToDictionaryAsync(c => c.Id, c => c.AreaId, ct);
        return found.ConvertAll(theme =>
        {
            var unshared = view.Unshared(theme.AreaId);
            return theme.Item with { Comments = counts.Where(c => c.ThemeId == theme.Item.Id && !unshared.Contains(places[c.ConsultationId])).Sum(c => c.Comments) };
        });
    }

    private async Task<List<VotedItem>> VotesAsync(ChainStart start, ChainFindings findings, CancellationToken ct)
    {
        if (start.Ballot is { } own) return [Voted(own)];
        if (start.Options is null && findings.Ids.Count == 0) return [];
        var (cited, unshared) = (Cited(findings), start.Unshared);
        var votes = db.Ballots.AsNoTracking().WithPages().Where(b => !unshared.Contains(b.Consultation.AreaId));
        votes = start.Options is { } options ? votes.Where(b => cited.Any(p => p.BallotId == b.Id) || options.Any(p => p.BallotId == b.Id))
            : votes.Where(b => cited.Any(p => p.BallotId == b.Id));
        return (await votes.OrderBy(b => b.Id).Take(Most).Include(b => b.Consultation).ToListAsync(ct)).ConvertAll(Voted);
    }

    private VotedItem Voted(Ballot ballot)
    {
        var now = clock.GetUtcNow();
        return new(ballot.Id, ballot.Title, ballot.Consultation.Title, BallotResults.Of(ballot, now).People, ballot.HasEndedAt(now));
    }

    // What was voted for and leads back to what was said: all that a vote offers, and else what the findings cite.
    private IQueryable<Priority> Options(ChainStart start, ChainFindings findings) => start is { Ballot: not null, Options: { } own } ? own : Cited(findings);

    private IQueryable<Priority> Cited(ChainFindings findings) => db.Priorities.Where(p => db.Citations.Any(c => c.PriorityId == p.Id && findings.Ids.Contains(c.FindingId)));

    private async Task<List<Ask>> AsksAsync(ChainStart start, ChainFindings findings, CancellationToken ct)
    {
        if (start.RecommendationId is null && findings.Copies.Count == 0) return [];
        var today = UkTime.Today(clock);
        var asks = db.Recommendations.AsNoTracking().Sent();
        asks = start.RecommendationId is { } one ? asks.Where(r => r.Id == one) : asks.Where(r => r.WithdrawnAt == null && r.Grounds.Any(g => findings.Copies.Contains(g.FindingId)));
        var rows = await asks.OrderBy(r => r.Id).Take(Most).Include(r => r.Addressee).Include(r => r.Responses).Include(r => r.Outcomes).Include(r => r.Pauses).AsSingleQuery().ToListAsync(ct);
        return rows.ConvertAll(r => new Ask(
            new AskedItem(r.Id, r.Ask, r.Addressee.Name, r.DueOn!.Value, r.StateOn(today), r.Outcomes.OrderBy(o => o.On).ThenBy(o => o.Id).Select(o => new CameOfAsk(o.State, o.On)).LastOrDefault()),
            [.. r.Responses.OrderBy(x => x.Number).Select(x => new AnsweredItem(x.Id, x.Kind, x.Action ?? x.Reason ?? "", r.Addressee.Name, x.At, $"/recommendations/{r.Id}#answer-{x.Number}"))]));
    }

    private async Task<List<Decided>> DecidedAsync(ChainStart start, ChainFindings findings, List<long> themes, CancellationToken ct) =>
        await db.ThemeAnswers.AsNoTracking().Where(a => !db.DecisionRecords.Any(later => later.ConsultationId == a.Record.ConsultationId && later.Number > a.Record.Number)
                && (findings.Copies.Contains(a.FindingId ?? 0)
                    || (themes.Contains(a.ThemeId ?? 0) && (a.ThemeId == start.ThemeId || a.Record.ConsultationId == start.ConsultationId || findings.Consultations.Contains(a.Record.ConsultationId)))))
            .OrderBy(a => a.Id).Take(Most)
            .Select(a => new Decided(
                new AnsweredItem(null, a.Kind, a.Name + ": " + a.Reason, a.Record.By.Name, a.Record.PublishedAt, "/consultations/" + a.Record.Consultation.Slug + "/decision#answer-" + a.Order),
                a.StrategyId, a.ActionNumber)).ToListAsync(ct);

    private async Task<List<PlannedItem>> ActionsAsync(ChainStart start, ChainFindings findings, List<Decided> decided, CancellationToken ct)
    {
        if (start.IsLoose || (start.ActionId is null && findings.Copies.Count == 0 && decided.Count == 0)) return [];
        var (strategies, numbers) = (decided.ConvertAll(d => d.StrategyId ?? 0), decided.ConvertAll(d => d.ActionNumber ?? 0));
        var actions = db.StrategyActions.AsNoTracking();
        actions = start.ActionId is { } one ? actions.Where(a => a.Id == one)
            : actions.Where(a => db.StrategyVersions.Newest().Any(v => v.Id == a.VersionId)
                && (a.Findings.Any(f => findings.Copies.Contains(f.FindingId)) || (strategies.Contains(a.Version.StrategyId) && numbers.Contains(a.Number))));
        var rows = await actions.OrderBy(a => a.VersionId).ThenBy(a => a.Number).Take(Most).Select(a => new
        {
            a.Version.StrategyId,
            IsFound = a.Findings.Any(f => findings.Copies.Contains(f.FindingId)),
            Item = new PlannedItem(a.Id, a.Number, a.Title, a.Version.Title, a.Version.Strategy.Slug, a.Owner!.Name, a.DueOn, a.UnfundedReason),
        }).ToListAsync(ct);
        return [.. rows.Where(r => r.IsFound || r.Item.Id == start.ActionId || decided.Exists(d => d.StrategyId == r.StrategyId && d.ActionNumber == r.Item.Number)).Select(r => r.Item)];
    }

    private async Task<List<PaidItem>> LinesAsync(ChainStart start, List<PlannedItem> actions, CancellationToken ct)
    {
        if (start.LineId is null && actions.Count == 0) return [];
        var ids = actions.ConvertAll(a => (long?)a.Id);
        var lines = db.BudgetLines.AsNoTracking();
        lines = start.LineId is { } one ? lines.Where(l => l.Id == one) : lines.Where(l => l.ActionId != null && ids.Contains(l.ActionId));
        return await lines.OrderBy(l => l.VersionId).ThenBy(l => l.Number).Take(Most)
            .Select(l => new PaidItem(l.Id, l.Number, l.Title, l.Version.Strategy.Slug, l.Pence, l.Payee == null ? l.Recipient : l.Payee.Name, l.StartsOn, l.EndsOn)).ToListAsync(ct);
    }

    private sealed record Ask(AskedItem Item, IReadOnlyList<AnsweredItem> Answers);

    private sealed record Decided(AnsweredItem Item, long? StrategyId, int? ActionNumber);
}
