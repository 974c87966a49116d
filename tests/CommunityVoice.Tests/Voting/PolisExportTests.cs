using CommunityVoice.Analysis.Formats;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.Voting;

/// <summary>What is written as a folder of the open Polis data reads back as it was.</summary>
public sealed class PolisExportTests : IDisposable
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1500232652930);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("polis-export");

    public void Dispose() => folder.Delete(recursive: true);

    [SharedDataTheory]
    [InlineData("american-assembly.bowling-green")]
    [InlineData("bg2050-volunteers")]
    [InlineData("brexit-consensus")]
    [InlineData("canadian-electoral-reform")]
    [InlineData("football-concussions")]
    [InlineData("london.youth.policing")]
    [InlineData("scoop-hivemind.affordable-housing")]
    [InlineData("scoop-hivemind.biodiversity")]
    [InlineData("scoop-hivemind.freshwater")]
    [InlineData("scoop-hivemind.ubi")]
    public void Real_conversations_read_back_as_they_were(string name) =>
        ReadsBack(PolisFolder.Read(Path.Combine(Repository.SharedData!, "polis", name)));

    [Fact]
    public void Words_that_are_hard_to_write_read_back_as_they_were() => ReadsBack(new(
        "=Topic, \"quoted\"", "https://example.org/?a=1,2", "Two\nlines, and 'more'\n",
        [
            new(1, 7, Start, 1, "-1 is not a vote"), new(2, 7, Start, 0, "'=guarded already"), new(3, 8, Start, -1, "a\nb \"c\", d"),
            new(4, 8, Start, 1, "@everybody"), new(5, 8, Start, 1, ""), new(6, 9, Start.AddMilliseconds(1), 1, "'plain'"),
        ],
        [7, 8], [new(7, 1, 1), new(7, 3, 0), new(8, 1, -1), new(8, 6, 1)]));

    [Fact]
    public void A_changed_vote_is_kept_in_the_record_and_counts_once()
    {
        Write(new("Topic", "", "", [new(1, 7, Start, 1, "Words")],
            [new(Start.AddSeconds(2), 7, 1, -1), new(Start, 7, 1, 1), new(Start.AddSeconds(2), 7, 1, 0)], new Dictionary<long, int>()));

        Assert.Equal(4, File.ReadAllLines(Path.Combine(folder.FullName, "votes.csv")).Length);
        Assert.Equal([new PolisMark(7, 1, 0)], PolisFolder.Read(folder.FullName).Marks);
        File.Delete(Path.Combine(folder.FullName, "votes.csv"));
        Assert.Equal([new PolisMark(7, 1, 0)], PolisFolder.Read(folder.FullName).Marks);
    }

    // Once with the record of votes and once with the matrix only.
    private void ReadsBack(PolisFolder before)
    {
        Write(new(before.Topic, before.Url, before.Description,
            [.. before.Statements.Select(s => new PolisStatementRow(s.Id, s.AuthorId, s.At, s.Moderated, s.Body))],
            [.. before.Marks.Select(m => new PolisVoteRow(Start, m.VoterId, m.StatementId, m.Value))],
            before.Voters.ToDictionary(v => (long)v, v => v % 2)));
        Same(before, PolisFolder.Read(folder.FullName));
        File.Delete(Path.Combine(folder.FullName, "votes.csv"));
        Same(before, PolisFolder.Read(folder.FullName));
    }

    private static void Same(PolisFolder before, PolisFolder after)
    {
        Assert.Equal((before.Topic, before.Url, before.Description), (CsvGuard.Strip(after.Topic), CsvGuard.Strip(after.Url), CsvGuard.Strip(after.Description)));
        Assert.Equal(before.Statements, after.Statements);
        Assert.Equal(before.Voters, after.Voters);
        Assert.Equal(before.Marks.OrderBy(m => m.VoterId).ThenBy(m => m.StatementId), after.Marks.OrderBy(m => m.VoterId).ThenBy(m => m.StatementId));
    }

    private void Write(PolisConversation conversation)
    {
        foreach (var (name, text) in PolisText.Folder(conversation)) File.WriteAllText(Path.Combine(folder.FullName, name), text);
    }
}
