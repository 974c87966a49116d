using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>Sealing, the results that follow from it, and what happens when somebody tampers.</summary>
public sealed class SealerTests : SiteTest
{
    [Fact]
    public async Task Nothing_is_sealed_before_ten_can_go_and_ten_remain()
    {
        var ballot = await BallotAsync();
        await CastAsync(ballot, 19);
        Assert.Equal(0, await SealAsync());
        Assert.True((await ResultAsync(ballot)).HasTooFew);

        await CastAsync(ballot, 1);
        Assert.Equal(1, await SealAsync());

        var result = await ResultAsync(ballot);
        Assert.Equal(10, result.People);
        Assert.False(result.IsFinal);
        Assert.Null(result.Winner);
        Assert.Equal(10, await Site.AskAsync(db => db.LedgerEntries.CountAsync(e => e.Sequence == null)));
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task Closing_seals_the_rest_and_names_the_winner()
    {
        var ballot = await BallotAsync();
        await CastAsync(ballot, 25, 2, 1);
        await SealAsync();
        await CastAsync(ballot, 3, 0, 0, 3);
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        Assert.False((await ResultAsync(ballot)).IsFinal); // the last papers are still to come

        await SealAsync();

        var result = await ResultAsync(ballot);
        Assert.True(result.IsFinal);
        Assert.Equal(28, result.People);
        Assert.Equal("A crossing came first: 89% of 28 people put a dot on it.", result.Winner);
        Assert.Equal([(50, 25), (25, 25), (9, 3)], result.Priorities.Select(p => (p.Dots, p.People)));
        Assert.Equal([1, 2, 3], result.Priorities.Select(p => p.Place));
        Assert.Equal(0, await SealAsync());
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task A_closed_vote_of_nine_people_tells_only_that()
    {
        var ballot = await BallotAsync();
        await CastAsync(ballot, 9);
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await SealAsync();

        var result = await ResultAsync(ballot);

        Assert.True(result.IsFinal);
        Assert.True(result.HasTooFew);
        Assert.Null(result.Winner);
        Assert.Empty(result.Priorities);
    }

    [Fact]
    public async Task A_tie_is_shared()
    {
        var ballot = await BallotAsync();
        await CastAsync(ballot, 12, 2, 2);
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await SealAsync();

        var result = await ResultAsync(ballot);

        Assert.Equal("A crossing and Slower cars came first together: 100% of 12 people put a dot on each.", result.Winner);
        Assert.Equal([1, 1, 3], result.Priorities.Select(p => p.Place));
    }

    [Fact]
    public async Task Changed_and_withdrawn_papers_leave_the_sealed_count_when_their_entries_are_sealed()
    {
        var ballot = await BallotAsync();
        var people = await CastAsync(ballot, 40, 3);
        await SealAsync();
        foreach (var person in people.Take(12)) await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, person, default));
        foreach (var person in people.Skip(12).Take(15)) await CastOneAsync(ballot, person, 0, 3);
        await SealAsync();
        await AllTalliesAgreeAsync();
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await SealAsync();

        var result = await ResultAsync(ballot);

        Assert.Equal(28, result.People);
        Assert.Equal([("Slower cars", 45), ("A crossing", 39), ("A warden", 0)], result.Priorities.Select(p => (p.Title, p.Dots)));
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task A_sealed_entry_leads_nobody_to_a_paper_by_its_row_or_its_time()
    {
        var ballot = await BallotAsync();
        await CastAsync(ballot, 20);
        var before = await Site.AskAsync(db => db.LedgerEntries.Select(e => e.Id).ToListAsync());
        await SealAsync();

        var after = await Site.AskAsync(db => db.LedgerEntries.AsNoTracking().Where(e => e.Sequence != null).OrderBy(e => e.Sequence).ToListAsync());

        Assert.Empty(before.Intersect(after.Select(e => e.Id)));
        Assert.Equal(after.Select(e => e.Id), after.Select(e => e.Id).Order());
        Assert.All(after, e => Assert.Equal(FakeClock.Today, e.SealedOn));
    }

    [Theory]
    [InlineData("""UPDATE "LedgerEntries" SET "Choices" = '' WHERE "Sequence" = 4""", "Entry 4 was altered.")]
    [InlineData("""DELETE FROM "LedgerEntries" WHERE "Sequence" = 7""", "Entry 7 was removed.")]
    [InlineData("""UPDATE "LedgerEntries" SET "Sequence" = 99 WHERE "Sequence" = 3""", "Entry 3 was removed.")]
    [InlineData("""DELETE FROM "LedgerEntries" WHERE "Sequence" = 10""", "not the fingerprint that was kept")]
    public async Task Tampering_with_the_database_is_found_and_named(string sql, string expected)
    {
        var ballot = await BallotAsync();
        await CastAsync(ballot, 20);
        await SealAsync();

        await Site.AskAsync(db => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)), d => d.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rebuilding_puts_right_tallies_that_went_wrong()
    {
        var ballot = await BallotAsync();
        await CastAsync(ballot, 24, 1, 2);
        await SealAsync();
        await Site.AskAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Priorities" SET "Dots" = 7, "SealedPeople" = 1"""));
        Assert.NotEmpty(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)));

        await Site.AskAsync<TallyCheck, int>(t => t.RebuildAsync(default));

        await AllTalliesAgreeAsync();
        Assert.Equal(14, (await ResultAsync(ballot)).People);
    }

    [Fact]
    public async Task Casting_and_sealing_at_once_stay_consistent()
    {
        var ballot = await BallotAsync();
        var people = await CastAsync(ballot, 30, 1);

        var casts = people.Select(p => Task.Run(() => CastOneAsync(ballot, p, 0, 2))).ToList();
        await Task.WhenAll([.. casts, Task.Run(SealAsync)]);
        await SealAsync();

        await AllTalliesAgreeAsync();
    }

    private async Task<Ballot> BallotAsync() => await Site.SaveAsync(A.Ballot(A.Consultation()));

    private async Task<List<Guid>> CastAsync(Ballot ballot, int people, params int[] dots)
    {
        var participants = Enumerable.Range(0, people).Select(_ => new Participant(Guid.NewGuid())).ToArray();
        await Site.SaveAsync(participants[0], participants[1..]);
        foreach (var participant in participants) await CastOneAsync(ballot, participant.Id, dots is [] ? [1] : dots);
        return [.. participants.Select(p => p.Id)];
    }

    private Task<CastResult> CastOneAsync(Ballot ballot, Guid participant, params int[] dots) => Site.AskAsync<Casting, CastResult>(c =>
        c.CastAsync(ballot.Id, participant, dots.Select((d, i) => (ballot.Priorities[i].Id, d)).ToDictionary(x => x.Id, x => x.d), default));

    private Task<int> SealAsync() => Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));

    private async Task<BallotResult> ResultAsync(Ballot ballot) => (await Site.AskAsync<BallotResults, BallotResult?>(r => r.OfAsync(ballot.Id, default)))!;

    private async Task AllTalliesAgreeAsync() => Assert.Empty(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)));
}
