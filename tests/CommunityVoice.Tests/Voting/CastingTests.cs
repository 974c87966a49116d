using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Voting;

/// <summary>Casting, changing and withdrawing papers.</summary>
public sealed class CastingTests : SiteTest
{
    [Fact]
    public async Task A_paper_counts_and_gets_a_receipt()
    {
        var ballot = await BallotAsync();
        var asha = await ParticipantAsync();

        var result = await CastAsync(ballot, asha, 3, 2);

        Assert.Equal(CastOutcome.Accepted, result.Outcome);
        Assert.Equal(20, result.Receipt!.Length);
        Assert.Equal([(3, 1), (2, 1), (0, 0)], await CountsAsync(ballot));
        Assert.Equal(1, await Site.AskAsync(db => db.LedgerEntries.CountAsync(e => e.BallotId == ballot.Id && e.Sequence == null)));
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task A_change_takes_the_place_of_what_was_cast()
    {
        var ballot = await BallotAsync();
        var asha = await ParticipantAsync();

        var first = await CastAsync(ballot, asha, 3, 2);
        var second = await CastAsync(ballot, asha, 0, 1, 1);

        Assert.NotEqual(first.Receipt, second.Receipt);
        Assert.Equal([(0, 0), (1, 1), (1, 1)], await CountsAsync(ballot));
        Assert.Equal(1, await Site.AskAsync(db => db.BallotPapers.CountAsync()));
        Assert.True((await StateAsync(first.Receipt!)).Entries[0].IsReplaced);
        Assert.False((await StateAsync(second.Receipt!)).Entries[0].IsReplaced);
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task The_same_choices_sent_twice_leave_one_entry_and_the_same_receipt()
    {
        var ballot = await BallotAsync();
        var asha = await ParticipantAsync();

        var first = await CastAsync(ballot, asha, 3, 2);
        var again = await CastAsync(ballot, asha, 3, 2);

        Assert.Equal(first.Receipt, again.Receipt);
        Assert.False(again.IsNew);
        Assert.Equal(1, await Site.AskAsync(db => db.LedgerEntries.CountAsync()));
    }

    [Fact]
    public async Task Choices_taken_back_no_longer_count_and_can_be_made_again()
    {
        var ballot = await BallotAsync();
        var asha = await ParticipantAsync();
        var cast = await CastAsync(ballot, asha, 3, 2);

        await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, asha, default));

        Assert.Equal([(0, 0), (0, 0), (0, 0)], await CountsAsync(ballot));
        Assert.Equal(0, await Site.AskAsync(db => db.Ballots.Select(b => b.Papers).SingleAsync()));
        Assert.True((await StateAsync(cast.Receipt!)).Entries[0].IsTakenBack);
        await CastAsync(ballot, asha, 1);
        Assert.Equal([(1, 1), (0, 0), (0, 0)], await CountsAsync(ballot));
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task Dots_beyond_what_is_allowed_are_refused_and_nothing_is_kept()
    {
        var ballot = await BallotAsync();
        var other = await BallotAsync();
        var asha = await ParticipantAsync();

        Assert.Equal(CastOutcome.TooMany, (await CastAsync(ballot, asha, 3, 3)).Outcome);
        Assert.Equal(CastOutcome.OverCap, (await CastAsync(ballot, asha, 4)).Outcome);
        Assert.Equal(CastOutcome.UnknownPriority, (await Site.AskAsync<Casting, CastResult>(c =>
            c.CastAsync(ballot.Id, asha, new Dictionary<long, int> { [other.Priorities[0].Id] = 1 }, default))).Outcome);
        Assert.Equal(0, await Site.AskAsync(db => db.BallotPapers.CountAsync()));
    }

    [Fact]
    public async Task A_closed_ballot_and_one_in_a_closed_consultation_take_no_papers()
    {
        var ballot = await BallotAsync();
        var asha = await ParticipantAsync();
        Site.Clock.GoTo(ballot.ClosesAt!.Value);

        Assert.Equal(CastOutcome.Closed, (await CastAsync(ballot, asha, 1)).Outcome);
        Assert.Equal(CastOutcome.Closed, (await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, asha, default))).Outcome);
    }

    [Fact]
    public async Task A_hundred_submissions_by_one_person_at_once_leave_one_paper()
    {
        var ballot = await BallotAsync();
        var asha = await Site.SaveAsync(A.Person());

        var results = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            var participant = await Site.AskAsync<Participants, Guid>(p => p.ForAsync(asha.Id, default));
            return await CastAsync(ballot, participant, i % 3, (i + 1) % 3, 1);
        })));

        Assert.All(results, r => Assert.Equal(CastOutcome.Accepted, r.Outcome));
        Assert.Equal(1, await Site.AskAsync(db => db.Participants.CountAsync()));
        Assert.Equal(1, await Site.AskAsync(db => db.BallotPapers.CountAsync()));
        Assert.Equal(1, await Site.AskAsync(db => db.Ballots.Select(b => b.Papers).SingleAsync()));
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task Many_people_at_once_are_all_counted_and_share_commits()
    {
        var ballot = await BallotAsync();
        var people = Enumerable.Range(0, 200).Select(_ => new Participant(Guid.NewGuid())).ToArray();
        await Site.SaveAsync(people[0], people[1..]);

        await Task.WhenAll(people.Select((p, i) => Task.Run(() => CastAsync(ballot, p.Id, 1 + i % 3))));

        Assert.Equal(200, await Site.AskAsync(db => db.Ballots.Select(b => b.Papers).SingleAsync()));
        Assert.InRange(Site.Services.GetRequiredService<WriteGate>().Commits, 1, 150);
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task Work_that_fails_at_the_gate_fails_alone()
    {
        var ballot = await BallotAsync();
        var gate = Site.Services.GetRequiredService<WriteGate>();
        var people = Enumerable.Range(0, 20).Select(_ => new Participant(Guid.NewGuid())).ToArray();
        await Site.SaveAsync(people[0], people[1..]);

        var failing = Enumerable.Range(0, 20).Select(_ => gate.RunAsync<bool>(async work =>
        {
            await work.ExecuteAsync("""UPDATE "Ballots" SET "Papers" = "Papers" + 1000""");
            throw new InvalidOperationException("on purpose");
        }, default)).ToList();
        await Task.WhenAll(people.Select(p => CastAsync(ballot, p.Id, 1)));

        foreach (var one in failing) await Assert.ThrowsAsync<InvalidOperationException>(() => one);
        Assert.Equal(20, await Site.AskAsync(db => db.Ballots.Select(b => b.Papers).SingleAsync()));
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task Whoever_has_an_account_is_owed_a_letter_with_the_receipt_which_is_written_once_for_the_newest_choices()
    {
        var ballot = await BallotAsync();
        var asha = await Site.SaveAsync(A.Person());
        var participant = await Site.AskAsync<Participants, Guid>(p => p.ForAsync(asha.Id, default));

        await CastAsync(ballot, participant, 1);
        var second = await CastAsync(ballot, participant, 2);
        await CastAsync(ballot, await ParticipantWithoutAccountAsync(), 1);

        Assert.Equal(2, await Site.AskAsync(db => db.BallotPapers.CountAsync(p => p.OwesReceipt))); // until then a crash forgets none
        Assert.Equal(1, await WriteOwedAsync());
        Assert.Equal(0, await WriteOwedAsync());
        await CastAsync(ballot, participant, 2);
        Assert.Equal(0, await WriteOwedAsync());
        var third = await CastAsync(ballot, participant, 3);
        Assert.Equal(1, await WriteOwedAsync());

        var letters = await Site.LettersToAsync(asha.Email!);
        Assert.Equal(["vote-receipt", "vote-receipt"], letters.Select(l => l.Kind));
        Assert.All([second, third], cast => Assert.Single(letters, l => Says(l, cast)));

        static bool Says(CommunityVoice.Notifications.Letter letter, CastResult cast) =>
            letter.Text.Contains(ReceiptCode.Show(cast.Receipt!), StringComparison.Ordinal) && letter.Html.Contains(ReceiptCode.Show(cast.Receipt!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_a_letter_about_choices_that_they_took_back_at_once()
    {
        var ballot = await BallotAsync();
        var asha = await ParticipantAsync();
        await CastAsync(ballot, asha, 1);

        await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, asha, default));

        Assert.Equal(0, await WriteOwedAsync());
        Assert.False(await Site.AskAsync(db => db.BallotPapers.AnyAsync(p => p.OwesReceipt)));
    }

    [Fact]
    public async Task Work_that_can_be_done_together_and_fails_so_is_done_again_one_by_one()
    {
        var gate = Site.Services.GetRequiredService<WriteGate>();
        var ballot = await BallotAsync();
        var sizes = new List<int>();
        var batch = new GateBatch<int, int>(async (work, items) =>
        {
            lock (sizes) sizes.Add(items.Count);
            foreach (var item in items) await work.ExecuteAsync("""UPDATE "Ballots" SET "Papers" = "Papers" + @p0 WHERE "Id" = @p1""", item, ballot.Id);
            return items.Contains(3) ? throw new InvalidOperationException("on purpose") : items;
        });

        // The first holds the lane until all others wait.
        var (held, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = gate.RunAsync(async work =>
        {
            held.SetResult();
            await go.Task;
            return await work.ExecuteAsync("""UPDATE "Ballots" SET "Papers" = 100 WHERE "Id" = @p0""", ballot.Id);
        }, default, "one lane");
        await held.Task;
        var all = Enumerable.Range(1, 5).Select(n => gate.RunAsync(batch, n, "one lane", default)).ToList();
        go.SetResult();

        await first;
        await Assert.ThrowsAsync<InvalidOperationException>(() => all[2]);
        var others = await Task.WhenAll(all.Where((_, i) => i != 2));
        Assert.Equal([1, 2, 4, 5], others);
        Assert.Equal([5, 1, 1, 1, 1, 1], sizes);
        Assert.Equal(112, await Site.AskAsync(db => db.Ballots.Select(b => b.Papers).SingleAsync()));
    }

    [Fact]
    public async Task A_participant_is_found_again_and_follows_what_the_person_says_of_themselves()
    {
        var asha = await Site.SaveAsync(A.Person(voice: Voice.Resident));
        var first = await Site.AskAsync<Participants, Guid>(p => p.ForAsync(asha.Id, default));
        await Site.AskAsync(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.Voice, Voice.Carer)));

        Assert.Equal(first, await Site.AskAsync<Participants, Guid>(p => p.ForAsync(asha.Id, default)));
        Assert.Equal(Voice.Carer, await Site.AskAsync(db => db.Participants.Select(p => p.Voice).SingleAsync()));
        Assert.Equal(first, await Site.AskAsync<Participants, Guid>(p => p.ForAsync(asha.Id, default)));
    }

    private Task<int> WriteOwedAsync() => Site.AskAsync<ReceiptLetters, int>(l => l.WriteOwedAsync(default));

    private async Task<Guid> ParticipantWithoutAccountAsync() => (await Site.SaveAsync(new Participant(Guid.NewGuid()))).Id;

    private async Task<Ballot> BallotAsync() => await Site.SaveAsync(A.Ballot(A.Consultation($"Safer crossings {Guid.NewGuid():N}")));

    private async Task<Guid> ParticipantAsync()
    {
        var person = await Site.SaveAsync(A.Person());
        return await Site.AskAsync<Participants, Guid>(p => p.ForAsync(person.Id, default));
    }

    private Task<CastResult> CastAsync(Ballot ballot, Guid participant, params int[] dots) => Site.AskAsync<Casting, CastResult>(c =>
        c.CastAsync(ballot.Id, participant, dots.Select((d, i) => (ballot.Priorities[i].Id, d)).ToDictionary(x => x.Id, x => x.d), default));

    private Task<List<(int Dots, int People)>> CountsAsync(Ballot ballot) => Site.AskAsync(async db =>
        (await db.Priorities.AsNoTracking().Where(p => p.BallotId == ballot.Id).OrderBy(p => p.Order).ToListAsync()).ConvertAll(p => (p.Dots, p.People)));

    private async Task<ReceiptState> StateAsync(string receipt) => (await Site.AskAsync<Receipts, ReceiptState?>(r => r.FindAsync(receipt, default)))!;

    private async Task AllTalliesAgreeAsync() => Assert.Empty(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)));
}
