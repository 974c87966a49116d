using System.Globalization;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>How proposals about papers are called on staff pages.</summary>
public static class ExclusionTitles
{
    /// <summary>"Leave 6 papers out".</summary>
    public static string Title(this Exclusion proposal) =>
        proposal.Kind == ExclusionKind.LeaveOut ? $"Leave {Papers(proposal.Papers.Count)} out" : $"Put {Papers(proposal.Papers.Count)} back";

    /// <summary>The reason as a sentence of its own.</summary>
    public static string Sentence(this ExclusionReason reason) => reason.Word() is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";

    public static string Papers(int count) => count == 1 ? "1 paper" : string.Create(CultureInfo.GetCultureInfo("en-GB"), $"{count:N0} papers");
}
