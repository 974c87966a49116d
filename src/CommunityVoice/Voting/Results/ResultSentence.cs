using System.Globalization;
using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Voting;

/// <summary>A result in one sentence that anybody understands.</summary>
internal static class ResultSentence
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string? Of(BallotResult result)
    {
        var people = result.People!.Value;
        var first = result.Priorities.Where(p => p.Place == 1 && p.People > 0).ToList();
        if (first is not [var one, ..]) return null;
        return result.Ballot.Method switch
        {
            BallotMethod.Budget => Budget(result),
            BallotMethod.AgreeDisagreePass => first.Count > 1 ? null : string.Create(British, $"Most agreed with: “{one.Title.TrimEnd('.')}”: {BallotResult.Percent(one.Share)} of {one.People:N0} people agree."),
            BallotMethod.Rank => first.Count == 1
                ? string.Create(British, $"{one.Title} came first when {people:N0} people put the options in order.")
                : string.Create(British, $"{Together(first)} came first together when {people:N0} people put the options in order."),
            _ => first.Count == 1
                ? string.Create(British, $"{one.Title} came first: {BallotResult.Percent(one.Share)} of {people:N0} people {Did(result.Ballot.Method)} it.")
                : string.Create(British, $"{Together(first)} came first together: {BallotResult.Percent(one.Share)} of {people:N0} people {Did(result.Ballot.Method)} each."),
        };
    }

    private static string? Budget(BallotResult result)
    {
        var chosen = result.Priorities.Where(p => p.IsWinner).ToList();
        if (chosen.Count == 0) return string.Create(British, $"No project was chosen by {result.People:N0} people.");
        return string.Create(British, $"{result.People:N0} people chose {chosen.Count} of {result.Priorities.Count} projects for {Money.Words(chosen.Sum(p => p.Cost ?? 0))} of {Money.Words(result.Ballot.Budget)}.");
    }

    private static string Did(BallotMethod method) => method switch
    {
        BallotMethod.Dots => "put a dot on",
        BallotMethod.Support => "support",
        _ => "picked",
    };

    private static string Together(IReadOnlyList<PriorityResult> rows) => $"{string.Join(", ", rows.SkipLast(1).Select(p => p.Title))} and {rows[^1].Title}";
}
