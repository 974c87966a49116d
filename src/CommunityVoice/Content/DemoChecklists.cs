using CommunityVoice.Activity;
using CommunityVoice.Checklists;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>The evidence that the demo's bodies give for checklists.</summary>
public sealed class DemoChecklistsFile
{
    public required List<DemoChecklist> Consultations { get; init; }
    public required List<DemoChecklist> Bodies { get; init; }
}

/// <summary>One checklist: of a consultation, or of a body in a year.</summary>
public sealed class DemoChecklist
{
    public string? Consultation { get; init; }
    public string? Body { get; init; }
    public int YearsAgo { get; init; }
    public required string By { get; init; }
    public required string At { get; init; }
    public required List<DemoEvidence> Evidence { get; init; }
}

/// <summary>What shows one item.</summary>
public sealed class DemoEvidence
{
    public required string Item { get; init; }
    public required string Evidence { get; init; }
    public string? Link { get; init; }
}

/// <summary>Writes it as those who keep the checklists did.</summary>
internal sealed class DemoChecklists(CommunityVoiceDb db, DemoFiles files, ChecklistLibrary library, DemoDays days)
{
    public async Task SaveAsync(CancellationToken ct)
    {
        if (await db.ChecklistAnswers.AnyAsync(ct)) return;
        foreach (var from in files.Checklists.Consultations)
        {
            var slug = files.Consultations.Consultations.Single(c => c.Key == from.Consultation).Slug;
            var consultation = await db.Consultations.SingleAsync(c => c.Slug == slug, ct);
            await AddAsync(library.ForConsultations, ChecklistOf.One(consultation), from, "Consultation", consultation.Id, ct);
        }
        foreach (var from in files.Checklists.Bodies)
        {
            var name = files.Place.Bodies.Single(b => b.Key == from.Body).Name;
            var body = await db.Bodies.SingleAsync(b => b.Name == name, ct);
            await AddAsync(library.ForBodies, ChecklistOf.One(body, days.Day(0).Year - from.YearsAgo), from, "Body", body.Id, ct);
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task AddAsync(Checklist list, ChecklistOf of, DemoChecklist from, string subject, long id, CancellationToken ct)
    {
        var email = files.Place.People.Single(p => p.Key == from.By).Email;
        var by = await db.People.SingleAsync(p => p.Email == email, ct);
        foreach (var evidence in from.Evidence)
        {
            var answer = new ChecklistAnswer(list, of, evidence.Item);
            answer.Say(evidence.Evidence, evidence.Link, by.Id, days.At(from.At));
            db.ChecklistAnswers.Add(answer);
        }
        db.ActivityEntries.Add(new ActivityEntry(by.Id, "checklist.answered", subject, id, list.Code, days.At(from.At)));
    }
}
