using CommunityVoice.Summaries;
using CommunityVoice.Web.Summaries;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>What a body said when it was asked to write a summary too, in words for its page and its file.</summary>
internal static class AuthorNote
{
    public static string Of(SummaryAuthor author, IReadOnlyCollection<SummaryAuthor> all) => author switch
    {
        { DeclineReason: { } reason } => $"Declined because: {reason}",
        { SignedAt: null } => $"{Asked(author, all)} on {WordFile.Day(author.AskedAt)}, has not answered",
        { LeaveReason: { } reason } => $"Agreed on {WordFile.Day(author.SignedAt)}, {(author.IsAskedAgainIn(all) ? "left on" : "writes it no longer since")} {WordFile.Day(author.LeftAt)}: {reason}",
        _ when author.IsAnotherTimeIn(all) => $"{Asked(author, all)} on {WordFile.Day(author.AskedAt)}, agreed on {WordFile.Day(author.SignedAt)}",
        _ => $"Agreed on {WordFile.Day(author.SignedAt)}",
    };

    private static string Asked(SummaryAuthor author, IReadOnlyCollection<SummaryAuthor> all) => author.IsAnotherTimeIn(all) ? "Asked again" : "Asked";
}
