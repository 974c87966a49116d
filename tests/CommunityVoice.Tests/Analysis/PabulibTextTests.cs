using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Formats;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Reading and writing Pabulib files.</summary>
public sealed class PabulibTextTests
{
    private const string Small = "META\nkey;value\ndescription;Wards\nnum_projects;2\nnum_votes;2\nbudget;100\nvote_type;approval\n"
        + "PROJECTS\nproject_id;cost;name\n7;60;Park\n9;50;Path\nVOTES\nvoter_id;vote\n1;7,9\n2;9\n";

    [Fact]
    public void A_small_file_is_read_and_written_as_it_was()
    {
        var file = PabulibText.Read(Small);
        var (election, ids) = PabulibElection.Of(file);

        Assert.Equal("100", file["budget"]);
        Assert.Null(file["rule"]);
        Assert.Equal("Path", file.Projects.Field(file.Projects.Rows[1], "name"));
        Assert.Equal(11, file.Projects.Rows[1].Line);
        Assert.Equal([new(7, 60), new(9, 50)], election.Projects);
        Assert.Equal(2, election.VotesFor(9));
        Assert.Equal("7", ids[7]);
        Assert.Equal(Small, PabulibText.Write(file));
    }

    [Fact]
    public void Files_as_spreadsheets_save_them_say_the_same()
    {
        var saved = "\uFEFF" + Small.Replace("META\n", "meta;;\n", StringComparison.Ordinal).Replace("Park", "\"Park\"", StringComparison.Ordinal)
            .Replace("\n2;9\n", "\n\n2;9;;\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.True(PabulibText.Read(Small).SaysTheSameAs(PabulibText.Read(saved)));
        Assert.True(PabulibText.Read(Small).SaysTheSameAs(PabulibText.Read(Small.Replace('\n', '\r').TrimEnd())));
    }

    [Fact]
    public void Quotes_semicolons_and_line_breaks_in_a_field_survive()
    {
        var file = PabulibText.Read(Small.Replace("Park", "\"The \"\"new\"\" park; with\na pond\"", StringComparison.Ordinal).Replace("Path", "5\" pipe", StringComparison.Ordinal));

        Assert.Equal("The \"new\" park; with\na pond", file.Projects.Rows[0].Fields[2]);
        Assert.Equal("5\" pipe", file.Projects.Rows[1].Fields[2]);
        Assert.Equal(12, file.Projects.Rows[1].Line);
        Assert.True(file.SaysTheSameAs(PabulibText.Read(PabulibText.Write(file))));
    }

    [Fact]
    public void Columns_we_do_not_use_are_kept_in_their_order()
    {
        var text = Small.Replace("project_id;cost;name\n7;60;Park\n9;50;Path", "selected;cost;project_id;own column\n2;60;7;\n0;50;9;x", StringComparison.Ordinal);
        var file = PabulibText.Read(text);

        Assert.Equal(["selected", "cost", "project_id", "own column"], file.Projects.Columns);
        Assert.Equal("2", file.Projects.Field(file.Projects.Rows[0], "selected"));
        Assert.Equal(-1, file.Projects.Column("name"));
        Assert.Equal("", file.Projects.Field(file.Projects.Rows[0], "name"));
        Assert.Equal(text, PabulibText.Write(file));
        Assert.Equal([new(7, 60), new(9, 50)], PabulibElection.Of(file).Election.Projects);
    }

    [Fact]
    public void Ids_that_are_no_numbers_are_numbered_in_the_order_of_their_text()
    {
        var (election, ids) = PabulibElection.Of(PabulibText.Read(Small.Replace("7", "P7", StringComparison.Ordinal).Replace("9", "P10", StringComparison.Ordinal)));

        Assert.Equal("P10", ids[1]);
        Assert.Equal("P7", ids[2]);
        Assert.Equal(2, election.VotesFor(1));
    }

    [Theory]
    [InlineData("cumulative", "9,7", "3,2", OrdinalPoints.LastGetsOne, 2, 3)]
    [InlineData("scoring", "7,9", "0,4", OrdinalPoints.LastGetsOne, 0, 4)]
    [InlineData("ordinal", "9,7", "", OrdinalPoints.LastGetsOne, 1, 2)]
    [InlineData("ordinal", "9,7", "", OrdinalPoints.LastGetsNone, 0, 1)]
    [InlineData("approval", "9,7", "", OrdinalPoints.LastGetsOne, 1, 1)]
    public void All_four_kinds_of_vote_give_points(string type, string vote, string points, OrdinalPoints ordinal, long first, long second)
    {
        var text = Small.Replace("approval", type, StringComparison.Ordinal).Replace("num_votes;2", "num_votes;1", StringComparison.Ordinal);
        var file = PabulibText.Read(text[..text.IndexOf("voter_id", StringComparison.Ordinal)] + $"voter_id;vote;points\n1;{vote};{points}\n");
        var group = Assert.Single(PabulibElection.Of(file, ordinal: ordinal).Election.Groups);

        Assert.Equal(first, group.Points.GetValueOrDefault(7));
        Assert.Equal(second, group.Points.GetValueOrDefault(9));
    }

    [Theory]
    [InlineData("META\n", "", "Line 1: the file does not begin with META")]
    [InlineData("PROJECTS\nproject_id;cost;name\n7;60;Park\n9;50;Path\n", "", "no section PROJECTS")]
    [InlineData("project_id;cost;name", "project_id;price;name", "Line 9: PROJECTS has no column \"cost\"")]
    [InlineData("9;50;Path", "9;50;Path;x", "Line 11: there are 4 fields, but 3 columns")]
    [InlineData("num_votes;2", "num_votes;3", "Line 5: num_votes is \"3\", but there are 2 rows")]
    [InlineData("key;value\n", "key;value\nbudget;1\n", "Line 7: META has the key \"budget\" twice")]
    [InlineData("Path", "\"Path", "Line 11: a quote is opened and never closed")]
    [InlineData("VOTES\n", "PROJECTS\n", "Line 12: a second section PROJECTS")]
    [InlineData("9;50", "7;50", "Line 11: a second project has the id \"7\"")]
    [InlineData("9;50", "9;5O", "Line 11: the cost \"5O\" is no amount")]
    [InlineData("9;50", "9;0", "Line 11: the cost \"0\" is no amount")]
    [InlineData("9;50", "9;5.5", "Line 11: the cost \"5.5\" is no amount above 0 in whole units")]
    [InlineData("budget;100", "budget;1 000", "Line 6: the budget \"1 000\" is no amount")]
    [InlineData("budget;100", "purse;100", "META has no budget")]
    [InlineData("1;7,9", "1;7,8", "Line 14: the vote names project \"8\", which is not in PROJECTS")]
    [InlineData("1;7,9", "1;7,7", "Line 14: the vote names project \"7\" twice")]
    [InlineData("approval", "cumulative", "Line 14: the vote names 2 projects, but has 0 points")]
    [InlineData("approval", "dots", "vote_type \"dots\"")]
    public void What_is_wrong_is_told_with_its_line_and_a_way_out(string from, string to, string message)
    {
        var text = Small.Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Small, text);

        Assert.Contains(message, Assert.Throws<FormatException>(() => PabulibElection.Of(PabulibText.Read(text))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Pence_are_whole_where_pounds_are_not()
    {
        var election = PabulibElection.Of(PabulibText.Read(Small.Replace("9;50", "9;50.25", StringComparison.Ordinal)), minorUnits: 100).Election;

        Assert.Equal([6000, 5025], election.Projects.Select(p => p.Cost));
        Assert.Equal(10_000, election.Budget);
    }

    [Fact]
    public void A_ballot_of_ours_written_and_read_again_has_the_same_winners()
    {
        var election = new BudgetElection([new(3, 5050), new(5, 6000)], [BudgetPaper.Approving([3, 5], 2), BudgetPaper.Approving([5])], 10_000);
        var outcome = EqualShares.Of(election, completion: SharesCompletion.Greedy);
        var file = PabulibExport.Of(election, outcome.Winners, new Dictionary<long, string> { [3] = "Benches; \"oak\"", [5] = "Pond" }, "Spring fund", "equalshares/greedy", 100);
        var again = PabulibText.Read(PabulibText.Write(file));

        Assert.True(file.SaysTheSameAs(again));
        Assert.Equal("50.5", again.Projects.Field(again.Projects.Rows[0], "cost"));
        Assert.Equal(["0", "1"], again.Projects.Rows.Select(r => again.Projects.Field(r, "selected")));
        var back = PabulibElection.Of(again, 100).Election;
        Assert.Equal(election.Projects, back.Projects);
        Assert.Equal(election.Groups.Select(g => g.Voters), back.Groups.Select(g => g.Voters));
        Assert.Equal(outcome.Winners, EqualShares.Of(back, completion: SharesCompletion.Greedy).Winners);
    }
}
