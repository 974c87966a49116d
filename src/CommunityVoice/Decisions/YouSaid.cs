using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>The cards of "You said, we did, and why not" of some consultations, newest first, a page at a time, in four queries.</summary>
public sealed class YouSaid(CommunityVoiceDb db)
{
    public const int PageSize = 12;
    private const int MostActions = 500;

    /// <summary>One more than a page where there is a next one.</summary>
    public async Task<List<YouSaidCard>> OfAsync(IQueryable<Consultations.Consultation> consultations, CardState? state, int page, CancellationToken ct)
    {
        var answers = db.ThemeAnswers.AsNoTracking().Where(a => consultations.Any(c => c.Id == a.Record.ConsultationId)
            && !db.DecisionRecords.Any(later => later.ConsultationId == a.Record.ConsultationId && later.Number > a.Record.Number));
        var asks = db.Recommendations.AsNoTracking().Sent().Where(r => r.WithdrawnAt == null && consultations.Any(c => c.Id == r.Summary.ConsultationId));
        if (state is { } wanted)
        {
            var kind = YouSaidCard.KindOf(wanted);
            answers = kind is null ? answers.Where(a => false) : answers.Where(a => a.Kind == kind);
            asks = kind is null ? asks.Where(r => r.Responses.Count == 0)
                : asks.Where(r => r.Responses.OrderByDescending(x => x.Number).Select(x => (ResponseKind?)x.Kind).FirstOrDefault() == kind);
        }
        var keys = await answers.Select(a => new { IsAsk = false, a.Id, At = a.Record.PublishedAt })
            .Concat(asks.Select(r => new { IsAsk = true, r.Id, At = r.SentAt!.Value }))
            .OrderByDescending(k => k.At).ThenBy(k => k.IsAsk).ThenBy(k => k.Id).Skip((page - 1) * PageSize).Take(PageSize + 1).ToListAsync(ct);
        var parts = new Dictionary<(bool, long), Part>();
        foreach (var part in await AnswersAsync([.. keys.Where(k => !k.IsAsk).Select(k => k.Id)], ct)) parts[(false, part.Id)] = part;
        foreach (var part in await AsksAsync([.. keys.Where(k => k.IsAsk).Select(k => k.Id)], ct)) parts[(true, part.Id)] = part;
        var found = keys.Where(k => parts.ContainsKey((k.IsAsk, k.Id))).Select(k => parts[(k.IsAsk, k.Id)]).ToList();
        var actions = await ActionsAsync(found, ct);
        return found.ConvertAll(p => p.Card with { Actions = [.. actions.Where(p.Leads).Select(a => a.Action)] });
    }

