using System.Globalization;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Follows;
using CommunityVoice.News;
using CommunityVoice.Notifications;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>Writes what people are told of a decision and of its clock; the caller saves.</summary>
public sealed class DecisionLetters(CommunityVoiceDb db, Deciders deciders, Letters letters, ContributorNews news, SiteAddress address)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>To everybody who said something that can be seen, or voted: once each, with their next letter. A correction is told as one.</summary>
    public async Task ToContributorsAsync(DecisionRecord record, CancellationToken ct)
    {
        var said = db.Comments.Visible().Where(c => c.ConsultationId == record.ConsultationId && !c.IsOfficial);
        var people = await said.Where(c => c.AuthorId != null).Select(c => c.AuthorId!.Value).Union(db.VotersIn(record.ConsultationId)).ToListAsync(ct);
        var decided = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["body"] = record.By.Name,
            ["title"] = record.Consultation.Title,
            ["answers"] = string.Join("\n", record.InOrder.Select(a => $"{a.Name}: {a.Kind.Word().ToLower(Uk)}.")),
            ["link"] = address.To($"/consultations/{record.Consultation.Slug}/decision"),
        };
        if (record.Correction is { } correction) decided["correction"] = correction;
        var kind = record.Number == 1 ? "consultation-decided" : "decision-corrected";
        foreach (var person in people) news.Owe(person, PlaceNews.KeyOfDecision(record.ConsultationId, record.Number), kind, decided);
    }

    /// <summary>To those who decide and those who asked: the clock runs out, or has run out.</summary>
    public async Task ToDecidersAsync(Consultation consultation, string kind, CancellationToken ct)
    {
        foreach (var (email, name) in await deciders.PeopleAsync(consultation, ct))
        {
            letters.Write(email, kind, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["decider"] = consultation.DecisionMaker,
                ["title"] = consultation.Title,
                ["due"] = consultation.ClosesOn!.Value.AddDays(DecisionClock.Days).ToString("d MMMM yyyy", Uk),
                ["link"] = address.To($"/manage/decisions/{consultation.Slug}"),
            });
        }
    }
}
