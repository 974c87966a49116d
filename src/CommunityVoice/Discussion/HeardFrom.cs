using System.Text.Json;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.OnBehalf;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>Who was heard in a consultation, as published: by voice, and by the way they told us; neither where there are too few people or none from outside the site.</summary>
/// <remarks>Waits: nobody has assessed yet what it could tell of single people (rule R-C14).</remarks>
public sealed record WhoWasHeard(PublishedTable? ByVoice, PublishedTable? ByWay, bool Waits)
{
    public static WhoWasHeard Nothing { get; } = new(null, null, false);
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
        var terms = await db.DisclosureAssessments.TermsAsync(consultation.Id, Dataset.Heard, ct);
        if (!terms.MayBePublished) return WhoWasHeard.Nothing with { Waits = terms.Assessment == 0 };
        var json = await db.HeardTables.Where(t => t.ConsultationId == consultation.Id).Select(t => t.Tables).SingleOrDefaultAsync(ct);
        if (string.IsNullOrEmpty(json)) return WhoWasHeard.Nothing;
        var tables = JsonSerializer.Deserialize<Dictionary<string, PublishedTable>>(json, JsonSerializerOptions.Web)!;
        return new(Shown(ByVoice), Shown(ByWay), false);

        PublishedTable? Shown(string by) => tables.GetValueOrDefault(by) is { } table && terms.Allow(table.Profile) ? table : null;
    }

    /// <summary>Meetings that were written down; whoever came to them is in no total.</summary>
    public Task<List<MeetingRow>> MeetingsAsync(long consultationId, CancellationToken ct) =>
        db.Meetings.AsNoTracking().Where(m => m.ConsultationId == consultationId).Standing().ToRows().Take(50).ToListAsync(ct);
}
