using CommunityVoice.Analysis.Text;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>Compares the comments of consultations with each other and keeps which are in nearly the same words.</summary>
public sealed class Comparing(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>Compares wherever something was said, edited or taken away since the last time; answers how many consultations that were.</summary>
    public async Task<int> CompareDueAsync(CancellationToken ct)
    {
        var due = await db.Consultations.AsNoTracking().Where(c => c.PublishedAt != null && c.Comments > 1).OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct);
        var compared = 0;
        foreach (var consultation in due)
        {
            if (await CompareAsync(consultation, ct)) compared++;
        }
        return compared;
    }

    /// <summary>Compares the comments of one consultation; answers false when they are what they were.</summary>
    public async Task<bool> CompareAsync(long consultationId, CancellationToken ct)
    {
        var said = db.Comments.AsNoTracking().Visible().Where(c => c.ConsultationId == consultationId && !c.IsOfficial);
        var (count, newest, edited) = (await said.CountAsync(ct), await said.MaxAsync(c => (long?)c.Id, ct) ?? 0, await said.MaxAsync(c => c.EditedAt, ct));
        var last = await db.Comparisons.SingleOrDefaultAsync(c => c.ConsultationId == consultationId, ct);
        if (last?.IsOf(count, newest, edited) == true) return false;
        var texts = await said.OrderBy(c => c.Id).Select(c => new NumberedText(c.Id, c.Body)).ToListAsync(ct);
        var firsts = NearCopies.In(texts).SelectMany(group => group.Select(id => (id, group[0]))).ToDictionary(x => x.id, x => x.Item2);
        if (last is null) db.Comparisons.Add(last = new Comparison(consultationId));
        last.Made(count, newest, edited, clock.GetUtcNow());
        await KeepAsync(consultationId, firsts, ct);
        return true;
    }

    private async Task KeepAsync(long consultationId, Dictionary<long, long> firsts, CancellationToken ct)
    {
        var kept = await db.NearCopies.Where(n => n.ConsultationId == consultationId).ToListAsync(ct);
        List<NearCopy> gone = [.. kept.Where(n => firsts.GetValueOrDefault(n.CommentId) != n.FirstId)];
        var same = kept.Except(gone).Select(n => n.CommentId).ToHashSet();
        await db.TransactAsync(async () =>
        {
            db.NearCopies.RemoveRange(gone);
            await db.SaveChangesAsync(ct);
            db.NearCopies.AddRange(firsts.Where(f => !same.Contains(f.Key)).Select(f => new NearCopy(consultationId, f.Key, f.Value)));
            await db.SaveChangesAsync(ct);
        }, ct);
        db.ChangeTracker.Clear();
    }
}
