using CommunityVoice.Analysis;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.OnBehalf;
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

    /// <summary>How they told us: on the site or otherwise; none where nothing came from outside it.</summary>
    public async Task<Breakdown?> ByChannelAsync(Consultation consultation, CancellationToken ct) => consultation.People < FewestPeople ? null
        : await kept.GetOrCreateAsync((nameof(ByChannelAsync), consultation.Id), entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = Fresh;
            return CountChannelsAsync(consultation, ct);
        });

    /// <summary>Meetings that were written down; whoever came to them is in no total.</summary>
    public Task<List<MeetingRow>> MeetingsAsync(long consultationId, CancellationToken ct) =>
        db.Meetings.AsNoTracking().Where(m => m.ConsultationId == consultationId).Standing().ToRows().Take(50).ToListAsync(ct);

    private async Task<Breakdown?> CountChannelsAsync(Consultation consultation, CancellationToken ct)
    {
        var entered = await db.Comments.Where(c => c.ConsultationId == consultation.Id && c.Channel != null && c.MeetingId == null).Counted()
            .GroupBy(c => c.Channel!.Value).Select(g => new { g.Key, People = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.People, ct);
        return entered.Count == 0 ? null : Disclosure.Protect([.. Channels.Of(entered, consultation.People).Select(c => (c.Words, c.People))], consultation.People);
    }

    private async Task<Breakdown?> CountAsync(Consultation consultation, CancellationToken ct)
    {
        var said = await db.Comments.Where(c => c.ConsultationId == consultation.Id && c.MeetingId == null).Counted()
            .Select(c => new { c.AuthorId, Name = c.AuthorId == null && c.Channel == null ? c.AuthorName : "", Entered = c.Channel == null ? 0 : c.Id, c.Voice }).Distinct().ToListAsync(ct);
        // Whoever speaks in two voices is one person; the voice of a body they speak for comes first.
        var rows = said.GroupBy(s => (s.AuthorId, s.Name, s.Entered)).Select(p => p.Max(s => s.Voice)).GroupBy(v => v).OrderBy(v => v.Key)
            .Select(v => (v.Key == Voice.NotSaid ? "voice not said" : v.Key.Word(), v.Count())).ToList();
        return Disclosure.Protect(rows, consultation.People);
    }
}
