using System.Globalization;
using System.Text;

namespace CommunityVoice.Analysis.Formats;

/// <summary>One statement to be written; <paramref name="Moderated"/> is 1 let in, 0 not looked at, -1 taken out.</summary>
public sealed record PolisStatementRow(long Id, long AuthorId, DateTimeOffset At, int Moderated, string Body);

/// <summary>One vote as it was cast: 1 agree, -1 disagree, 0 pass. Of several by one voter on one statement the latest counts, of equally late ones the last.</summary>
public sealed record PolisVoteRow(DateTimeOffset At, long VoterId, long StatementId, int Value);

/// <summary>A conversation to be written in the format of the open Polis data. Numbers of voters are those of the file, never keys of accounts.</summary>
public sealed record PolisConversation(
    string Topic, string Url, string Description, IReadOnlyList<PolisStatementRow> Statements, IReadOnlyList<PolisVoteRow> Votes,
    IReadOnlyDictionary<long, int> GroupOf);

/// <summary>Writes a conversation as the four files of the open Polis data, so that whatever reads those can read ours.</summary>
/// <remarks>
/// Format: <c>data.md</c> section 2; UTF-8, commas, RFC 4180 quotes, LF. Differences from files that Polis wrote: agrees and disagrees count each
/// voter's last vote only, not superseded ones too; <c>datetime</c> is UTC; <c>views</c> is empty, since nobody counts them; people's text is guarded
/// against spreadsheets (<see cref="CsvGuard"/>), so a reader that wants it exactly passes it through <see cref="CsvGuard.Strip"/>. Times keep
/// milliseconds. The matrix holds one row for each person and so is published only as design section 6 allows.
/// </remarks>
public static class PolisText
{
    /// <summary>The four files by name.</summary>
    public static IReadOnlyDictionary<string, string> Folder(PolisConversation conversation) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["summary.csv"] = Summary(conversation),
        ["comments.csv"] = Comments(conversation),
        ["votes.csv"] = Votes(conversation),
        ["participants-votes.csv"] = ParticipantsVotes(conversation),
    };

    public static string Summary(PolisConversation conversation)
    {
        var voters = Voters(conversation).Count;
        return Lines(
        [
            $"topic,{CsvGuard.Field(conversation.Topic)}",
            $"url,{CsvGuard.Field(conversation.Url)}",
            "views,",
            Line($"voters,{voters}"),
            Line($"voters-in-conv,{voters}"),
            Line($"commenters,{conversation.Statements.Select(s => s.AuthorId).Distinct().Count()}"),
            Line($"comments,{conversation.Statements.Count}"),
            Line($"groups,{conversation.GroupOf.Values.Distinct().Count()}"),
            $"conversation-description,{CsvGuard.Field(conversation.Description)}",
        ]);
    }

    public static string Comments(PolisConversation conversation)
    {
        var marks = LastVotes(conversation).ToLookup(v => v.StatementId, v => v.Value);
        return Lines(conversation.Statements.OrderBy(s => s.Id)
            .Select(s => Line($"{Times(s.At)},{s.Id},{s.AuthorId},{marks[s.Id].Count(v => v == 1)},{marks[s.Id].Count(v => v == -1)},{s.Moderated},{CsvGuard.Field(s.Body)}"))
            .Prepend("timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"));
    }

    /// <summary>Every vote ever cast, those changed later included, by time.</summary>
    public static string Votes(PolisConversation conversation) => Lines(conversation.Votes.OrderBy(v => v.At)
        .Select(v => Line($"{Times(v.At)},{v.StatementId},{v.VoterId},{v.Value}"))
        .Prepend("timestamp,datetime,comment-id,voter-id,vote"));

    /// <summary>One row a voter, one column a statement that anybody voted on; a cell without a vote is empty, and so is the group of somebody in none.</summary>
    public static string ParticipantsVotes(PolisConversation conversation)
    {
        var last = LastVotes(conversation);
        var written = conversation.Statements.ToLookup(s => s.AuthorId);
        List<long> columns = [.. last.Select(v => v.StatementId).Distinct().Order()];
        var rows = last.GroupBy(v => v.VoterId).ToDictionary(g => g.Key, g => g.ToDictionary(v => v.StatementId, v => v.Value));
        return Lines(Voters(conversation).Select(voter =>
        {
            var marks = rows.GetValueOrDefault(voter) ?? [];
            var line = new StringBuilder();
            line.Append(CultureInfo.InvariantCulture, $"{voter},{(conversation.GroupOf.TryGetValue(voter, out var group) ? group : null as int?)},");
            line.Append(CultureInfo.InvariantCulture, $"{written[voter].Count()},{marks.Count},{marks.Values.Count(v => v == 1)},{marks.Values.Count(v => v == -1)}");
            foreach (var column in columns) line.Append(CultureInfo.InvariantCulture, $",{(marks.TryGetValue(column, out var value) ? value : null as int?)}");
            return line.ToString();
        }).Prepend(string.Concat(columns.Select(c => Line($",{c}")).Prepend("participant,group-id,n-comments,n-votes,n-agree,n-disagree"))));
    }

    private static List<PolisVoteRow> LastVotes(PolisConversation conversation) =>
        [.. conversation.Votes.OrderBy(v => v.At).GroupBy(v => (v.VoterId, v.StatementId), (_, votes) => votes.Last())];

    private static List<long> Voters(PolisConversation conversation) =>
        [.. conversation.Votes.Select(v => v.VoterId).Concat(conversation.GroupOf.Keys).Distinct().Order()];

    private static string Times(DateTimeOffset at) => Line($"{at.ToUnixTimeMilliseconds()},{at.UtcDateTime:ddd MMM dd HH:mm:ss} UTC {at.UtcDateTime:yyyy}");

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
