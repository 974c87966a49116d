using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Discussion;
using CommunityVoice.Tests.Areas;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>What is worked out of marks on statements: common ground, groups that answer alike, and who counts when a statement goes.</summary>
public sealed class StatementOutcomeTests : OutcomeTest
{
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
    public async Task Common_ground_on_a_places_page_leads_to_the_statement_among_the_results()
    {
        var ballot = await StatementsAsync(12);
        await MarkAsync(ballot, 80, Camps);
        await CloseAsync(ballot);
        await RefreshAsync();
        var place = await Site.AskAsync(db => db.Consultations.Where(c => c.Id == ballot.ConsultationId).Select(c => c.Area.Slug).SingleAsync());
        var overview = await new Browser(Site).GetAsync($"/areas/{place}");
        var links = overview.QuerySelectorAll("section[aria-labelledby=common-ground] li a");

        var results = await PageAsync(ballot);

        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var address = link.GetAttribute("href")!.Split('#');
            Assert.Equal($"/ballots/{ballot.Id}/results", address[0]);
            Assert.Contains(link.Words(), results.QuerySelector($"section[aria-labelledby=common] li#{address[1]}")!.Words(), StringComparison.Ordinal);
        }
        Assert.True(await new ReaderWalk(new Browser(Site), $"/areas/{place}").FindsAsync(ReaderWalk.Links(overview, "section[aria-labelledby=common-ground] li a"), ReaderWalk.Comment, links: 4));
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

    private async Task AllTalliesAgreeAsync() => Assert.Empty(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)));

    private static Dictionary<Guid, char> OpinionMembersOf(BallotOutcome outcome)
    {
        var bytes = outcome.Members!;
        return Enumerable.Range(0, bytes.Length / 17).ToDictionary(i => new Guid(bytes.AsSpan(i * 17, 16)), i => (char)bytes[i * 17 + 16]);
    }
}
