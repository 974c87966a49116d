using CommunityVoice.Activity;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>Writes the Easy Read and translated variants of published summaries; public at once, each change in the record.</summary>
public sealed class Variants(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>Those of a summary, Easy Read first, then by language.</summary>
    public async Task<List<SummaryVariant>> OfAsync(long summaryId, CancellationToken ct)
    {
        var found = await db.SummaryVariants.AsNoTracking().Where(v => v.SummaryId == summaryId).ToListAsync(ct);
        return [.. VariantKind.All.Select(k => found.Find(v => v.Code == k.Code)).OfType<SummaryVariant>()];
    }

    public Task<SummaryVariant?> FindAsync(long summaryId, VariantKind kind, CancellationToken ct) =>
        db.SummaryVariants.SingleOrDefaultAsync(v => v.SummaryId == summaryId && v.Code == kind.Code, ct);

    /// <summary>False where somebody else wrote it in the same moment.</summary>
    public async Task<bool> WriteAsync(SummaryVariant? variant, VariantKind kind, SummaryVersion of, string title, string body, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (variant is null) db.SummaryVariants.Add(variant = new SummaryVariant(of.Summary, kind));
        variant.Write(title, body, of, by, now);
        db.ActivityEntries.Add(new ActivityEntry(by, "summary.variant-written", nameof(Summary), of.SummaryId, $"{kind.Name}, of version {of.Number}", now));
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
