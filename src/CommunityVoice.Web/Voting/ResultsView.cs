using System.Text.Json;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Voting;

/// <summary>How the reader wants results cut: everyone together, by a group, or weighted to who lives where.</summary>
public enum ResultsCut
{
    Everyone,
    Voice,
    Area,
    Channel,
    Weighted,
}

/// <summary>A ballot's results with what was worked out of them, read once for a page. Breakdowns are there only once they were assessed (rule R-C14).</summary>
public sealed class ResultsView(BallotResult result, DisclosureTerms terms, ResultsCut cut, int from)
{
    /// <summary>Statements on one page.</summary>
    public const int PageLength = 50;

    public BallotResult Result { get; } = result;
    public Ballot Ballot => Result.Ballot;
    public RankDetail? Rank { get; } = Read<RankDetail>(result, BallotMethod.Rank);
    public BudgetDetail? Budget { get; } = Read<BudgetDetail>(result, BallotMethod.Budget);
    public OpinionDetail? Opinion { get; } = Read<OpinionDetail>(result, BallotMethod.AgreeDisagreePass);
    public BallotTables? Tables { get; } = Allowed(result, terms);

    /// <summary>There are breakdowns, but nobody has said that they may be shown.</summary>
    public bool WaitsForAssessment { get; } = !terms.MayBePublished && Of(result) is { } all && (all.Tables.Keys.Any(k => k != BallotTables.ByTier) || all.Weighted is not null);

    /// <summary>What is shown: what was asked for where there is such a table, else everyone.</summary>
    public ResultsCut Cut => Cuts.Contains(cut) ? cut : ResultsCut.Everyone;

    /// <summary>What can be chosen from.</summary>
    public IReadOnlyList<ResultsCut> Cuts =>
    [
        ResultsCut.Everyone,
        .. Has(BallotTables.ByVoice) ? [ResultsCut.Voice] : Array.Empty<ResultsCut>(),
        .. Has(BallotTables.ByArea) ? [ResultsCut.Area] : Array.Empty<ResultsCut>(),
        .. Has(BallotTables.ByChannel) ? [ResultsCut.Channel] : Array.Empty<ResultsCut>(),
        .. Tables?.Weighted is null ? Array.Empty<ResultsCut>() : [ResultsCut.Weighted],
    ];

    public int From { get; } = from >= 1 && from <= result.Priorities.Count ? from : 1;
    public IEnumerable<PriorityResult> Statements => Result.Priorities.Skip(From - 1).Take(PageLength);
    public string? Previous => From > 1 ? Address(Math.Max(1, From - PageLength)) : null;
    public string? Next => From + PageLength <= Result.Priorities.Count ? Address(From + PageLength) : null;

    /// <summary>The tables of the chosen cut: one, or one for each statement that stands out.</summary>
    public IEnumerable<(string? Statement, PublishedTable Table)> Shown
    {
        get
        {
            var by = Cut switch { ResultsCut.Voice => BallotTables.ByVoice, ResultsCut.Channel => BallotTables.ByChannel, _ => BallotTables.ByArea };
            if (Tables!.Tables.TryGetValue(by, out var one)) return [(null, AsShown(one))];
            return Result.Priorities.Where(p => Tables.Tables.ContainsKey(BallotTables.Of(by, p.Id))).Select(p => ((string?)p.Title, AsShown(Tables.Tables[BallotTables.Of(by, p.Id)])));
        }
    }

    /// <summary>What the table of everybody lists on this page.</summary>
    public IEnumerable<Priority> Listed => (Ballot.HasMarks ? Statements : Result.Priorities).Join(Ballot.Priorities, r => r.Id, p => p.Id, (_, priority) => priority);

    /// <summary>Where what is listed came from.</summary>
    public IReadOnlyDictionary<long, OptionOrigin> Origins { get; set; } = new Dictionary<long, OptionOrigin>();

    public string TitleOf(long option) => Ballot.Priorities.Find(p => p.Id == option)?.Title ?? "";

    /// <summary>"1", "2 and 3": the place of an option in an order, with whom it shares it.</summary>
    public static string PlaceOf(IReadOnlyList<IReadOnlyList<long>> places, long option)
    {
        var before = 0;
        foreach (var group in places)
        {
            if (group.Contains(option)) return group.Count == 1 ? $"{before + 1}" : $"{before + 1}, shared";
            before += group.Count;
        }
        return "–";
    }

    public static string Word(ResultsCut cut) => cut switch
    {
        ResultsCut.Voice => "By voice",
        ResultsCut.Area => "By neighbourhood",
        ResultsCut.Channel => "By way of taking part",
        ResultsCut.Weighted => "Reweighted to who lives here",
        _ => "Everyone",
    };

    private static BallotTables? Of(BallotResult result) => result.HasTooFew ? null : BallotTables.Parse(result.Ballot.Outcome?.Tables ?? "");

    // Tables that went through a laxer profile than the newest assessment asks for wait until they are made anew. How people showed who they are says
    // nothing of what they think: it is shown in any case.
    private static BallotTables? Allowed(BallotResult result, DisclosureTerms terms) => Of(result) is not { } all ? null : all with
    {
        Tables = all.Tables.Where(t => t.Key == BallotTables.ByTier || terms.Allow(t.Value.Profile)).ToDictionary(t => t.Key, t => t.Value, StringComparer.Ordinal),
        Weighted = terms.MayBePublished ? all.Weighted : null,
    };

    private PublishedTable AsShown(PublishedTable table) => Cut == ResultsCut.Channel ? BallotTables.OfWays(table) : table;

    private string Address(int from) => $"/ballots/{Ballot.Id}/results?from={from}#statements";

    private bool Has(string by) => Tables is not null && (Tables.Tables.ContainsKey(by) || Tables.Tables.Keys.Any(k => k.StartsWith(by + ":", StringComparison.Ordinal)));

    private static T? Read<T>(BallotResult result, BallotMethod method)
        where T : class =>
        !result.HasTooFew && result.Ballot.Method == method && result.Ballot.Outcome is { Detail.Length: > 0 } outcome
            ? JsonSerializer.Deserialize<T>(outcome.Detail, JsonSerializerOptions.Web)
            : null;
}
