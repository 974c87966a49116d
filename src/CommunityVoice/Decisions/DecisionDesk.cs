using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>Records decisions and delays, each saved with its entry in the record and its letters. It answers false where somebody else recorded one in the same moment.</summary>
public sealed class DecisionDesk(CommunityVoiceDb db, DecisionLetters letters, TimeProvider clock)
{
    /// <summary>One that somebody decides on, tracked for changing.</summary>
    public Task<Consultation?> FindAsync(string slug, CancellationToken ct) =>
        db.Consultations.Published().Include(c => c.Area).Include(c => c.AskedBy).SingleOrDefaultAsync(c => c.Slug == slug && !c.IsListeningSpace, ct);

    /// <summary>The newest published summary of it, which a decision must rest on.</summary>
    public Task<SummaryVersion?> SummaryOfAsync(Consultation consultation, CancellationToken ct) =>
        db.SummaryVersions.Newest().Include(v => v.Summary).Where(v => v.Summary.ConsultationId == consultation.Id)
            .OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id).FirstOrDefaultAsync(ct);

    /// <summary>Its newest record, read only.</summary>
    public Task<DecisionRecord?> NewestOfAsync(Consultation consultation, CancellationToken ct) =>
        db.DecisionRecords.AsNoTracking().Include(r => r.Answers).Where(r => r.ConsultationId == consultation.Id).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);

    /// <summary>Publishes the decision, which closes what was still open, and tells those who took part; a correction too.</summary>
    public async Task<bool> PublishAsync(Consultation consultation, SummaryVersion cites, Body by, DecisionText text, IReadOnlyList<Topic> topics, Guid byId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var number = (await db.DecisionRecords.Where(r => r.ConsultationId == consultation.Id).MaxAsync(r => (int?)r.Number, ct) ?? 0) + 1;
        var record = new DecisionRecord(consultation, number, cites, by, text, topics, byId, now);
        db.DecisionRecords.Add(record);
        consultation.Decide(now);
        await letters.ToContributorsAsync(record, ct);
        return await SaveAsync(consultation, byId, number == 1 ? "decision.published" : "decision.corrected", $"Version {number}, by {by.Slug}, on version {cites.Number} of {cites.Summary.Slug}", ct);
    }

    public Task<bool> ExplainAsync(Consultation consultation, Body from, string words, DateOnly? expectedOn, Guid byId, CancellationToken ct)
    {
        db.DecisionDelays.Add(new DecisionDelay(consultation, from, words, expectedOn, byId, clock.GetUtcNow()));
        return SaveAsync(consultation, byId, "decision.delay-explained", words, ct);
    }

    private async Task<bool> SaveAsync(Consultation consultation, Guid by, string verb, string detail, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Consultation), consultation.Id, detail, clock.GetUtcNow()));
        try
        {
            return await db.TrySaveAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
