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
        var shown = Read(json, terms);
        return new(shown(ByVoice), shown(ByWay), false);
    }

    /// <summary>What several consultations publish of it, read at once; those without a table are left out.</summary>
    public async Task<IReadOnlyList<WhoWasHeard>> InEachAsync(IReadOnlyCollection<long> consultationIds, CancellationToken ct)
    {
        var terms = await db.DisclosureAssessments.Where(a => consultationIds.Contains(a.ConsultationId)).TermsAsync(Dataset.Heard, ct);
        var published = await db.HeardTables.AsNoTracking()
            .Where(t => consultationIds.Contains(t.ConsultationId) && t.Tables != "" && db.Consultations.Any(c => c.Id == t.ConsultationId && c.People >= FewestPeople))
            .OrderBy(t => t.ConsultationId).Select(t => new { t.ConsultationId, t.Tables }).ToListAsync(ct);
        return [.. published.Select(t => Read(t.Tables, terms.GetValueOrDefault(t.ConsultationId, DisclosureTerms.None))).Select(shown => new WhoWasHeard(shown(ByVoice), shown(ByWay), false))];
    }

    /// <summary>Meetings that were written down; whoever came to them is in no total.</summary>
    public Task<List<MeetingRow>> MeetingsAsync(long consultationId, CancellationToken ct) =>
        db.Meetings.AsNoTracking().Where(m => m.ConsultationId == consultationId).Standing().ToRows().Take(50).ToListAsync(ct);

    private static Func<string, PublishedTable?> Read(string json, DisclosureTerms terms)
    {
        var tables = JsonSerializer.Deserialize<Dictionary<string, PublishedTable>>(json, JsonSerializerOptions.Web)!;
        return by => tables.GetValueOrDefault(by) is { } table && terms.Allow(table.Profile) ? table : null;
    }
}
