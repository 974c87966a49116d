using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Checklists;

/// <summary>What a form says of one item.</summary>
public sealed record EvidenceText(string Item, string Evidence, string? Link);

/// <summary>An item beside its evidence; none where nobody gave any.</summary>
public sealed record ChecklistRow(ChecklistItem Item, int Number, ChecklistAnswer? Answer);

/// <summary>Keeps the evidence for checklists. Each change is recorded in its transaction.</summary>
public sealed class ChecklistDesk(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>Every item in the order of the checklist.</summary>
    public async Task<IReadOnlyList<ChecklistRow>> RowsAsync(Checklist list, ChecklistOf of, CancellationToken ct)
    {
        var answers = (await OfAsync(list, of, ct)).ToDictionary(a => a.Item, StringComparer.Ordinal);
        return [.. list.Items.Select((item, i) => new ChecklistRow(item, i + 1, answers.GetValueOrDefault(item.Code)))];
    }

    /// <summary>The years in which a body gave evidence, newest first.</summary>
    public Task<List<int>> YearsAsync(Checklist list, long bodyId, CancellationToken ct) => db.ChecklistAnswers
        .Where(a => a.BodyId == bodyId && a.Checklist == list.Code).Select(a => a.Year!.Value).Distinct().OrderByDescending(y => y).ToListAsync(ct);

    /// <summary>Saves what changed, an emptied item included; answers false where somebody else gave evidence in the same moment.</summary>
    public async Task<bool> SaveAsync(Checklist list, ChecklistOf of, IEnumerable<EvidenceText> texts, Guid by, CancellationToken ct)
    {
        var (now, changed) = (clock.GetUtcNow(), new List<string>());
        var held = (await OfAsync(list, of, ct)).ToDictionary(a => a.Item, StringComparer.Ordinal);
        foreach (var text in texts.Where(t => list.Items.Exists(i => i.Code == t.Item)))
        {
            var answer = held.GetValueOrDefault(text.Item);
            if ((answer?.Evidence ?? "", answer?.Link) == (text.Evidence, text.Link)) continue;
            changed.Add(text.Item);
            if (text.Evidence.Length == 0)
            {
                if (answer is not null) db.ChecklistAnswers.Remove(answer);
                continue;
            }
            if (answer is null) db.ChecklistAnswers.Add(answer = new ChecklistAnswer(list, of, text.Item));
            answer.Say(text.Evidence, text.Link, by, now);
        }
        if (changed.Count == 0) return true;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{list.Code}{(of.Year is { } year ? $" {year}" : "")}: {string.Join(", ", changed)}");
        db.ActivityEntries.Add(new ActivityEntry(by, "checklist.answered", of.ConsultationId is null ? "Body" : "Consultation", (of.ConsultationId ?? of.BodyId)!.Value, detail, now));
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false; // somebody emptied the same item
        }
    }

    private Task<List<ChecklistAnswer>> OfAsync(Checklist list, ChecklistOf of, CancellationToken ct) => db.ChecklistAnswers
        .Where(a => a.Checklist == list.Code && a.ConsultationId == of.ConsultationId && a.BodyId == of.BodyId && a.Year == of.Year).ToListAsync(ct);
}
