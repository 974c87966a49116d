using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.OnBehalf;

/// <summary>One printing of forms: how many were made and how many came back.</summary>
public sealed record FormRun(int Run, DateTimeOffset MadeAt, int Made, int Entered);

/// <summary>Makes forms to print, each with a code of its own, and finds them again by it.</summary>
public sealed class AnswerForms(CommunityVoiceDb db, TimeProvider clock)
{
    public const int MostAtOnce = 100;

    /// <summary>The number of the printing.</summary>
    public Task<int> MakeAsync(Consultation consultation, int count, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(count is >= 1 and <= MostAtOnce, true, nameof(count));
        var now = clock.GetUtcNow();
        var run = 1 + (await db.AnswerForms.Where(f => f.ConsultationId == consultation.Id).MaxAsync(f => (int?)f.Run, ct) ?? 0);
        db.AnswerForms.AddRange(Enumerable.Range(0, count).Select(_ => new AnswerForm(consultation.Id, ReceiptCode.New(AnswerForm.CodeLength), run, by, now)));
        db.ActivityEntries.Add(new ActivityEntry(by, "answer.forms-made", nameof(Consultation), consultation.Id, FormattableString.Invariant($"{count} forms, printing {run}"), now));
        await db.SaveChangesAsync(ct);
        return run;
    }, ct);

    public Task<List<FormRun>> RunsAsync(long consultationId, CancellationToken ct) => db.AnswerForms.AsNoTracking().Where(f => f.ConsultationId == consultationId)
        .GroupBy(f => f.Run).OrderByDescending(g => g.Key).Take(50)
        .Select(g => new FormRun(g.Key, g.Min(f => f.MadeAt), g.Count(), g.Count(f => db.EnteredAnswers.Any(a => a.FormId == f.Id)))).ToListAsync(ct);

    /// <summary>The codes of one printing, as they stand on the forms.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(long consultationId, int run, CancellationToken ct) =>
        [.. (await db.AnswerForms.AsNoTracking().Where(f => f.ConsultationId == consultationId && f.Run == run).OrderBy(f => f.Id).Select(f => f.Code).ToListAsync(ct)).Select(ReceiptCode.Show)];

    /// <summary>The form of a code, whatever case, spaces and dashes it was typed with.</summary>
    public static async Task<AnswerForm?> FindAsync(CommunityVoiceDb db, string? typed, CancellationToken ct) => ReceiptCode.Read(typed, AnswerForm.CodeLength) is { } code
        ? await db.AnswerForms.Include(f => f.Consultation).SingleOrDefaultAsync(f => f.Code == code, ct) : null;
}
