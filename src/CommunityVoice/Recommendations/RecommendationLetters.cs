using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>Writes what a recommendation's people are told. The recommendation is loaded with its summary and addressee; the caller saves.</summary>
public sealed class RecommendationLetters(CommunityVoiceDb db, Letters letters, SiteAddress address, Successions successions, TimeProvider clock)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>To those who may answer for the body that is asked, and to its contact address.</summary>
    public async Task ToAddresseeAsync(Recommendation recommendation, string kind, CancellationToken ct)
    {
        // Whoever does the work of the body that was asked.
        var body = await successions.HolderOfAsync(recommendation.Addressee, ct);
        foreach (var (email, name) in await WhoMayAsync(body.Id, Capability.Respond, ct)) Write(email, name, $"/manage/recommendations/{recommendation.Id}");
        if (body.ContactEmail is { Length: > 0 } contact) Write(contact, body.Name, $"/recommendations/{recommendation.Id}");

        void Write(string to, string name, string link) => letters.Write(to, kind, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = name,
            ["from"] = recommendation.Summary.By.Name,
            ["body"] = body.Name,
            ["ask"] = recommendation.Ask,
            ["due"] = recommendation.DueOn!.Value.ToString("d MMMM yyyy", Uk),
            ["link"] = address.To(link),
        });
    }

    /// <summary>To the editors of the body that asked.</summary>
    public async Task ToEditorsAsync(Recommendation recommendation, Response response, CancellationToken ct)
    {
        foreach (var (email, name) in await WhoMayAsync((await successions.HolderOfAsync(recommendation.Summary.By, ct)).Id, Capability.Publish, ct)) letters.Write(email, "recommendation-answered", Answered(recommendation, response, name));
    }

    /// <summary>To whoever said what its findings rest on: one letter each, however often they are cited.</summary>
    public async Task ToContributorsAsync(Recommendation recommendation, Response response, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(p => p.Email != null && db.Citations.Any(c =>
                c.Comment!.AuthorId == p.Id && !c.Comment.IsOfficial && db.Set<RecommendationGround>().Any(g => g.RecommendationId == recommendation.Id && g.FindingId == c.FindingId)))
            .OrderBy(p => p.Id).Select(p => new { p.Email, p.DisplayName }).ToListAsync(ct);
        foreach (var person in people)
        {
            letters.Write(person.Email!, "recommendation-heard", new Dictionary<string, string>(Answered(recommendation, response, person.DisplayName), StringComparer.Ordinal)
            {
                ["title"] = recommendation.Summary.Consultation.Title,
            });
        }
    }

    private Dictionary<string, string> Answered(Recommendation recommendation, Response response, string name) => new(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["body"] = recommendation.Addressee.Name,
        ["ask"] = recommendation.Ask,
        ["answer"] = string.Join("\n", new[] { $"{response.Kind.Word()}.", response.Action, response.Reason }.Where(t => !string.IsNullOrWhiteSpace(t))),
        ["link"] = address.To($"/recommendations/{recommendation.Id}"),
    };

    private async Task<List<(string Email, string Name)>> WhoMayAsync(long bodyId, Capability capability, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var members = await db.Memberships.AsNoTracking().Where(m => m.BodyId == bodyId && m.EndedAt == null && m.Capabilities.HasFlag(capability) && m.Person.Email != null
                && m.Body.Remits.Any(r => r.Capabilities.HasFlag(capability) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn)))
            .OrderBy(m => m.PersonId).Select(m => new { m.Person.Email, m.Person.DisplayName }).ToListAsync(ct);
        return members.ConvertAll(m => (m.Email!, m.DisplayName));
    }
}
