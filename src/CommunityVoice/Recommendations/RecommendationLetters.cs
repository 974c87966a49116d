using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.News;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>Writes what a recommendation's people are told. The recommendation is loaded with its summary and addressee; the caller saves.</summary>
public sealed class RecommendationLetters(CommunityVoiceDb db, Letters letters, ContributorNews news, SiteAddress address, Successions successions, BodyMembers members)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>To those who may answer for the body that is asked, and to its contact address.</summary>
    public async Task ToAddresseeAsync(Recommendation recommendation, string kind, CancellationToken ct)
    {
        // Whoever does the work of the body that was asked.
        var body = await successions.HolderOfAsync(recommendation.Addressee, ct);
        foreach (var (email, name) in await members.WhoMayAsync(body.Id, Capability.Respond, ct)) Write(email, name, $"/manage/recommendations/{recommendation.Id}");
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
        var holder = await successions.HolderOfAsync(recommendation.Summary.By, ct);
        foreach (var (email, name) in await members.WhoMayAsync(holder.Id, Capability.Publish, ct))
            letters.Write(email, "recommendation-answered", new Dictionary<string, string>(Answered(recommendation, response), StringComparer.Ordinal) { ["name"] = name });
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
}
