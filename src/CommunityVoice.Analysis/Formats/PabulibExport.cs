using System.Globalization;
using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Analysis.Formats;

/// <summary>A counted budget ballot of ours as a Pabulib file.</summary>
/// <remarks>
/// Voters are numbered from 1 in the order of equal papers, so a number says nothing of who or when. Amounts are divided by the minor units of the money
/// (100 for pence) and written with decimals only where they are needed. Points above 1 make the vote type cumulative, otherwise it is approval.
/// </remarks>
public static class PabulibExport
{
    private const string Approval = "approval";

    /// <summary>Writes an election, what was funded, the names of projects by number, and a description; a project without a name throws a <see cref="KeyNotFoundException"/>.</summary>
    public static PabulibFile Of(BudgetElection election, IReadOnlyCollection<long> funded, IReadOnlyDictionary<long, string> names, string description, string rule, int minorUnits = 1)
    {
        var type = election.Groups.Any(g => g.Points.Values.Any(p => p > 1)) ? "cumulative" : Approval;
        IEnumerable<(string Key, string Value)> meta =
        [
            ("description", description), ("num_projects", Text(election.Projects.Count)), ("num_votes", Text(election.Voters)),
            ("budget", Money(election.Budget, minorUnits)), ("vote_type", type), ("rule", rule),
        ];
        var projects = election.Projects.Select(p => Row(Text(p.Id), Money(p.Cost, minorUnits), Text(election.VotesFor(p.Id)), names[p.Id], funded.Contains(p.Id) ? "1" : "0"));
        var votes = election.Groups.SelectMany(g => Enumerable.Repeat(g, checked((int)g.Voters))).Select((g, n) => type == Approval
            ? Row(Text(n + 1L), Joined(g.Points.Keys))
            : Row(Text(n + 1L), Joined(g.Points.Keys), Joined(g.Points.Values)));
        return new([.. meta.Select(m => new PabulibMeta(0, m.Key, m.Value))],
            new(["project_id", "cost", "votes", "name", "selected"], [.. projects]),
            new(type == Approval ? ["voter_id", "vote"] : ["voter_id", "vote", "points"], [.. votes]));
    }

    private static PabulibRow Row(params string[] fields) => new(0, fields);

    private static string Joined(IEnumerable<long> numbers) => string.Join(',', numbers.Select(Text));

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Money(long amount, int minorUnits) => ((decimal)amount / minorUnits).ToString("0.############", CultureInfo.InvariantCulture);
}
