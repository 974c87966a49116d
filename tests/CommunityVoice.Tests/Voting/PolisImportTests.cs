using System.Text.Json;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>Real conversations of the open Polis data, against the totals computed from the same files by another program.</summary>
public sealed class PolisImportTests : SiteTest
{
    // Bowling Green has no log of votes; bg2050 has other columns; football holds a comment without words; London comments that nobody voted on.
    [SharedDataTheory]
    [InlineData("american-assembly.bowling-green", 2031, 896, 225_524)]
    [InlineData("brexit-consensus", 204, 50, 5303)]
    [InlineData("bg2050-volunteers", 126, 371, 14_283)]
    [InlineData("football-concussions", 1487, 298, 14_328)]
    [InlineData("london.youth.policing", 26, 39, 638)]
    public async Task Totals_per_statement_are_those_that_are_known(string name, int people, int comments, int votes)
    {
        await Site.SaveAsync(A.Area());

        var totals = await ImportAsync(name);

        Assert.Equal(new PolisTotals("imported", people, comments, votes), totals);
        using var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Folder(name), "expected.json")));
        var rows = (await Site.AskAsync<MarkTotals, List<MarkTotal>>(t => t.OfAsync("imported", default))).ToDictionary(r => r.Statement);
        foreach (var known in expected.RootElement.GetProperty("totals").EnumerateObject())
        {
            var row = rows[int.Parse(known.Name, null)];
            Assert.Equal((Int(known, "A"), Int(known, "D"), Int(known, "P")), (row.Agree, row.Disagree, row.Pass));
        }
        Assert.Empty(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)));
    }

    [SharedDataFact]
    public async Task Statements_taken_out_are_kept_and_not_shown()
    {
        await Site.SaveAsync(A.Area());
        await ImportAsync("canadian-electoral-reform");

        var consultation = await Site.AskAsync(db => db.Consultations.AsNoTracking().SingleAsync());
        Assert.Equal(174 - 22, consultation.Comments);
        Assert.Equal(22, await Site.AskAsync(db => db.Comments.CountAsync(c => c.RemovedAt != null)));
        Assert.Equal(174 - 22, await Site.AskAsync(db => db.SearchEntries.CountAsync(e => e.Kind == "comment")));
        Assert.Contains("CC BY 4.0 with Attribution to The Computational Democracy Project", consultation.Why, StringComparison.Ordinal);
        Assert.False(consultation.IsOpenAt(Site.Now));
    }

    [SharedDataFact]
    public async Task Importing_again_doubles_nothing()
    {
        await Site.SaveAsync(A.Area());
        var first = await ImportAsync("brexit-consensus");
        var rows = await Site.AskAsync<MarkTotals, List<MarkTotal>>(t => t.OfAsync("imported", default));

        var again = await ImportAsync("brexit-consensus");

        Assert.Equal(first, again);
        Assert.Equal(rows, await Site.AskAsync<MarkTotals, List<MarkTotal>>(t => t.OfAsync("imported", default)));
        Assert.Equal(1, await Site.AskAsync(db => db.Consultations.CountAsync()));
        Assert.Equal(50, await Site.AskAsync(db => db.Priorities.CountAsync()));
        Assert.Equal(50, await Site.AskAsync(db => db.SearchEntries.CountAsync(e => e.Kind == "comment")));
    }

    [Fact]
    public void A_folder_that_is_no_conversation_is_refused_in_one_sentence() =>
        Assert.Contains("There is no summary.csv in", Assert.Throws<InvalidDataException>(() => PolisFolder.Read(Path.GetTempPath())).Message, StringComparison.Ordinal);

    private Task<PolisTotals> ImportAsync(string name) => Site.AskAsync<PolisImport, PolisTotals>(import =>
        import.ImportAsync(PolisFolder.Read(Folder(name)), new PolisOptions(Slug: "imported"), _ => { }, default));

    private static string Folder(string name) => Path.Combine(Repository.SharedData!, "polis", name);

    private static int Int(JsonProperty known, string name) => known.Value.GetProperty(name).GetInt32();
}
