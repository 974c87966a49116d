using CommunityVoice.Summaries;
using CommunityVoice.Web.Summaries;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>What a body said when it was asked to write a summary too, in words for its page and its file.</summary>
internal static class AuthorNote
{
    public static string Of(SummaryAuthor author) => author switch
    {
        { DeclineReason: { } reason } => $"Declined because: {reason}",
        { SignedAt: null } => $"Asked on {WordFile.Day(author.AskedAt)}, has not answered",
        { LeaveReason: { } reason } => $"Agreed on {WordFile.Day(author.SignedAt)}, writes it no longer since {WordFile.Day(author.LeftAt)}: {reason}",
        _ => $"Agreed on {WordFile.Day(author.SignedAt)}",
    };
}
