using CommunityVoice.Analysis.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The text of the four files, and that no spreadsheet takes people's words for a formula.</summary>
public sealed class PolisTextTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeMilliseconds(1500232652930);

    [Fact]
    public void Files_look_as_those_of_the_open_data_do()
    {
        var files = PolisText.Folder(new("Parks, and paths", "https://example.org/7", "",
            [new(1, 9, Start, 1, "More \"benches\", please"), new(0, 9, Start, -1, "=1+1"), new(2, 4, Start, 0, "Never voted on")],
            [new(Start, 4, 0, 1), new(Start.AddSeconds(1), 4, 0, -1), new(Start, 9, 1, 0)],
            new Dictionary<long, int> { [4] = 1 }));

        Assert.Equal("topic,\"Parks, and paths\"\nurl,https://example.org/7\nviews,\nvoters,2\nvoters-in-conv,2\ncommenters,2\ncomments,3\ngroups,1\nconversation-description,\n", files["summary.csv"]);
        Assert.Equal(
            "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
            + "1500232652930,Sun Jul 16 19:17:32 UTC 2017,0,9,0,1,-1,'=1+1\n"
            + "1500232652930,Sun Jul 16 19:17:32 UTC 2017,1,9,0,0,1,\"More \"\"benches\"\", please\"\n"
            + "1500232652930,Sun Jul 16 19:17:32 UTC 2017,2,4,0,0,0,Never voted on\n", files["comments.csv"]);
        Assert.Equal(
            "timestamp,datetime,comment-id,voter-id,vote\n"
            + "1500232652930,Sun Jul 16 19:17:32 UTC 2017,0,4,1\n"
            + "1500232652930,Sun Jul 16 19:17:32 UTC 2017,1,9,0\n"
            + "1500232653930,Sun Jul 16 19:17:33 UTC 2017,0,4,-1\n", files["votes.csv"]);
        Assert.Equal("participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n4,1,1,1,0,1,-1,\n9,,2,1,0,0,,0\n", files["participants-votes.csv"]);
    }

    [Theory]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+44", "'+44")]
    [InlineData("-1", "'-1")]
    [InlineData("@here", "'@here")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\0x", "'\0x")]
    [InlineData("'=x", "''=x")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("1 = 1", "1 = 1")]
    [InlineData("", "")]
    public void Text_that_a_spreadsheet_would_run_gets_an_apostrophe(string text, string guarded) => Assert.Equal(guarded, CsvGuard.Guard(text));

    [Fact]
    public void What_was_guarded_reads_back_unchanged() => Prop.ForAll<string?, int>((text, lead) =>
    {
        var whole = new string('\'', Math.Abs(lead % 3)) + "=+-@\t\r\n\0x"[Math.Abs(lead % 9)] + text;
        return CsvGuard.Strip(CsvGuard.Guard(whole)) == whole && CsvGuard.Strip(CsvGuard.Guard(text ?? "")) == (text ?? "")
            && !"=+-@\t\r\n\0".Contains(CsvGuard.Guard(whole)[0], StringComparison.Ordinal);
    }).QuickCheckThrowOnFailure();
}
