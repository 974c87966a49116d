using CommunityVoice.Analysis;
using FsCheck;
using FsCheck.Fluent;

namespace CommunityVoice.Tests.Analysis;

/// <summary>Attacks what was published, with a linear program, from the published numbers and the rules alone.</summary>
public sealed class DisclosureAttackTests
{
    // One was told which numbers are hidden for their own sake.
    private static readonly bool[] Readers = [true, false];
    private static readonly Gen<DisclosureProfile> Profiles = Gen.Elements<DisclosureProfile>(DisclosureProfile.All);

    /// <summary>Counts as they come in small places: many noughts and small ones, some just above the limit, few large.</summary>
    internal static Gen<int> Count { get; } = Gen.Frequency((2, Gen.Constant(0)), (4, Gen.Choose(1, 7)), (3, Gen.Choose(8, 14)), (2, Gen.Choose(15, 90)));

    [Fact]
    public void The_attack_works_out_what_is_only_hidden_for_its_own_sake()
    {
        // 3 is hidden alone: what is left of its row and of its column tells it within the rounding, and exactly beside noughts.
        var table = Table([[0, 3], [40, 60]], KnownTotals.Rows);
        var bare = new Published(table, [[new(0, 0), null], [new(38, 42), new(58, 62)]], [new(3, 3), new(100, 100)], [new(38, 42), new(63, 67)], new(103, 103));

        Assert.Equal(0, bare.Program(told: false).Width(bare.Cell(0, 1)), 6);
    }

    [Fact]
    public void No_hidden_cell_of_a_breakdown_is_worked_out()
    {
        var tables = Gen.Choose(1, 7).SelectMany(n => Count.ArrayOf(n)).SelectMany(rows => Gen.Elements(KnownTotals.None, KnownTotals.Grand)
            .SelectMany(known => Profiles.Select(p => Table([.. rows.Select(r => new[] { r })], known) with { Profile = p })));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(tables.ToArbitrary(), AssertWithstands));
    }

    [Fact]
    public void No_hidden_cell_of_a_table_by_two_dimensions_is_worked_out()
    {
        var tables = Gen.Choose(1, 5).SelectMany(r => Gen.Choose(1, 5).SelectMany(c => Count.ArrayOf(c).ArrayOf(r)))
            .SelectMany(cells => Gen.Choose(0, 7).SelectMany(known => Gen.Elements(true, false).SelectMany(sensitive => Profiles.Select(p =>
                Table(cells, (KnownTotals)known) with { Profile = p, IsSensitive = sensitive }))));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(tables.ToArbitrary(), AssertWithstands));
    }

    [Fact]
    public void Two_tables_over_the_same_people_tell_no_more_together()
    {
        // People by ward, voice and answer: published by ward and answer, and by voice and answer, never by all three.
        var people = Count.ArrayOf(3).ArrayOf(3).ArrayOf(3);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(people.ToArbitrary(), cube =>
        {
            int[][] byWard = [.. cube.Select(ward => Enumerable.Range(0, 3).Select(answer => ward.Sum(voice => voice[answer])).ToArray())];
            int[][] byVoice = [.. Enumerable.Range(0, 3).Select(v => Enumerable.Range(0, 3).Select(answer => cube.Sum(ward => ward[v][answer])).ToArray())];
            var tables = new[] { byWard, byVoice }.Select(t => Published.Of(Table(t, KnownTotals.Columns))).ToList();
            return Readers.All(told => OpenTogether(tables, told, open: false).Zip(OpenTogether(tables, told, open: true)).All(w => w.First >= Math.Min(2, w.Second) - 1e-6));
        }));
    }

    [Fact]
    public void Every_filter_is_a_part_of_the_one_published_table()
    {
        var table = Disclosure.Protect(Table([[3, 40, 22], [30, 2, 51]], KnownTotals.None));

        Assert.Equal(table.Cells[1], table.Row(1).Rows.Select(r => r.Count));
        Assert.Equal([table.Cells[0][2], table.Cells[1][2]], table.Column(2).Rows.Select(r => r.Count));
        Assert.Equal(table.ColumnTotals[2], table.Column(2).Total);
    }

    [Fact]
    public void Rows_and_columns_that_hide_something_hide_two()
    {
        var tables = Gen.Choose(2, 5).SelectMany(r => Gen.Choose(2, 5).SelectMany(c => Count.ArrayOf(c).ArrayOf(r)));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(tables.ToArbitrary(), cells =>
        {
            var table = Disclosure.Protect(Table(cells, KnownTotals.None));
            return table.Cells.All(row => row.Count(c => c.IsHidden) != 1)
                && Enumerable.Range(0, table.Columns.Count).All(c => table.Cells.Count(row => row[c].IsHidden) != 1)
                && table.RowTotals.Count(c => c.IsHidden) != 1 && table.ColumnTotals.Count(c => c.IsHidden) != 1;
        }));
    }

    // Each of both readers is left three values, or as many as when nothing but the known totals is told.
    private static void AssertWithstands(CountTable table)
    {
        var published = Published.Of(table);
        foreach (var told in Readers)
        {
            var (program, open) = (published.Program(told), new Lazy<LinearProgram>(() => published.Open(told)));
            foreach (var unknown in published.Hidden)
            {
                var width = program.Width(unknown);
                if (width < 2 - 1e-6 && width < open.Value.Width(unknown) - 1e-6) Assert.Fail($"{Words(table)}: number {unknown} is known to within {width}{(told ? " by one who was told" : "")}.");
            }
        }
    }

    private static string Words(CountTable table) =>
        $"{string.Join(" / ", table.People.Select(r => string.Join(' ', r)))} ({table.Profile.Name}, known: {table.Known}{(table.IsSensitive ? ", sensitive" : "")})";

    private static List<double> OpenTogether(List<Published> tables, bool told, bool open)
    {
        var program = new LinearProgram();
        var (widths, starts) = (new List<double>(), new List<int>());
        foreach (var table in tables) starts.Add(table.AddTo(program, told, open));
        foreach (var (table, start) in tables.Zip(starts)) widths.AddRange(table.Hidden.Select(h => program.Width(start + h)));
        return widths;
    }

    internal static CountTable Table(int[][] cells, KnownTotals known) =>
        new([.. cells.Select((_, r) => $"row {r}")], [.. cells[0].Select((_, c) => $"column {c}")], cells) { Known = known };
}
