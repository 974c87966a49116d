using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Formats;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>The texts of rankings: one paper's choices, and ballots as CSV.</summary>
public sealed class RankedFormatTests
{
    private const string Sample = "count,rank1,rank2,rank3\r\n2,\"Smith, Ann\",undervote,Bo\r\n1,overvote,UWI,\r\n3,\"Al \"\"Mac\"\"\",Bo,undervote\r\n";

    [Fact]
    public void Choices_have_one_text_best_first()
    {
        Assert.Equal("15>12>19", RankText.Write([15, 12, 19]));
        Assert.Equal([15, 12, 19], RankText.Read("15>12>19"));
        Assert.Equal("", RankText.Write([]));
        Assert.Empty(RankText.Read(""));
        Assert.Throws<ArgumentException>(() => RankText.Write([1, 2, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankText.Write([-1]));
    }

    [Theory]
    [InlineData("1>2>1")]
    [InlineData("1>02")]
    [InlineData("1>-2")]
    [InlineData("1 >2")]
    [InlineData("1>")]
    [InlineData(">1")]
    [InlineData("1>>2")]
    [InlineData("1=2")]
    [InlineData("+1")]
    [InlineData("99999999999999999999")]
    public void Any_other_text_of_choices_is_refused(string text) => Assert.Throws<FormatException>(() => RankText.Read(text));

    [Fact]
    public void What_is_written_is_read_back() => Prop.ForAll<long[]>(numbers =>
    {
        var ids = numbers.Select(n => n & long.MaxValue).Distinct().ToList();
        return RankText.Read(RankText.Write(ids)).SequenceEqual(ids);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_is_read_and_written_again_letter_for_letter()
    {
        var table = Read(Sample);

        Assert.Equal([2, 1, 3], table.Rows.Select(r => r.Count));
        Assert.Equal(["Smith, Ann", "undervote", "Bo"], table.Rows[0].Cells);
        Assert.Equal("Al \"Mac\"", table.Rows[2].Cells[0]);
        Assert.Equal(Sample, Written(table));
        Assert.Equal(table.Rows.Select(r => r.Cells), Read(Sample.ReplaceLineEndings("\n").TrimEnd('\n')).Rows.Select(r => r.Cells));
    }

    [Fact]
    public void Rows_become_paper_forms()
    {
        var papers = RankedCsv.ToPapers(Read(Sample), new Dictionary<string, long> { ["Smith, Ann"] = 1, ["Bo"] = 2, ["Al \"Mac\""] = 3, [RankedCsv.WriteIn] = 4 }).ToList();

        Assert.Equal((2, 1L), (papers[0].Weight, papers[0].Ranks[0].Options.Single()));
        Assert.Same(RankMark.Skipped, papers[0].Ranks[1]);
        Assert.Same(RankMark.UnnamedOvervote, papers[1].Ranks[0]);
        Assert.Equal(4, papers[1].Ranks[1].Options.Single());
        Assert.Same(RankMark.Skipped, papers[1].Ranks[2]);
        var wrong = Assert.Throws<FormatException>(() => RankedCsv.ToPapers(Read(Sample), new Dictionary<string, long> { ["Smith, Ann"] = 1, ["Bo"] = 2 }).ToList());
        Assert.StartsWith("Line 3:", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("count\r\n", 1)]
    [InlineData("count,rank1,rank3\r\n", 1)]
    [InlineData("count,rank1\r\n1,a\r\n1,a,b\r\n", 3)]
    [InlineData("count,rank1\r\n0,a\r\n", 2)]
    [InlineData("count,rank1\r\n-1,a\r\n", 2)]
    [InlineData("count,rank1\r\nx,a\r\n", 2)]
    [InlineData("count,rank1\r\n1,\"a\r\nb\"\r\n2,\"c\r\n", 4)]
    [InlineData("count,rank1\r\n1,a\"b\r\n", 2)]
    [InlineData("count,rank1\r\n1,\"a\"b\r\n", 2)]
    [InlineData("count,rank1\r\n1,a\rb\r\n", 2)]
    [InlineData("count,rank1\r\n\r\n", 2)]
    public void Another_shape_is_refused_with_its_line(string text, int line) =>
        Assert.StartsWith($"Line {line.ToString(CultureInfo.InvariantCulture)}:", Assert.Throws<FormatException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Any_names_survive_the_round_trip() => Prop.ForAll<NonNull<string>[]>(names =>
    {
        var table = new RankedTable(Math.Max(1, names.Length), [new(7, names.Length == 0 ? [""] : [.. names.Select(n => n.Get)])]);
        return Read(Written(table)).Rows.Single().Cells.SequenceEqual(table.Rows[0].Cells, StringComparer.Ordinal);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Papers_are_exported_merged_and_padded()
    {
        var table = RankedCsv.FromPapers(
            [new([RankMark.One(1), RankMark.One(2)]), new([RankMark.One(2)], 3), new([RankMark.One(1), RankMark.One(2)], 2), new([new([1, 2]), RankMark.Skipped])],
            new Dictionary<long, string> { [1] = "One", [2] = "Two" });

        Assert.Equal("count,rank1,rank2\r\n3,One,Two\r\n3,Two,undervote\r\n1,overvote,undervote\r\n", Written(table));
    }

    [SharedDataFact]
    public void The_Portland_file_is_read_and_written_again_letter_for_letter()
    {
        var text = File.ReadAllText(Path.Combine(Repository.SharedData!, "ranked/rctab/2015_portland_mayor.csv"));

        var table = Read(text);

        Assert.Equal((99L, 79), (table.Rows.Sum(r => r.Count), table.Rows.Count));
        Assert.Equal(text, Written(table));
    }

    private static RankedTable Read(string text)
    {
        using var reader = new StringReader(text);
        return RankedCsv.Read(reader);
    }

    private static string Written(RankedTable table)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        RankedCsv.Write(writer, table);
        return writer.ToString();
    }
}
