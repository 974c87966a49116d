using CommunityVoice.OpenData;

namespace CommunityVoice.Voting;

/// <summary>An option in a ballot's results: exact, since it tells of nobody's attributes (rule R-C12). Chosen: among those that the method chooses.</summary>
public sealed record OptionData(
    long Id, string Title, int Place, int People, double Share, double Low, double High, int? Dots, int? Agree, int? Disagree, int? Pass, long? CostPence, bool IsChosen);

/// <summary>A cell of a breakdown, protected. Of: the option that people of the group chose, or what they answered to the statement.</summary>
public sealed record CellData(string Of, ShownCount Count, double? Share, string ShareWords);

/// <summary>A group in a breakdown, protected.</summary>
public sealed record GroupRow(string Label, ShownCount People, IReadOnlyList<CellData> Cells);

/// <summary>A breakdown by voice, by area or by channel, the way of taking part. Statement: the one it is of, in votes on statements; by channel a group then has all who took part in that way, those without an answer among them. By channel, ways that nobody used are not there, and hidden ones are one group.</summary>
public sealed record TableData(string By, long? Statement, DateTimeOffset At, int People, string Profile, string Note, IReadOnlyList<GroupRow> Groups);

/// <summary>An option if each area counted by how many people live in it.</summary>
public sealed record WeightedData(long Id, double AsCounted, double Share, double Low, double High);

/// <summary>How many people showed in which way who they are, protected: People is none where it is hidden. Those whom staff entered are told apart by how they told us: enteredPaper, enteredPhone and so on; ways of which nothing may be told are one, enteredOtherwise.</summary>
public sealed record TierData(string Tier, int? People, string Words);

/// <summary>The public record that the results are counted from: whoever adds it up comes to the same.</summary>
public sealed record RecordData(long Entries, int Batches, string? Fingerprint, string? File);

/// <summary>A ballot's published results. People: none while fewer than ten took part, and then there is nothing else either. Notice: who decides (rule R-A9).</summary>
public sealed record ResultsData(
    long Ballot, string Title, string Method, string Consultation, string ConsultationSlug, string Notice, string Order, bool IsFinal, int? People, string? Sentence,
    IReadOnlyList<OptionData> Options, IReadOnlyList<TableData> Breakdowns, IReadOnlyList<WeightedData> Weighted, IReadOnlyList<TierData> ShownWho, RecordData? Record, string Path)
{
    private const string EnteredOtherwise = "enteredOtherwise";

    /// <summary>Of a result, with the tables that may be shown.</summary>
    public static ResultsData Of(BallotResult result, BallotTables? tables)
    {
        var ballot = result.Ballot;
        return new(
            ballot.Id, ballot.Title, DataCode.Of(ballot.Method), ballot.Consultation.Title, ballot.Consultation.Slug, ballot.Consultation.Advice(), ResultOrder.Words(ballot.Method),
            result.IsFinal, result.People, result.Winner,
            [.. result.Priorities.Select(p => Option(p, ballot))],
            result.HasTooFew || tables is null ? [] : [.. tables.Tables.Where(t => t.Key != BallotTables.ByTier).OrderBy(t => t.Key, StringComparer.Ordinal).Select(t => Table(t.Key, t.Value))],
            result.HasTooFew || tables?.Weighted is not { } weighted ? [] : [.. weighted.Options.Select(o => new WeightedData(o.Option, Shares.Round(o.Raw), Shares.Round(o.Weighted), Shares.Round(o.Low), Shares.Round(o.High)))],
            result.HasTooFew || tables?.Tables.GetValueOrDefault(BallotTables.ByTier) is not { } tiers ? [] : Tiers(tiers),
            result.HasTooFew || ballot.SealedEntries == 0 ? null : new(ballot.SealedEntries, ballot.SealedBatches, ballot.Head, $"/ballots/{ballot.Id}/record.txt"),
            $"/ballots/{ballot.Id}/results");
    }

    // Hidden ways are one row, as on the page: which of them somebody used is not told.
    private static IReadOnlyList<TierData> Tiers(PublishedTable table)
    {
        var rows = table.Rows.Where(r => r.People != "0").ToLookup(r => r.People == TableCell.Hidden.Words && BallotTables.WayOf(r.Label) is not null);
        return [.. rows[false].Select(Tier), .. rows[true].Take(1).Select(r => new TierData(EnteredOtherwise, null, r.People))];
    }

    private static TierData Tier(TableRow row) => new(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(row.Label), ShownCount.Of(row.People).Number, row.People);

    private static OptionData Option(PriorityResult p, Ballot ballot)
    {
        var (marks, dots) = (ballot.HasMarks, ballot.Method == Analysis.Ballots.BallotMethod.Dots);
        return new(p.Id, p.Title, p.Place, p.People, Shares.Round(p.Share), Shares.Round(p.Range.Low), Shares.Round(p.Range.High),
            dots ? p.Dots : null, marks ? p.Agree : null, marks ? p.Disagree : null, marks ? p.Pass : null, p.Cost, p.IsWinner);
    }

    private static TableData Table(string key, PublishedTable published)
    {
        var parts = key.Split(':');
        var table = parts[0] == BallotTables.ByChannel ? BallotTables.OfWays(published) : published;
        return new(parts[0], parts.Length > 1 ? long.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : null, table.At, table.People, table.Profile, table.Note,
            [.. table.Rows.Select(r => new GroupRow(r.Label, ShownCount.Of(r.People),
                [.. r.Cells.Select((c, i) => new CellData(table.Columns[i], ShownCount.Of(c.Words), Shares.Round(c.Share), c.ShareWords))]))]);
    }
}

