using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>A version of a decision, to lead to.</summary>
public sealed record DecisionLink(int Number, DateTimeOffset At, string? Correction);

/// <summary>A decision as everybody reads it: when it is due, what was decided, and why it took longer, newest first. Cards: what led where, of the newest version.</summary>
public sealed record DecisionReading(DecisionClock Clock, DecisionRecord? Record, IReadOnlyList<DecisionLink> Versions, IReadOnlyList<DecisionDelay> Delays, IReadOnlyList<YouSaidCard> Cards)
{
    public bool IsNewest => Record?.Number == Versions.Count;
}

/// <summary>Reads decisions, for their page and for open data.</summary>
public sealed class DecisionReadings(CommunityVoiceDb db, YouSaid cards, TimeProvider clock)
{
    /// <summary>In a version, or in the newest without one. None where nobody decides; without a record where there is none yet, or no such version.</summary>
    public async Task<DecisionReading?> OfAsync(Consultation consultation, int? version, CancellationToken ct)
    {
        if (DecisionClock.Of(consultation, UkTime.Today(clock)) is not { } running) return null;
        var id = consultation.Id;
        var versions = await db.DecisionRecords.AsNoTracking().Where(r => r.ConsultationId == id).OrderBy(r => r.Number).Select(r => new DecisionLink(r.Number, r.PublishedAt, r.Correction)).ToListAsync(ct);
        var delays = await db.DecisionDelays.AsNoTracking().Include(d => d.From).Where(d => d.ConsultationId == id).OrderByDescending(d => d.Id).ToListAsync(ct);
        var wanted = version ?? versions.Count;
        var record = await db.DecisionRecords.AsNoTracking().Include(r => r.By).Include(r => r.Cites.Summary).Include(r => r.Answers).ThenInclude(a => a.Theme!.Area)
            .Include(r => r.Answers).ThenInclude(a => a.Recommendation).Include(r => r.Answers).ThenInclude(a => a.Strategy).AsSingleQuery()
            .SingleOrDefaultAsync(r => r.ConsultationId == id && r.Number == wanted, ct);
        var reading = new DecisionReading(running, record, versions, delays, []);
        return record is null || !reading.IsNewest ? reading
            : reading with { Cards = [.. (await cards.OfAsync(db.Consultations.Where(c => c.Id == id), null, 1, ct)).Take(YouSaid.PageSize)] };
    }
}
