using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Chains;

/// <summary>Follows one thing from what was said to what came of it, and back, in at most nine queries however much hangs on it; a few more for a theme of an area above places, which leaves out what is not shared there.</summary>
public sealed class GoldenThreads(CommunityVoiceDb db, SharedViews shared, TimeProvider clock)
{
    /// <summary>Of findings, recommendations, answers, actions and lines of one chain; comments have no limit.</summary>
    private const int Most = 300;

    public async Task<Chain?> FindAsync(ChainQuestion question, CancellationToken ct)
    {
        if (await ChainStart.FindAsync(db, shared, UkTime.Today(clock), question.Kind, question.Id, ct) is not { } start) return null;
        var findings = await ChainFindings.OfAsync(db, start, ct);
        var themes = await ThemesAsync(start, findings, ct);
        var asks = await AsksAsync(start, findings, ct);
        var decided = start.ResponseId is null && !start.IsLoose ? await DecidedAsync(start, findings, [.. themes.Select(t => t.Id)], ct) : [];
        var actions = await ActionsAsync(start, findings, decided, ct);
        var lines = await LinesAsync(start, actions, ct);
        var answers = asks.SelectMany(a => a.Answers).Where(a => start.ResponseId is null || a.ResponseId == start.ResponseId).Concat(decided.Select(d => d.Item)).OrderBy(a => a.At).ToList();
        var waiting = asks.Where(a => a.Item.State is RecommendationState.Sent or RecommendationState.Acknowledged or RecommendationState.Overdue).Select(a => (DateOnly?)a.Item.DueOn).Min();
        return new Chain(question, start.Title, start.Address)
        {
            Said = await SaidAsync(start, findings, question.PageOf(ChainKind.Comment), ct),
            Themes = ChainStep.Of(themes, question.PageOf(ChainKind.Theme)),
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

    private async Task<ChainStep<SaidItem>> SaidAsync(ChainStart start, ChainFindings findings, int page, CancellationToken ct)
    {
        var visible = db.Comments.AsNoTracking().Visible().Where(c => c.Consultation.PublishedAt != null);
        var unshared = start.Unshared;
        var said = start switch
        {
            { CommentId: { } comment } => visible.Where(c => c.Id == comment),
            { ThemeId: { } theme } => visible.Where(c => !unshared.Contains(c.Consultation.AreaId) && db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == theme)),
            _ => visible.Where(c => db.Citations.Any(x => x.CommentId == c.Id && findings.Ids.Contains(x.FindingId))),
        };
        // The count comes along with the rows.
        var rows = await said.OrderBy(c => c.Id).Skip((page - 1) * ChainQuestion.PageSize).Take(ChainQuestion.PageSize)
            .Select(c => new { Item = new SaidItem(c.Id, c.Consultation.Title, c.Consultation.Slug, c.Voice, c.IsNotToBeQuoted ? null : c.Body, c.PostedAt), All = said.Count() }).ToListAsync(ct);
        return new(rows is [var first, ..] ? first.All : 0, rows.ConvertAll(r => r.Item), page);
    }

    private async Task<List<ThemeItem>> ThemesAsync(ChainStart start, ChainFindings findings, CancellationToken ct)
    {
        var visible = db.Comments.Visible();
        var found = await db.Themes.AsNoTracking()
            .Where(t => findings.Themes.Contains(t.Id) || t.Id == start.ThemeId || db.Codings.Any(c => c.ThemeId == t.Id && c.CommentId == start.CommentId))
            .OrderBy(t => t.Name).ThenBy(t => t.Id).Take(Most)
            .Select(t => new
            {
                Item = new ThemeItem(t.Id, t.Name, "/areas/" + t.Area.Slug + "/themes/" + t.Slug, visible.Count(c => db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == t.Id))),
                t.AreaId,
                t.Area.Level,
            }).ToListAsync(ct);
        if (!found.Exists(t => SharedView.IsShared(t.Level))) return found.ConvertAll(t => t.Item);
        var view = await shared.OnAsync(UkTime.Today(clock), ct);
        var ids = found.ConvertAll(t => t.Item.Id);
        var counts = await db.Codings.AsNoTracking().Where(x => ids.Contains(x.ThemeId) && visible.Any(c => c.Id == x.CommentId))
            .GroupBy(x => new { x.ThemeId, x.ConsultationId }).Select(g => new { g.Key.ThemeId, g.Key.ConsultationId, Comments = g.Count() }).ToListAsync(ct);
        var consultations = counts.ConvertAll(c => c.ConsultationId);
        var places = await db.Consultations.AsNoTracking().Where(c => consultations.Contains(c.Id)).Select(c => new { c.Id, c.AreaId }).ToDictionaryAsync(c => c.Id, c => c.AreaId, ct);
        return found.ConvertAll(theme =>
        {
            var unshared = view.Unshared(theme.AreaId);
            return unshared.Count == 0 ? theme.Item
                : theme.Item with { Comments = counts.Where(c => c.ThemeId == theme.Item.Id && !unshared.Contains(places[c.ConsultationId])).Sum(c => c.Comments) };
        });
    }

    private async Task<List<Ask>> AsksAsync(ChainStart start, ChainFindings findings, CancellationToken ct)
    {
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
        if (start.IsLoose) return [];
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
        var ids = actions.ConvertAll(a => (long?)a.Id);
        var lines = db.BudgetLines.AsNoTracking();
        lines = start.LineId is { } one ? lines.Where(l => l.Id == one) : lines.Where(l => l.ActionId != null && ids.Contains(l.ActionId));
        return await lines.OrderBy(l => l.VersionId).ThenBy(l => l.Number).Take(Most)
            .Select(l => new PaidItem(l.Id, l.Number, l.Title, l.Version.Strategy.Slug, l.Pence, l.Recipient, l.StartsOn, l.EndsOn)).ToListAsync(ct);
    }

    private sealed record Ask(AskedItem Item, IReadOnlyList<AnsweredItem> Answers);

    private sealed record Decided(AnsweredItem Item, long? StrategyId, int? ActionNumber);
}
