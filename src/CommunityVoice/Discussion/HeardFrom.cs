using System.Text.Json;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.OnBehalf;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>Who was heard in a consultation, as published: by voice, and by the way they told us; neither where there are too few people or none from outside the site.</summary>
public sealed record WhoWasHeard(PublishedTable? ByVoice, PublishedTable? ByWay)
{
    public static WhoWasHeard Nothing { get; } = new(null, null);
}

/// <summary>In which voices people have spoken and how they told us, fit to be shown; <see cref="HeardTables"/> counts it.</summary>
public sealed class HeardFrom(CommunityVoiceDb db)
{
    /// <summary>With fewer people only their number is told.</summary>
    public const int FewestPeople = 20;

    internal const string ByVoice = "voice";
    internal const string ByWay = "channel";

    public async Task<WhoWasHeard> OfAsync(Consultation consultation, CancellationToken ct)
    {
        if (consultation.People < FewestPeople) return WhoWasHeard.Nothing;
        var json = await db.HeardTables.Where(t => t.ConsultationId == consultation.Id).Select(t => t.Tables).SingleOrDefaultAsync(ct);
        if (string.IsNullOrEmpty(json)) return WhoWasHeard.Nothing;
        var tables = JsonSerializer.Deserialize<Dictionary<string, PublishedTable>>(json, JsonSerializerOptions.Web)!;
        return new(tables.GetValueOrDefault(ByVoice), tables.GetValueOrDefault(ByWay));
    }

    /// <summary>Meetings that were written down; whoever came to them is in no total.</summary>
    public Task<List<MeetingRow>> MeetingsAsync(long consultationId, CancellationToken ct) =>
        db.Meetings.AsNoTracking().Where(m => m.ConsultationId == consultationId).Standing().ToRows().Take(50).ToListAsync(ct);
}
