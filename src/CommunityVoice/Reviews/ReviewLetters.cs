using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Notifications;
using CommunityVoice.Summaries;

namespace CommunityVoice.Reviews;

/// <summary>Writes what people are told about test questions, to whoever does the work of a body now. The question is loaded with its review and bodies; the caller saves.</summary>
public sealed class ReviewLetters(BodyMembers members, Successions successions, Letters letters, SiteAddress address)
{
    private static readonly Capability Signers = Partner.Signers.Aggregate((all, one) => all | one);
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>To those who may answer for the body that is asked, and to its contact address.</summary>
    public async Task ToAskedAsync(TestQuestion question, string kind, CancellationToken ct)
    {
        var body = await successions.HolderOfAsync(question.Asked, ct);
        foreach (var (email, name) in await members.WhoMayAsync(body.Id, Capability.Respond, ct))
            letters.Write(email, kind, Fields(question, body, name, $"/manage/reviews/{question.Review.Slug}/questions/{question.Number}"));
        if (body.ContactEmail is { Length: > 0 } contact) letters.Write(contact, kind, Fields(question, body, body.Name, Public(question)));
    }

    /// <summary>To those who look after the review for the body that asked.</summary>
    public async Task ToAskersAsync(TestQuestion question, TestAnswer answer, CancellationToken ct)
    {
        foreach (var (email, name) in await WhoMayAsync(question.ByBodyId, ReviewDesk.Reviewers, ct))
        {
            letters.Write(email, "test-question-answered", new Dictionary<string, string>(Fields(question, question.Asked, name, Public(question)), StringComparer.Ordinal)
            {
                ["answer"] = answer.KnownBy is { } day ? $"{answer.Text}\nNot known yet; to be known by {day.ToString("d MMMM yyyy", Uk)}." : answer.Text,
            });
        }
    }

    /// <summary>To those who may sign what is taken from a review for a body.</summary>
    public async Task ToPartnerAsync(ReviewPartner partner, Body from, CancellationToken ct)
    {
        foreach (var (email, name) in await WhoMayAsync(partner.BodyId, Signers, ct))
        {
            letters.Write(email, "review-sign-off-asked", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = from.Name,
                ["body"] = partner.Body.Name,
                ["review"] = partner.Review.Title,
                ["link"] = address.To("/manage/sign-offs"),
            });
        }
    }

    /// <summary>To those who may agree an effect for one of the two bodies.</summary>
    public async Task ToPartyAsync(ImpactParty party, CancellationToken ct)
    {
        foreach (var (email, name) in await WhoMayAsync(party.BodyId, Signers, ct))
        {
            letters.Write(email, "impact-agreement-asked", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = party.Impact.By.Name,
                ["body"] = party.Body.Name,
                ["review"] = party.Impact.Review.Title,
                ["item"] = party.Impact.Item.Title,
                ["impact"] = party.Impact.Text,
                ["link"] = address.To("/manage/sign-offs"),
            });
        }
    }

    private static string Public(TestQuestion question) => $"/reviews/{question.Review.Slug}/questions/{question.Number}";

    private async Task<IReadOnlyList<(string Email, string Name)>> WhoMayAsync(long bodyId, Capability any, CancellationToken ct) =>
        await members.WhoMayAsync(await successions.HolderOfAsync(bodyId, ct), any, ct);

    private Dictionary<string, string> Fields(TestQuestion question, Body body, string name, string link) => new(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["from"] = question.By.Name,
        ["body"] = body.Name,
        ["review"] = question.Review.Title,
        ["question"] = question.Text,
        ["due"] = question.DueOn.ToString("d MMMM yyyy", Uk),
        ["link"] = address.To(link),
    };
}
