using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.AnnualReports;

/// <summary>The part of a year that tells what a body published and asked for, and what came of it.</summary>
public sealed class AnnualOutcomes(CommunityVoiceDb db)
{
    private const int NoteMaxLength = 400;

    /// <summary>The figures, and what nobody knows, added to the list.</summary>
    public async Task<IReadOnlyList<AnnualFigure>> OfAsync(long bodyId, IQueryable<Consultation> own, AnnualPeriod period, List<string> notKnown, CancellationToken ct)
    {
        var asked = db.Recommendations.Sent().Where(r => r.Summary.ById == bodyId && r.SentAt < period.Before);
        var made = await asked.Where(r => r.SentAt >= period.From).OrderBy(r => r.SentAt).ThenBy(r => r.Id).AsNoTracking()
            .Include(r => r.Addressee).Include(r => r.Responses).Include(r => r.Outcomes).Include(r => r.Pauses).AsSplitQuery().ToListAsync(ct);
        var overdue = await asked.OverdueOn(period.Today).AsNoTracking().Include(r => r.Addressee).OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);
        var changes = await db.Recommendations.Where(r => r.Summary.ById == bodyId).AnsweredBetween(period.From, period.Before).NewestAnswerFirst().ToChangesAsync(period.Today, ct);
        List<AnnualFigure> figures =
        [
            await ReportsAsync(bodyId, period, ct),
            Recommendations(made, period),
            Overdue(overdue, await LateAsync(bodyId, period, ct), period),
            Changes(changes, period),
            await EscalationsAsync(bodyId, period, ct),
            await DecisionsAsync(own, period, ct),
        ];
        notKnown.AddRange(await UndecidedAsync(own, period, ct));
        if (made.Count(r => r.StateOn(period.Today) is not (RecommendationState.Answered or RecommendationState.Withdrawn)) is > 0 and var open)
            notKnown.Add($"{AnnualPeriod.Count(open, "recommendation of this year is", "recommendations of this year are")} not answered, so nobody knows what will come of {(open == 1 ? "it" : "them")}.");
        if (changes.Where(c => c.State == ChangeState.Unknown).Select(c => $"“{c.Ask}”").ToList() is [_, ..] unknown) notKnown.Add($"Nobody has told what became of {string.Join(", ", unknown)}.");
        return figures;
    }

    private async Task<AnnualFigure> ReportsAsync(long bodyId, AnnualPeriod period, CancellationToken ct)
    {
        var versions = await db.SummaryVersions.AsNoTracking().Where(v => v.Summary.ById == bodyId && v.PublishedAt >= period.From && v.PublishedAt < period.Before)
            .OrderBy(v => v.PublishedAt).ThenBy(v => v.Id).Select(v => new { v.Title, v.Number, v.PublishedAt, v.Correction, v.Summary.Slug, Of = v.Summary.Consultation.Title }).ToListAsync(ct);
        var first = versions.Count(v => v.Number == 1);
        return new(
            "reports", AnnualPart.Said, "Reports published",
            versions.Count == 0 ? "No report was published in this year."
                : $"{AnnualPeriod.Count(first, "report was", "reports were")} published{(versions.Count > first ? $", and {AnnualPeriod.Count(versions.Count - first, "correction", "corrections")}" : "")}.",
            "", "Report", "Published", "About",
            [.. versions.Select(v => new AnnualRow(v.Title, AnnualPeriod.Day(v.PublishedAt!.Value), v.Correction is { } note ? $"Correction: {note}" : v.Of, $"/summaries/{v.Slug}/v{v.Number}"))])
        { FollowHref = "/summaries", FollowWords = "All reports" };
    }

    private static AnnualFigure Recommendations(List<Recommendation> made, AnnualPeriod period)
    {
        var states = made.GroupBy(r => r.StateOn(period.Today)).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.Word().ToLower(AnnualPeriod.Uk)}");
        return new(
            "recommendations", AnnualPart.Said, "Recommendations made",
            made.Count == 0 ? "No recommendation was sent in this year." : $"{AnnualPeriod.Count(made.Count, "recommendation was", "recommendations were")} sent: {string.Join(", ", states)}.",
            $"Where each stood on {AnnualPeriod.Day(period.Now)}.", "Recommendation", "State", "To whom, and what they answered",
            [.. made.Select(r => new AnnualRow(r.Ask, r.StateOn(period.Today).Word(), AnswerOf(r), $"/recommendations/{r.Id}"))])
        { FollowHref = "/recommendations", FollowWords = "All recommendations" };
    }

    private static string AnswerOf(Recommendation r) => r.WithdrawnReason is { } reason ? $"{r.Addressee.Name}. Withdrawn: {reason}"
        : r.Responses.MaxBy(x => x.Number) is not { } answer ? $"{r.Addressee.Name}, by {AnnualPeriod.Day(r.DueOn!.Value)}"
        : Cut($"{r.Addressee.Name}. {answer.Kind.Word()}, {AnnualPeriod.Day(answer.At)}: {answer.Action ?? answer.Reason}");

    private static AnnualFigure Overdue(List<Recommendation> overdue, int late, AnnualPeriod period) => new(
        "overdue", AnnualPart.Said, "Overdue answers",
        string.Join(' ', overdue.Count == 0 ? "No answer is overdue." : $"{AnnualPeriod.Count(overdue.Count, "answer is", "answers are")} overdue.",
            late == 0 ? "" : $"{AnnualPeriod.Count(late, "answer of this year", "answers of this year")} came after the last day.").TrimEnd(),
        $"What was asked for by the end of the year and not answered by {AnnualPeriod.Day(period.Now)}, that of earlier years too.", "Recommendation", "Last day to answer", "Of whom",
        [.. overdue.Select(r => new AnnualRow(r.Ask, AnnualPeriod.Day(r.DueOn!.Value), r.Addressee.Name, $"/recommendations/{r.Id}"))])
    { FollowHref = "/recommendations?state=overdue", FollowWords = "Everything that is overdue now" };

    private async Task<int> LateAsync(long bodyId, AnnualPeriod period, CancellationToken ct)
    {
        var first = await db.Responses.AsNoTracking().Where(x => x.Number == 1 && x.Recommendation.Summary.ById == bodyId && x.At >= period.From && x.At < period.Before && x.Recommendation.WithdrawnAt == null)
            .Select(x => new { x.At, x.Recommendation.DueOn }).ToListAsync(ct);
        return first.Count(x => UkTime.Day(x.At) > x.DueOn);
    }

    private static AnnualFigure Changes(List<ChangeRow> changes, AnnualPeriod period) => new(
        "whatChanged", AnnualPart.CameOfIt, "What came of answers",
        changes.Count == 0 ? "No answer was given in this year." : $"{AnnualPeriod.Count(changes.Count, "answer was", "answers were")} given: "
            + string.Join(", ", Enum.GetValues<ChangeState>().Select(s => $"{changes.Count(c => c.State == s)} {s.Word().ToLower(AnnualPeriod.Uk)}")) + ".",
        $"As known on {AnnualPeriod.Day(period.Now)}. A promise whose day has passed without a report is unknown.", "Recommendation", "What came of it", "What people notice, or what was promised",
        [.. changes.Select(c => new AnnualRow(c.Ask, c.State.Word(), Cut($"{c.Body}: {EffectOf(c)}"), $"/recommendations/{c.Id}"))])
    { FollowHref = $"/what-changed?year={period.Year}", FollowWords = "The register of this year" };

    private static string EffectOf(ChangeRow c) => c switch
    {
        { Effect.Length: > 0, AsOf: { } on } => $"{c.Effect} (as of {AnnualPeriod.Day(on)})",
        { State: ChangeState.NotDone } => c.WhyNot,
        { ByWhen: { } by } => $"promised by {AnnualPeriod.Day(by)}: {c.Promised}",
        _ => c.Promised,
    };

    private async Task<AnnualFigure> EscalationsAsync(long bodyId, AnnualPeriod period, CancellationToken ct)
    {
        var sent = await db.Escalations.AsNoTracking().Include(e => e.To).Include(e => e.Summary).ThenInclude(s => s.Consultation)
            .Where(e => e.Summary.ById == bodyId && e.SentAt >= period.From && e.SentAt < period.Before).OrderBy(e => e.SentAt).ThenBy(e => e.Id).ToListAsync(ct);
        return new(
            "escalations", AnnualPart.CameOfIt, "Brought before others",
            sent.Count == 0 ? "Nothing was brought before another body in this year." : $"Recommendations were brought before another body {AnnualPeriod.Count(sent.Count, "time", "times")}.",
            sent.Count == 0 ? "" : $"Where each stood on {AnnualPeriod.Day(period.Now)}.", "Brought before", "State", "Why, and what came of it",
            [.. sent.Select(e => new AnnualRow($"{e.To.Name}, after “{e.Summary.Consultation.Title}”", Word(e.StateOn(period.Today)), Cut(e.Answer is { } answer ? $"Answer: {answer}" : e.Reason), $"/recommendations/escalations/{e.Id}"))]);
    }

    private static string Word(EscalationState state) => state switch
    {
        EscalationState.Answered => "Answered",
        EscalationState.Acknowledged => "Acknowledged",
        EscalationState.Overdue => "Not acknowledged in time",
        _ => "Sent",
    };

    private async Task<AnnualFigure> DecisionsAsync(IQueryable<Consultation> own, AnnualPeriod period, CancellationToken ct)
    {
        var records = await db.DecisionRecords.AsNoTracking().Include(r => r.Consultation).Include(r => r.By).Include(r => r.Answers)
            .Where(r => own.Any(c => c.Id == r.ConsultationId) && r.PublishedAt >= period.From && r.PublishedAt < period.Before).OrderBy(r => r.PublishedAt).ThenBy(r => r.Id).ToListAsync(ct);
        return new(
            "decisions", AnnualPart.CameOfIt, "Decisions",
            records.Count == 0 ? "No decision was published in this year." : $"{AnnualPeriod.Count(records.Count(r => r.Number == 1), "decision was", "decisions were")} published.",
            "", "Consultation", "Published", "By whom, and how themes were answered",
            [.. records.Select(r => new AnnualRow(r.Consultation.Title, AnnualPeriod.Day(r.PublishedAt),
                $"{r.By.Name}{(r.Number > 1 ? $", version {r.Number}" : "")}. {string.Join(", ", r.Answers.GroupBy(a => a.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {g.Key.Word().ToLower(AnnualPeriod.Uk)}"))}",
                $"/consultations/{r.Consultation.Slug}/decision"))]);
    }

    // What closed in the year, and of which nobody has told anything yet.
    private async Task<List<string>> UndecidedAsync(IQueryable<Consultation> own, AnnualPeriod period, CancellationToken ct)
    {
        var closed = await own.Where(c => !c.IsListeningSpace && c.ClosesAt > period.From && c.ClosesAt <= period.Before && c.ClosesAt <= period.Now).OrderBy(c => c.ClosesAt).ThenBy(c => c.Id)
            .Select(c => new { c.Title, HasReport = db.SummaryVersions.Any(v => v.PublishedAt != null && v.Summary.ConsultationId == c.Id), IsDecided = c.DecidedAt != null || db.DecisionRecords.Any(r => r.ConsultationId == c.Id) }).ToListAsync(ct);
        var lines = new List<string>();
        if (closed.Where(c => !c.HasReport).Select(c => $"“{c.Title}”").ToList() is [_, ..] silent) lines.Add($"No report is published on {string.Join(", ", silent)}, which closed in this year.");
        if (closed.Where(c => !c.IsDecided).Select(c => $"“{c.Title}”").ToList() is [_, ..] undecided) lines.Add($"No decision is on record on {string.Join(", ", undecided)}, which closed in this year.");
        return lines;
    }

    private static string Cut(string text)
    {
        var line = CleanText.OneLine(text);
        return line.Length <= NoteMaxLength ? line : line[..NoteMaxLength].TrimEnd() + "…";
    }
}
