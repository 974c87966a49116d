using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.News;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>Writes what a recommendation's people are told. The recommendation is loaded with its summary and addressee; the caller saves.</summary>
public sealed class RecommendationLetters(CommunityVoiceDb db, Letters letters, ContributorNews news, SiteAddress address, TimeProvider clock)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>To those who may answer for the body that is asked, and to its contact address.</summary>
    public async Task ToAddresseeAsync(Recommendation recommendation, string kind, CancellationToken ct)
    {
        var body = recommendation.Addressee;
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
        foreach (var (email, name) in await WhoMayAsync(recommendation.Summary.ById, Capability.Publish, ct)) letters.Write(email, "recommendation-answered", new Dictionary<string, string>(Answered(recommendation, response), StringComparer.Ordinal) { ["name"] = name });
    }

    /// <summary>To whoever said what its findings rest on: once each, however often they are cited, with their next letter.</summary>
    public async Task ToContributorsAsync(Recommendation recommendation, Response response, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(p => db.Citations.Any(c =>
                c.Comment!.AuthorId == p.Id && !c.Comment.IsOfficial && db.Set<RecommendationGround>().Any(g => g.RecommendationId == recommendation.Id && g.FindingId == c.FindingId)))
            .OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(ct);
        var said = new Dictionary<string, string>(Answered(recommendation, response), StringComparer.Ordinal) { ["title"] = recommendation.Summary.Consultation.Title };
        foreach (var person in people) news.Owe(person, RecommendationNews.KeyOf(response), "recommendation-heard", said);
    }

    private Dictionary<string, string> Answered(Recommendation recommendation, Response response) => new(StringComparer.Ordinal)
    {
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
