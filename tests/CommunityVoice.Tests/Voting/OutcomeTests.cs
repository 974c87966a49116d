using System.Text.Json;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>What is worked out from the sealed record in the background, and the pages that show it.</summary>
public sealed class OutcomeTests : OutcomeTest
{
    [Fact]
    public async Task A_ranking_gets_its_places_and_second_readings_once_it_is_worked_out()
    {
        var ballot = await BallotAsync(BallotMethod.Rank);
        await CastAsync(ballot, 12, [0, 1, 2]);
        await CastAsync(ballot, 10, [1, 0]);
        await CloseAsync(ballot);
        Assert.False((await ResultAsync(ballot)).IsFinal);

        Assert.Equal(1, await RefreshAsync());

        var result = await ResultAsync(ballot);
        Assert.True(result.IsFinal);
        Assert.Equal(["A crossing", "Slower cars", "A warden"], result.Priorities.Select(p => p.Title));
        Assert.Equal("A crossing came first when 22 people put the options in order.", result.Winner);
        var page = await PageAsync(ballot);
        Assert.Contains("The same rankings, counted in other ways", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("th"), th => th.TextContent == "Run-off");
        Assert.Equal(0, await RefreshAsync());
    }

    [Fact]
    public async Task A_budget_says_what_is_paid_for_by_whom_and_what_votes_alone_would_give()
    {
        var ballot = await BallotAsync(BallotMethod.Budget); // £75,000 for £40,000, £30,000 and £20,000
        await CastAsync(ballot, 14, [0, 1]);
        await CastAsync(ballot, 8, [2]);
        await CloseAsync(ballot);
        await RefreshAsync();

        var result = await ResultAsync(ballot);
        var chosen = result.Priorities.Where(p => p.IsWinner).Select(p => p.Title).ToList();
        var outcome = await OutcomeAsync(ballot);
        var detail = JsonSerializer.Deserialize<BudgetDetail>(outcome.Detail, JsonSerializerOptions.Web)!;

        Assert.Equal(detail.Readings[0].Funded.Order(), result.Priorities.Where(p => p.IsWinner).Select(p => p.Id).Order());
        Assert.Contains("A warden", chosen); // eight of twenty-two are a third: they get theirs
        Assert.All(detail.Projects.Where(p => p.Stage == BudgetStage.Shares), p => Assert.Equal(
            ballot.Priorities.Single(o => o.Id == p.Id).Cost!.Value, (double)p.Paid.Sum(x => x.People * x.Each), 1.0));
        var page = await PageAsync(ballot);
        Assert.Contains("Who paid for each project", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("By most votes it would be", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_by_voice_go_through_disclosure_control_and_say_so()
    {
        var ballot = await BallotAsync(BallotMethod.Pick);
        await CastAsync(ballot, 40, [0], Voice.Resident);
        await CastAsync(ballot, 25, [1], Voice.Resident);
        await CastAsync(ballot, 3, [0, 1], Voice.PrimaryCare);
        await CloseAsync(ballot);
        await RefreshAsync();
        await Site.SaveAsync(new DisclosureAssessment(ballot.ConsultationId, Dataset.Breakdowns, new(96_400, DisclosureRisk.Low, DisclosureRisk.Low, "Large neighbourhoods."), true, (await Site.SaveAsync(A.Person())).Id, Site.Now));

        var page = await new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results?by=voice");

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Too few people to show: ", text, StringComparison.Ordinal);
        Assert.Contains("Primary care", text, StringComparison.Ordinal);
        Assert.Contains("counts from 1 to 7 are hidden", text, StringComparison.Ordinal);
        Assert.DoesNotContain("100%", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiers_of_those_who_took_part_add_up_to_everybody()
    {
        var ballot = await BallotAsync(BallotMethod.Support);
        await CastAsync(ballot, 30, [0, 2]);
        await CloseAsync(ballot);
        await RefreshAsync();

        var tables = BallotTables.Parse((await OutcomeAsync(ballot)).Tables)!;

        var tiers = tables.Tables[BallotTables.ByTier];
        Assert.Equal(30, tiers.People);
        Assert.Equal([($"{VoterTier.EmailConfirmed}", "about 30")], tiers.Rows.Where(r => r.People != "0").Select(r => (r.Label, r.People)));
    }

    [Fact]
    public async Task Those_whom_staff_entered_are_told_apart_by_the_way_they_told_us()
    {
        var ballot = await BallotAsync(BallotMethod.Support);
        await CastAsync(ballot, 60, [0, 2]);
        var staff = await Site.SaveAsync(A.Person());
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var voters = await db.BallotPapers.Where(p => p.BallotId == ballot.Id).OrderBy(p => p.Id).Take(35).Select(p => p.ParticipantId).ToListAsync();
            db.AddRange(voters.Select((v, i) => new EnteredPaper(ballot.Id, v, $"{i}", i < 20 ? EntryChannel.Paper : EntryChannel.Phone, FakeClock.Today, staff.Id, Site.Now)));
            await db.SaveChangesAsync();
        });
        await CloseAsync(ballot);
        await RefreshAsync();

        var tiers = BallotTables.Parse((await OutcomeAsync(ballot)).Tables)!.Tables[BallotTables.ByTier];
        Assert.Equal([("EmailConfirmed", "about 25"), ("EnteredPaper", "about 20"), ("EnteredPhone", "about 15")], tiers.Rows.Where(r => r.People != "0").Select(r => (r.Label, r.People)));
        var page = await new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results");
        var rows = page.QuerySelectorAll(".cv-table--short tbody tr").Select(r => string.Join(": ", r.Children.Select(c => c.Words())));
        Assert.Equal(["Confirmed an e-mail address: about 25", "Told us on paper, and staff entered it: about 20", "Told us by phone, and staff entered it: about 15", "Together: 60"], rows);
    }

    [Fact]
    public async Task Ways_of_which_nothing_may_be_told_stand_in_one_row()
    {
        var ballot = await BallotAsync(BallotMethod.Support);
        await CastAsync(ballot, 40, [0, 2]);
        await CloseAsync(ballot);
        await Site.AssessAsync(ballot.ConsultationId, Dataset.Breakdowns, DisclosureRisk.Some);
        await RefreshAsync();

        var page = await new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results");

        var rows = page.QuerySelectorAll(".cv-table--short tbody tr th").Select(r => r.Words()).ToList();
        Assert.Single(rows, r => r.Contains("staff entered it", StringComparison.Ordinal));
        Assert.Contains("Told us in other ways, and staff entered it", rows);
        var inFile = (await new DataFiles(Site).JsonAsync($"/ballots/{ballot.Id}/results.json")).GetProperty("item").GetProperty("shownWho").EnumerateArray()
            .Where(t => t.GetProperty("tier").GetString()!.StartsWith("entered", StringComparison.Ordinal)).ToList();
        Assert.Equal(["enteredByStaff", "enteredOtherwise"], inFile.Select(t => t.GetProperty("tier").GetString()));
        Assert.All(inFile, t => Assert.Equal(("hidden", JsonValueKind.Null), (t.GetProperty("words").GetString(), t.GetProperty("people").ValueKind)));
    }

    private async Task<Ballot> BallotAsync(BallotMethod method) => await Site.SaveAsync(A.BallotOf(method));

    private async Task CastAsync(Ballot ballot, int people, int[] options, Voice voice = Voice.Resident)
    {
        var ids = options.Select(o => ballot.Priorities[o].Id);
        var choices = ballot.Method == BallotMethod.Rank ? RankText.Write(ids) : BallotIdsText.Write(ids);
        foreach (var person in await PeopleAsync(people, voice))
            Assert.Equal(CastOutcome.Accepted, (await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, person, choices, default))).Outcome);
    }
}
