using CommunityVoice.Analysis;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityVoice.Discussion;

/// <summary>In which voices people have spoken, fit to be shown; counted at most every ten minutes, since it reads everybody.</summary>
public sealed class HeardFrom(CommunityVoiceDb db, IMemoryCache kept)
{
    /// <summary>With fewer people only their number is told.</summary>
    public const int FewestPeople = 20;

    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    public async Task<Breakdown?> OfAsync(Consultation consultation, CancellationToken ct) => consultation.People < FewestPeople ? null
        : await kept.GetOrCreateAsync((nameof(HeardFrom), consultation.Id), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Fresh;
            return CountAsync(consultation, ct);
        });

    private async Task<Breakdown?> CountAsync(Consultation consultation, CancellationToken ct)
    {
        var said = await db.Comments.Where(c => c.ConsultationId == consultation.Id).Visible()
            .Select(c => new { c.AuthorId, Name = c.AuthorId == null ? c.AuthorName : "", c.Voice }).Distinct().ToListAsync(ct);
        // Whoever speaks in two voices is one person; the voice of a body they speak for comes first.
        var rows = said.GroupBy(s => (s.AuthorId, s.Name)).Select(p => p.Max(s => s.Voice)).GroupBy(v => v).OrderBy(v => v.Key)
            .Select(v => (v.Key == Voice.NotSaid ? "voice not said" : v.Key.Word(), v.Count())).ToList();
        return Disclosure.Protect(rows, consultation.People);
    }
}
