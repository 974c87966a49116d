using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Notifications;

namespace CommunityVoice.Reviews;

/// <summary>Writes what people are told about test questions. The question is loaded with its review and bodies; the caller saves.</summary>
public sealed class ReviewLetters(BodyMembers members, Letters letters, SiteAddress address)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>To those who may answer for the body that is asked, and to its contact address.</summary>
    public async Task ToAskedAsync(TestQuestion question, string kind, CancellationToken ct)
    {
        foreach (var (email, name) in await members.WhoMayAsync(question.AskedId, Capability.Respond, ct))
            letters.Write(email, kind, Fields(question, name, $"/manage/reviews/{question.Review.Slug}/questions/{question.Number}"));
        if (question.Asked.ContactEmail is { Length: > 0 } contact) letters.Write(contact, kind, Fields(question, question.Asked.Name, Public(question)));
    }

    /// <summary>To those who look after the review for the body that asked.</summary>
    public async Task ToAskersAsync(TestQuestion question, TestAnswer answer, CancellationToken ct)
    {
        foreach (var (email, name) in await members.WhoMayAsync(question.ByBodyId, ReviewDesk.Reviewers, ct))
        {
            letters.Write(email, "test-question-answered", new Dictionary<string, string>(Fields(question, name, Public(question)), StringComparer.Ordinal)
            {
                ["answer"] = answer.KnownBy is { } day ? $"{answer.Text}\nNot known yet; to be known by {day.ToString("d MMMM yyyy", Uk)}." : answer.Text,
            });
        }
    }

    private static string Public(TestQuestion question) => $"/reviews/{question.Review.Slug}/questions/{question.Number}";

    private Dictionary<string, string> Fields(TestQuestion question, string name, string link) => new(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["from"] = question.By.Name,
        ["body"] = question.Asked.Name,
        ["review"] = question.Review.Title,
        ["question"] = question.Text,
        ["due"] = question.DueOn.ToString("d MMMM yyyy", Uk),
        ["link"] = address.To(link),
    };
}