/// <summary>One number of a ballot's results as a line of a file: of everyone, or of a group. Answer: tookPart, chose, agree, disagree, pass or noAnswer. Profile: the rules that numbers of a group went through.</summary>
public sealed record ResultLine(string Breakdown, string Group, long? Option, string Title, string Answer, int? Place, ShownCount Count, double? Share, int? Dots, long? CostPence, bool? IsChosen, string Notice, string Profile)
{
    private const string Everyone = "everyone";
    private const string Chose = "chose";

    public static IEnumerable<ResultLine> Of(ResultsData results)
    {
        if (results.People is not { } people) yield break;
        yield return new(Everyone, Everyone, null, results.Title, "tookPart", null, ShownCount.Of($"{people}"), null, null, null, null, results.Notice, "");
        foreach (var o in results.Options)
        {
            foreach (var (answer, count) in Answers(o))
            {
                var isFirst = answer is Chose or "agree";
                yield return new(Everyone, Everyone, o.Id, o.Title, answer, o.Place, ShownCount.Of($"{count}"), isFirst ? o.Share : null, isFirst ? o.Dots : null, o.CostPence, o.IsChosen, results.Notice, "");
            }
        }
        foreach (var table in results.Breakdowns)
        {
            foreach (var group in table.Groups)
            {
                yield return new(table.By, group.Label, table.Statement, "", "tookPart", null, group.People, null, null, null, null, results.Notice, table.Profile);
                foreach (var cell in group.Cells)
                {
                    var (option, title, answer) = table.Statement is { } statement
                        ? ((long?)statement, results.Options.FirstOrDefault(o => o.Id == statement)?.Title ?? "", AnswerOf(cell.Of))
                        : (results.Options.FirstOrDefault(o => o.Title == cell.Of)?.Id, cell.Of, Chose);
                    yield return new(table.By, group.Label, option, title, answer, null, cell.Count, cell.Share, null, null, null, results.Notice, table.Profile);
                }
            }
        }
    }

    private static string AnswerOf(string words) => words == BallotTables.NoAnswer ? "noAnswer" : words.ToLowerInvariant();

    private static IEnumerable<(string Answer, int Count)> Answers(OptionData o) => o.Agree is { } agree
        ? [("agree", agree), ("disagree", o.Disagree ?? 0), ("pass", o.Pass ?? 0)]
        : [(Chose, o.People)];
}
