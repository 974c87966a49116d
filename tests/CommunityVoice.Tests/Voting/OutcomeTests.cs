using System.Text.Json;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>What is worked out from the sealed record in the background, and the pages that show it.</summary>
public sealed class OutcomeTests : SiteTest
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
    public async Task Statements_show_common_ground_first_and_groups_that_keep_their_letters()
    {
        var ballot = await StatementsAsync(12);
        var people = await MarkAsync(ballot, 80, Camps);
        await CloseAsync(ballot);
        await RefreshAsync();
        var page = await PageAsync(ballot);

        Assert.Equal(["Common ground", "2 groups that answer alike", "All statements"], page.QuerySelectorAll("main .cv-columns h2").Select(h => h.TextContent.Trim()).Take(3));
        Assert.NotNull(page.QuerySelector("svg.cv-map-of-opinions title"));
        var members = OpinionMembersOf(await OutcomeAsync(ballot));
        Assert.Equal(80, members.Count);
        // Worked out again, the letters stay with the people.
        await Site.DoAsync<Outcomes>(o => o.WorkOutAsync(ballot.Id, default));
        Assert.Equal(members, OpinionMembersOf(await OutcomeAsync(ballot)));
        Assert.Equal(members[people[0]], members[people[2]]);
        Assert.NotEqual(members[people[0]], members[people[1]]);
    }

    [Fact]
    public async Task A_statement_taken_out_leaves_no_trace_in_results()
    {
        var ballot = await StatementsAsync(12);
        await MarkAsync(ballot, 60, Camps);
        await CloseAsync(ballot);
        await RefreshAsync();
        var gone = ballot.Priorities[3];
        await Site.AskAsync(db => db.Database.ExecuteSqlRawAsync(
            """UPDATE "Comments" SET "RemovedAt" = "PostedAt", "RemovedRule" = 'R1' WHERE "Id" = (SELECT "CommentId" FROM "Priorities" WHERE "Id" = {0})""", gone.Id));

        Assert.Equal(1, await RefreshAsync());

        var outcome = await OutcomeAsync(ballot);
        Assert.DoesNotContain($"option {gone.Id} ", outcome.Result, StringComparison.Ordinal);
        Assert.DoesNotContain(gone.Title, (await PageAsync(ballot)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"option {ballot.Priorities[2].Id} agree", outcome.Result, StringComparison.Ordinal);
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
    }

    [Fact]
    public async Task Opinion_groups_rest_between_two_updates_while_the_ballot_is_open()
    {
        var ballot = await StatementsAsync(8);
        await MarkAsync(ballot, 30, Camps);
        await SealAsync();
        Assert.Equal(1, await RefreshAsync());
        await MarkAsync(ballot, 30, Camps);
        await SealAsync();

        Assert.Equal(0, await RefreshAsync());
        Site.Clock.GoTo(Site.Now + Outcomes.Rest);
        Assert.Equal(1, await RefreshAsync());
    }

    [Fact]
    public async Task Marks_are_sealed_counted_and_taken_back_with_the_record()
    {
        var ballot = await StatementsAsync(5);
        var people = await MarkAsync(ballot, 25, Camps);
        await SealAsync();
        await AllTalliesAgreeAsync();

        await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, people[0], default));
        await Site.AskAsync<Marking, CastResult>(m => m.MarkAsync(ballot.Id, people[1], ballot.Priorities[0].Id, 0, default));
        await CloseAsync(ballot);

        await AllTalliesAgreeAsync();
        Assert.Equal(24, await Site.AskAsync(db => db.Ballots.Select(b => b.SealedPapers).SingleAsync()));
        Assert.Equal(1, await Site.AskAsync(db => db.Priorities.Where(p => p.Id == ballot.Priorities[0].Id).Select(p => p.SealedPass).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_marked_only_a_statement_that_was_taken_out_is_not_among_the_people()
    {
        var ballot = await StatementsAsync(3);
        var last = ballot.Priorities[2];
        await MarkAsync(ballot, 20, Camps);
        foreach (var person in await PeopleAsync(4)) await Site.AskAsync<Marking, CastResult>(m => m.MarkAsync(ballot.Id, person, last.Id, 1, default));
        await ShowAsync(last, false);
        await CloseAsync(ballot);
        await CountsAsync(20);

        await ShowAsync(last, true);
        await CountsAsync(24);
        await ShowAsync(last, false);
        await CountsAsync(20);

        async Task CountsAsync(int people)
        {
            await RefreshAsync();
            await AllTalliesAgreeAsync();
            Assert.Equal(people, (await ResultAsync(ballot)).People);
            (await PageAsync(ballot)).Shows($"{people} people took part in this vote");
        }
    }

    // As moderators do.
    private Task<int> ShowAsync(Priority statement, bool show) => Site.AskAsync(async db =>
    {
        var comment = await db.Comments.SingleAsync(c => c.Id == statement.CommentId);
        if (show) comment.Show(Site.Now);
        else comment.Remove("civil", Site.Now);
        await db.SaveChangesAsync();
        await (show ? CommentCounts.ShownAsync(db, comment, default) : CommentCounts.HiddenAsync(db, comment, default));
        return 0;
    });

    // Two camps that part on the odd statements and agree on the even ones.
    private static int Camps(int person, int statement) => statement % 2 == 0 ? 1 : person % 2 == 0 ? 1 : -1;

    private async Task<Ballot> BallotAsync(BallotMethod method) => await Site.SaveAsync(A.BallotOf(method));

    private async Task<Ballot> StatementsAsync(int count)
    {
        var consultation = await Site.SaveAsync(A.Consultation());
        var author = await Site.SaveAsync(A.Person());
        var id = await Site.AskAsync(async db =>
        {
            var here = await db.Consultations.SingleAsync(c => c.Id == consultation.Id);
            var ballot = new Ballot(here, "What do you agree with?", new BallotRules(BallotMethod.AgreeDisagreePass), here.OpensAt!.Value, here.ClosesAt);
            db.Ballots.Add(ballot);
            var comments = Enumerable.Range(1, count).Select(n => A.Comment(here, author, $"Statement number {n} is what I think.")).ToList();
            db.Comments.AddRange(comments);
            await db.SaveChangesAsync();
            db.Priorities.AddRange(comments.Select((c, i) => Priority.OfComment(ballot, c, c.Body, "", i + 1)));
            await db.SaveChangesAsync();
            return ballot.Id;
        });
        return await Site.AskAsync(db => db.Ballots.AsNoTracking().WithOffer().SingleAsync(b => b.Id == id));
    }

    private async Task<List<Guid>> PeopleAsync(int count, Voice voice = Voice.Resident)
    {
        var participants = Enumerable.Range(0, count).Select(_ => new Participant(Guid.NewGuid(), voice)).ToArray();
        await Site.SaveAsync(participants[0], participants[1..]);
        return [.. participants.Select(p => p.Id)];
    }

    private async Task CastAsync(Ballot ballot, int people, int[] options, Voice voice = Voice.Resident)
    {
        var ids = options.Select(o => ballot.Priorities[o].Id);
        var choices = ballot.Method == BallotMethod.Rank ? RankText.Write(ids) : BallotIdsText.Write(ids);
        foreach (var person in await PeopleAsync(people, voice))
            Assert.Equal(CastOutcome.Accepted, (await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, person, choices, default))).Outcome);
    }

    private async Task<List<Guid>> MarkAsync(Ballot ballot, int people, Func<int, int, int> mark)
    {
        var voters = await PeopleAsync(people);
        foreach (var (at, person) in voters.Index())
        {
            var marks = ballot.Priorities.Index().ToDictionary(p => p.Item.Id, p => mark(at, p.Index));
            Assert.Equal(CastOutcome.Accepted, (await Site.AskAsync<Marking, CastResult>(m => m.MarkAllAsync(ballot.Id, person, marks, default))).Outcome);
        }
        return voters;
    }

    private async Task CloseAsync(Ballot ballot)
    {
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await SealAsync();
    }

    private Task<int> SealAsync() => Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));

    private Task<int> RefreshAsync() => Site.AskAsync<Outcomes, int>(o => o.RefreshDueAsync(default));

    private async Task<BallotResult> ResultAsync(Ballot ballot) => (await Site.AskAsync<BallotResults, BallotResult?>(r => r.OfAsync(ballot.Id, default)))!;

    private Task<BallotOutcome> OutcomeAsync(Ballot ballot) => Site.AskAsync(db => db.BallotOutcomes.AsNoTracking().SingleAsync(o => o.BallotId == ballot.Id));

    private Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(Ballot ballot) => new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results");

    private async Task AllTalliesAgreeAsync() => Assert.Empty(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)));

    private static Dictionary<Guid, char> OpinionMembersOf(BallotOutcome outcome)
    {
        var bytes = outcome.Members!;
        return Enumerable.Range(0, bytes.Length / 17).ToDictionary(i => new Guid(bytes.AsSpan(i * 17, 16)), i => (char)bytes[i * 17 + 16]);
    }
}
