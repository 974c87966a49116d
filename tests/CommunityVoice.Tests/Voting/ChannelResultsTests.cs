using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>What people chose, by the way in which they took part.</summary>
public sealed class ChannelResultsTests : OutcomeTest
{
    private const string Cut = "By way of taking part";

    private static readonly EntryChannel[] Entered = [.. Enumerable.Repeat(EntryChannel.Paper, 20), .. Enumerable.Repeat(EntryChannel.Meeting, 9), .. Enumerable.Repeat(EntryChannel.Phone, 3)];

    [Theory]
    [InlineData(BallotMethod.Pick)]
    [InlineData(BallotMethod.Rank)]
    [InlineData(BallotMethod.Budget)]
    [InlineData(BallotMethod.Support)]
    public async Task Results_are_cut_by_way_of_taking_part_once_that_was_assessed(BallotMethod method)
    {
        var ballot = await VoteAsync(method, Entered);
        (await PageAsync(ballot)).DoesNotShow(Cut);
        Assert.Empty(await TablesAsync(ballot));

        await Site.AssessAsync(ballot.ConsultationId, Dataset.Breakdowns);

        var page = await new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results?by=channel");
        Assert.Equal(Cut, page.QuerySelector("nav[aria-label='Cut the results'] [aria-current]")!.Words());
        page.Shows("On this siteabout 40 people");
        page.Shows("On paperabout 20 people");
        page.Shows("Too few people to show: In other ways.");
        var table = Assert.Single(await TablesAsync(ballot));
        Assert.Equal([("On this site", "about 40"), ("On paper", "about 20"), (BallotTables.InOtherWays, "hidden")], Groups(table));
        var (_, rows) = await new DataFiles(Site).CsvAsync($"/ballots/{ballot.Id}/results.csv");
        Assert.Equal("20", rows.Single(r => r["breakdown"] == "channel" && r["group"] == "On paper" && r["answer"] == "tookPart")["count"]);
        Assert.Equal(["On this site", "On paper", BallotTables.InOtherWays], rows.Where(r => r["breakdown"] == "channel").Select(r => r["group"]).Distinct(StringComparer.Ordinal));
        Assert.All(rows.Where(r => r["group"] == BallotTables.InOtherWays), r => Assert.Equal("*", r["count"]));
    }

    [Fact]
    public async Task How_many_took_part_in_each_way_is_the_same_as_in_the_table_of_who_they_are()
    {
        var ballot = await VoteAsync(BallotMethod.Pick, Entered);
        await Site.AssessAsync(ballot.ConsultationId, Dataset.Breakdowns);

        var tables = BallotTables.Parse((await OutcomeAsync(ballot)).Tables)!.Tables;

        var tiers = tables[BallotTables.ByTier];
        Assert.Equal([.. Enum.GetNames<VoterTier>(), .. Enum.GetValues<EntryChannel>().Select(BallotTables.Entered), BallotTables.Changing], tiers.Rows.Select(r => r.Label));
        Assert.Equal((72, 72), (tiers.People, tables[BallotTables.ByChannel].People));
        Assert.Equal(tiers.Rows.Where(r => BallotTables.WayOf(r.Label) is not null).Select(r => r.People), tables[BallotTables.ByChannel].Rows.Skip(1).Select(r => r.People));
    }

    [Fact]
    public async Task Where_everybody_votes_on_the_site_there_is_nothing_to_cut()
    {
        var ballot = await VoteAsync(BallotMethod.Pick, []);
        await Site.AssessAsync(ballot.ConsultationId, Dataset.Breakdowns);

        (await PageAsync(ballot)).Shows("By voice");
        (await PageAsync(ballot)).DoesNotShow(Cut);
        Assert.Empty(await TablesAsync(ballot));
    }

    [Fact]
    public async Task Results_that_were_published_before_there_was_such_a_cut_go_on_without_it()
    {
        var ballot = await VoteAsync(BallotMethod.Pick, Entered);
        await Site.AssessAsync(ballot.ConsultationId, Dataset.Breakdowns);
        Assert.Contains(BallotTables.ByChannel, BallotTables.Parse((await OutcomeAsync(ballot)).Tables)!.Tables);
        await Site.DoAsync<CommunityVoiceDb>(AsItWasAsync);
        Assert.Empty(await TablesAsync(ballot));

        await Site.DoAsync<Outcomes>(o => o.WorkOutAsync(ballot.Id, default));

        (await PageAsync(ballot)).DoesNotShow(Cut);
        Assert.Empty(await TablesAsync(ballot));
        Assert.NotEmpty(BallotTables.Parse((await OutcomeAsync(ballot)).Tables)!.Tables[BallotTables.ByTier].Rows);
    }

    // Neither the table nor what it rests on.
    private static async Task AsItWasAsync(CommunityVoiceDb db)
    {
        var outcome = await db.BallotOutcomes.AsNoTracking().SingleAsync();
        var (tables, counts) = (JsonNode.Parse(outcome.Tables)!, JsonNode.Parse(outcome.TableCounts)!);
        tables["tables"]!.AsObject().Remove("channel");
        counts.AsObject().Remove("channel");
        foreach (var list in new[] { "labels", "bases", "cells" }) counts["tier"]![list]!.AsArray().RemoveAt(0);
        counts["tier"]!["rows"] = null;
        var (shown, kept) = (tables.ToJsonString(), counts.ToJsonString());
        await db.BallotOutcomes.ExecuteUpdateAsync(set => set.SetProperty(o => o.Tables, shown).SetProperty(o => o.TableCounts, kept));
    }

    private async Task<List<JsonElement>> TablesAsync(Ballot ballot) =>
        [.. (await new DataFiles(Site).JsonAsync($"/ballots/{ballot.Id}/results.json")).GetProperty("item").GetProperty("breakdowns").EnumerateArray().Where(t => t.GetProperty("by").GetString() == "channel")];

    private static IEnumerable<(string, string)> Groups(JsonElement table) =>
        table.GetProperty("groups").EnumerateArray().Select(g => (g.GetProperty("label").GetString()!, g.GetProperty("people").GetProperty("words").GetString()!));

    // Forty on the site; whoever is entered chooses the second.
    private async Task<Ballot> VoteAsync(BallotMethod method, EntryChannel[] entered)
    {
        var ballot = await Site.SaveAsync(A.BallotOf(method));
        var staff = await Site.SaveAsync(A.Person());
        var people = await PeopleAsync(40 + entered.Length);
        for (var n = 0; n < people.Count; n++)
        {
            if (n >= 40) await Site.SaveAsync(new EnteredPaper(ballot.Id, people[n], $"{n}", entered[n - 40], FakeClock.Today, staff.Id, Site.Now));
            long[] chosen = [ballot.Priorities[n < 25 ? 0 : 1].Id];
            var choices = method == BallotMethod.Rank ? RankText.Write(chosen) : BallotIdsText.Write(chosen);
            Assert.Equal(CastOutcome.Accepted, (await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, people[n], choices, default))).Outcome);
        }
        await CloseAsync(ballot);
        await RefreshAsync();
        return ballot;
    }
}