    private async Task<IEnumerable<Part>> AnswersAsync(List<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var visible = db.Comments.Visible();
        var rows = await db.ThemeAnswers.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            a.Name,
            a.ThemeId,
            a.FindingId,
            a.Kind,
            a.Reason,
            a.StrategyId,
            a.ActionNumber,
            Theme = a.Theme!.Slug,
            ThemeArea = a.Theme.Area.Slug,
            Heading = a.Finding!.Heading,
            a.Record.ConsultationId,
            a.Record.Consultation.Slug,
            a.Record.Consultation.Title,
            By = a.Record.By.Name,
            BySlug = a.Record.By.Slug,
            Comments = a.ThemeId != null
                ? visible.Count(c => c.ConsultationId == a.Record.ConsultationId && db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == a.ThemeId))
                : visible.Count(c => db.Citations.Any(x => x.CommentId == c.Id && x.FindingId == a.FindingId)),
        }).ToListAsync(ct);
        return rows.Select(a => new Part(a.Id, new YouSaidCard(
            a.Name, a.ThemeId is null ? $"/thread/finding/{a.FindingId}" : $"/areas/{a.ThemeArea}/themes/{a.Theme}", a.Comments, a.Title, a.Slug, YouSaidCard.StateOf(a.Kind),
            a.By, a.BySlug, a.Kind == ResponseKind.Accepted ? a.Reason : "", a.Kind == ResponseKind.Accepted ? "" : a.Reason, $"/consultations/{a.Slug}/decision", null, [], null,
            a.ThemeId is { } theme ? $"/thread/theme/{theme}" : $"/thread/finding/{a.FindingId}"))
        {
            ConsultationId = a.ConsultationId,
            ThemeId = a.ThemeId,
            Headings = a.Heading is null ? [] : [a.Heading],
            Named = a is { StrategyId: { } strategy, ActionNumber: { } number } ? (strategy, number) : null,
        });
    }

    private async Task<IEnumerable<Part>> AsksAsync(List<long> ids, CancellationToken ct)
    {
        if (ids.Count == 0) return [];
        var visible = db.Comments.Visible();
        var rows = await db.Recommendations.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(r => new
        {
            r.Id,
            r.DueOn,
            By = r.Addressee.Name,
            BySlug = r.Addressee.Slug,
            r.Summary.ConsultationId,
            r.Summary.Consultation.Slug,
            r.Summary.Consultation.Title,
            r.Ask,
            Comments = visible.Count(c => db.Citations.Any(x => x.CommentId == c.Id && r.Grounds.Any(g => g.FindingId == x.FindingId))),
            Answer = r.Responses.OrderByDescending(x => x.Number).Select(x => new { x.Kind, x.Action, x.Reason }).FirstOrDefault(),
            Outcome = r.Outcomes.OrderByDescending(o => o.On).ThenByDescending(o => o.Id).Select(o => new CardOutcome(o.State, o.On, o.Effect)).FirstOrDefault(),
            Findings = r.Grounds.OrderBy(g => g.Finding.Order).ThenBy(g => g.FindingId).Select(g => g.Finding.Heading).ToList(),
        }).AsSingleQuery().ToListAsync(ct);
        return rows.Select(r => new Part(r.Id, new YouSaidCard(
            r.Findings.Count > 0 ? string.Join("; ", r.Findings) : r.Ask, $"/recommendations/{r.Id}", r.Comments, r.Title, r.Slug, YouSaidCard.StateOf(r.Answer?.Kind),
            r.By, r.BySlug, r.Answer?.Action ?? "", r.Answer?.Reason ?? "", $"/recommendations/{r.Id}", r.DueOn, [], r.Outcome, $"/thread/recommendation/{r.Id}"))
        {
            ConsultationId = r.ConsultationId,
            Headings = r.Findings,
        });
    }

    private async Task<List<Led>> ActionsAsync(List<Part> parts, CancellationToken ct)
    {
        if (parts.Count == 0) return [];
        var consultations = parts.ConvertAll(p => p.ConsultationId);
        var strategies = parts.Where(p => p.Named is not null).Select(p => p.Named!.Value.Strategy).ToList();
        var rows = await db.StrategyActions.AsNoTracking()
            .Where(a => db.StrategyVersions.Newest().Any(v => v.Id == a.VersionId)
                && (strategies.Contains(a.Version.StrategyId) || a.Findings.Any(f => consultations.Contains(f.Finding.Version.Summary.ConsultationId))))
            .OrderBy(a => a.VersionId).ThenBy(a => a.Number).Take(MostActions)
            .Select(a => new
            {
                a.Version.StrategyId,
                a.Version.Strategy.Slug,
                Strategy = a.Version.Title,
                a.Number,
                a.Title,
                a.UnfundedReason,
                Pence = a.Version.Lines.Where(l => l.ActionId == a.Id).Sum(l => l.Pence),
                Findings = a.Findings.Select(f => new Asked(f.Finding.Version.Summary.ConsultationId, f.Finding.ThemeId, f.Finding.Heading)).ToList(),
            }).AsSingleQuery().ToListAsync(ct);
        return rows.ConvertAll(a => new Led(a.StrategyId, new CardAction(a.Slug, a.Strategy, a.Number, a.Title, a.Pence, a.UnfundedReason), a.Findings));
    }

    private sealed record Asked(long ConsultationId, long? ThemeId, string Heading);

    private sealed record Led(long StrategyId, CardAction Action, List<Asked> Findings);

    private sealed record Part(long Id, YouSaidCard Card)
    {
        public long ConsultationId { get; init; }
        public long? ThemeId { get; init; }
        public IReadOnlyList<string> Headings { get; init; } = [];
        public (long Strategy, int Number)? Named { get; init; }

        public bool Leads(Led action) => (Named is { } named && named == (action.StrategyId, action.Action.Number))
            || action.Findings.Exists(f => f.ConsultationId == ConsultationId && ((ThemeId is not null && f.ThemeId == ThemeId) || Headings.Contains(f.Heading)));
    }
}
