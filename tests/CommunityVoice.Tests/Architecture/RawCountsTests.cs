using System.Reflection;
using System.Text.RegularExpressions;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests.Architecture;

/// <summary>Who counts people by voice, area, way or tier is named here, and hands on only what went through disclosure control (rule R-C1).</summary>
public sealed class RawCountsTests
{
    private static readonly string[] Patterns = ["*.cs", "*.cshtml"];

    // Each counts for Disclosure and keeps what it counted to itself, or shows it to staff behind a purpose that is recorded.
    private static readonly string[] Counting =
    [
        "CommunityVoice/Areas/AreaDeprivation.cs", // statistical areas, nobody's attribute
        "CommunityVoice/Areas/HeardTally.cs", // for AreaBreakdowns, which protects a whole tree
        "CommunityVoice/Discussion/HeardTables.cs",
        "CommunityVoice/Sharing/SharedView.cs", // remits by area, nobody's attribute
        "CommunityVoice/Sharing/SharingQueries.cs", // remits by area, nobody's attribute
        "CommunityVoice/Strategies/MoneyLine.cs", // actions by area, nobody's attribute
        "CommunityVoice/Summaries/Heard.cs", // for Figures, which protects before it freezes
        "CommunityVoice/Themes/ThemeTables.cs",
        "CommunityVoice/Voting/Results/Breakdowns.cs",
    ];

    private static readonly string[] SeeTrueCounts = ["CommunityVoice.Web/Pages/Manage/Ballots/Counts.cshtml.cs", "CommunityVoice.Web/Wiring/VotingSetup.cs"];

    // A person is put into a group by one of these, or counted where it has one value.
    private static readonly Regex ByAttribute = new(
        @"\b(GroupBy|CountBy|ToLookup|AggregateBy)\(\w+ => (new \{[^}]*?|\([^)]*?)?(\w+(\(\))?[.!?]+)+(Voice|AreaId|HomeId|Home|Tier|Channel|Way)\b(?!\.)|\bCount(Async)?\(\w+ => (\w+[.!?]+)+(Voice|AreaId|HomeId|Home|Tier|Channel|Way) (==|is)",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static readonly Regex RawTypes = new($@"\b({string.Join('|', Raw.Where(t => t.IsPublic).Select(t => t.Name))}|HeardQueries|WhoAsync|OwnByVoice|OwnByChannel|HomesIn|HomesByConsultation|TableCounts)\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    private static Type[] Raw =>
    [
        .. typeof(CommunityVoice.Analysis.Counts).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(CommunityVoice.Analysis.Counts))),
        typeof(TrueCounts), typeof(TrueTable), typeof(CommunityVoice.Analysis.OtherBreakdown), typeof(CommunityVoice.Analysis.GroupSizes), .. Internal("KeptCounts", "KeptRows", "GuardedTables", "KeptTree", "KeptOther", "GuardedTree", "HeardTally", "AreaBreakdowns", "Breakdowns"),
    ];

    [Fact]
    public void Only_what_is_named_here_counts_people_by_an_attribute() =>
        Assert.Equal(Counting, Sources().Where(f => ByAttribute.IsMatch(f.Text)).Select(f => f.Path).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("db.Comments.GroupBy(c => c.Voice)")]
    [InlineData("papers.GroupBy(p => new { p.BallotId, p.Tier })")]
    [InlineData("people.CountBy(p => p.Participant.AreaId)")]
    [InlineData("people.ToLookup(p => (p.Method, p.Voice), p => p)")]
    [InlineData("comments.CountAsync(c => c.Voice == Voice.Carer)")]
    [InlineData("turns.GroupBy(p => p.Last().Value.Home)")]
    public void Ways_to_count_by_an_attribute_are_found(string code) => Assert.Matches(ByAttribute, code);

    [Theory]
    [InlineData("themes.ToLookup(t => t.ThemeId, t => t.Voice)")]
    [InlineData("ballots.GroupBy(b => b.ConsultationId)")]
    [InlineData("ballots.Count(b => b.HasMarks)")]
    public void Other_counting_is_not(string code) => Assert.DoesNotMatch(ByAttribute, code);

    [Fact]
    public void No_page_or_file_reads_true_counts_but_that_of_staff_who_say_what_for() => Assert.Equal(SeeTrueCounts,
        Sources().Where(f => f.Path.StartsWith("CommunityVoice.Web/", StringComparison.Ordinal) && RawTypes.IsMatch(f.Text)).Select(f => f.Path).Order(StringComparer.Ordinal));

    [Fact]
    public void What_pages_are_given_holds_words_and_no_true_counts()
    {
        Type[] given = [typeof(PublishedTable), typeof(TableRow), typeof(TableCell), typeof(BallotTables), typeof(WhoWasHeard), typeof(AreaFacts), typeof(FigureData), typeof(FigureRow)];
        var raw = Raw.Append(typeof(Heard)).ToHashSet();

        Assert.Empty(from type in given
                     from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                     from part in property.PropertyType.GetGenericArguments().Append(property.PropertyType)
                     where raw.Contains(part)
                     select $"{type.Name}.{property.Name} is {part.Name}");
        Assert.Equal(typeof(string), typeof(TableRow).GetProperty(nameof(TableRow.People))!.PropertyType);
        Assert.Equal(typeof(string), typeof(TableCell).GetProperty(nameof(TableCell.Words))!.PropertyType);
    }

    private static IEnumerable<Type> Internal(params string[] names) => names.Select(n => typeof(CommunityVoiceDb).Assembly.GetTypes().Single(t => t.Name == n));

    private static IEnumerable<(string Path, string Text)> Sources()
    {
        var root = Path.Combine(Repository.Root, "src");
        return from pattern in Patterns
               from file in Directory.EnumerateFiles(root, pattern, SearchOption.AllDirectories)
               let path = Path.GetRelativePath(root, file).Replace('\\', '/')
               where !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("Migrations", StringComparison.Ordinal)
               select (path, File.ReadAllText(file));
    }
}
