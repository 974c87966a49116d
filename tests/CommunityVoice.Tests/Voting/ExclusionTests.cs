using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Voting;

/// <summary>Papers that two people leave out of a count, and put back: rule R-F33, whatever the method.</summary>
public sealed class ExclusionTests : SiteTest
{
    private Ballot ballot = null!;
    private Person grace = null!;
    private Person tom = null!;
    private Person asha = null!;
    private List<(Guid Participant, string Receipt)> crowd = [];

    public static TheoryData<BallotMethod> Methods => [.. Enum.GetValues<BallotMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Left_out_a_paper_leaves_the_count_and_the_record_receipt_verifier_and_tally_say_so(BallotMethod method)
    {
        await VoteAsync(method);
        await LeaveOutAsync(crowd[0].Participant, crowd[1].Participant);

        Assert.Equal(28, (await BallotAsync()).Papers);
        await AllTalliesAgreeAsync();
        await CloseAsync();

        var now = await BallotAsync();
        Assert.Equal((28, 28), (now.Papers, now.SealedPapers));
        await AllTalliesAgreeAsync();
        var report = await VerifyAsync(crowd[0].Receipt);
        Assert.Null(report.Fault);
        Assert.Equal(("same-person", method == BallotMethod.AgreeDisagreePass ? 4 : 2), report.Counted!.Count.LeftOut.Select(l => (l.Key, l.Value)).Single());
        Assert.All(report.Receipt!, r => Assert.False(r.Counts));
        var said = (await ReceiptAsync(crowd[0].Receipt)).Entries.Where(e => !e.LeavesOut).ToList();
        Assert.NotEmpty(said);
        Assert.All(said, e => Assert.Equal("No. Two people left it out of the count because one person seems to have cast several.", e.DoesItCount));
        Assert.All((await ReceiptAsync(crowd[5].Receipt)).Entries, e => Assert.StartsWith("Yes", e.DoesItCount, StringComparison.Ordinal));
        Assert.Equal([new LeftOutCount("same-person", 2)], await Site.AskAsync<ExclusionCounts, IReadOnlyList<LeftOutCount>>(c => c.PapersAsync(ballot.Id, default)));
        foreach (var page in new[] { "results", "ledger" })
            (await new Browser(Site).GetAsync($"/ballots/{ballot.Id}/{page}")).Shows("2 papers were left out of the count because one person seems to have cast several.");
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Put_back_by_two_people_it_counts_as_it_did(BallotMethod method)
    {
        await VoteAsync(method);
        var before = await CountAsync();
        var proposal = await LeaveOutAsync(crowd[0].Participant);
        await SealAsync();
        Assert.Equal(ExclusionOutcome.Done, await Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.ProposePutBackAsync(proposal, "They are a real person.", tom.Id, default)));
        var back = await NewestAsync();
        Assert.Equal(ExclusionOutcome.NeedsSomebodyElse, await AnswerAsync(back, tom));
        Assert.Equal(ExclusionOutcome.Done, await AnswerAsync(back, grace));

        Assert.Equal(before, await CountAsync());
        await AllTalliesAgreeAsync();
        await CloseAsync();
        await AllTalliesAgreeAsync();
        Assert.Equal(30, (await BallotAsync()).SealedPapers);
        var report = await VerifyAsync(crowd[0].Receipt);
        Assert.Null(report.Fault);
        Assert.Empty(report.Counted!.Count.LeftOut);
        Assert.Contains((await ReceiptAsync(crowd[0].Receipt)).Entries, e => e.DoesItCount.StartsWith("Yes", StringComparison.Ordinal));
        Assert.Equal(ExclusionOutcome.NothingToDo, await Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.ProposePutBackAsync(proposal, "Again.", tom.Id, default)));
        Assert.Empty(await Site.AskAsync<ExclusionCounts, IReadOnlyList<LeftOutCount>>(c => c.PapersAsync(ballot.Id, default)));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task After_the_close_papers_are_left_out_by_a_batch_of_their_own_and_after_the_decision_no_more(BallotMethod method)
    {
        await VoteAsync(method);
        await CloseAsync();
        var (batches, head) = await BallotAsync() is var closed ? (closed.SealedBatches, closed.Head) : default;

        var proposal = await LeaveOutAsync(crowd[2].Participant);
        await SealAsync();

        var now = await BallotAsync();
        Assert.Equal((29, 29, batches + 1), (now.Papers, now.SealedPapers, now.SealedBatches));
        await AllTalliesAgreeAsync();
        Assert.Null((await VerifyAsync(kept: head)).Fault);
        await Site.AskAsync(db => db.Consultations.ExecuteUpdateAsync(set => set.SetProperty(c => c.DecidedAt, Site.Now)));
        Assert.Equal(ExclusionOutcome.Decided, await ProposeAsync(tom, crowd[3].Participant));
        // What was wrong can still be put right.
        await Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.ProposePutBackAsync(proposal, "They are a real person.", grace.Id, default));
        Assert.Equal(ExclusionOutcome.Done, await AnswerAsync(await NewestAsync(), tom));
        await SealAsync();
        Assert.Equal(30, (await BallotAsync()).SealedPapers);
        await AllTalliesAgreeAsync();
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Whoever_was_left_out_can_neither_choose_again_nor_take_back_until_it_is_put_back(BallotMethod method)
    {
        await VoteAsync(method);
        var proposal = await LeaveOutAsync(crowd[0].Participant);

        Assert.Equal(CastOutcome.LeftOut, (await CastAsync(crowd[0].Participant, 1)).Outcome);
        Assert.Equal(CastOutcome.LeftOut, (await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, crowd[0].Participant, default))).Outcome);
        if (ballot.HasMarks)
        {
            var marks = new Dictionary<long, int> { [ballot.Priorities[1].Id] = 1 };
            Assert.Equal(CastOutcome.LeftOut, (await Site.AskAsync<Marking, CastResult>(m => m.MarkAllAsync(ballot.Id, crowd[0].Participant, marks, default))).Outcome);
        }
        Assert.Equal(29, (await BallotAsync()).Papers);

        await Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.ProposePutBackAsync(proposal, "They are a real person.", tom.Id, default));
        await AnswerAsync(await NewestAsync(), grace);
        Assert.Equal(CastOutcome.Accepted, (await CastAsync(crowd[0].Participant, 1)).Outcome);
        await AllTalliesAgreeAsync();
        await CloseAsync();
        Assert.Null((await VerifyAsync()).Fault);
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task One_person_alone_leaves_nothing_out_under_no_address_of_theirs()
    {
        await VoteAsync(BallotMethod.Support);
        var other = await Site.SaveAsync(A.Person(email: tom.Email!.Replace("@", "+2@", StringComparison.Ordinal)));
        await ProposeAsync(tom, crowd[0].Participant);
        var proposal = await NewestAsync();

        Assert.Equal(ExclusionOutcome.NeedsSomebodyElse, await AnswerAsync(proposal, tom));
        Assert.Equal(ExclusionOutcome.NeedsSomebodyElse, await AnswerAsync(proposal, other));
        Assert.Equal(30, (await BallotAsync()).Papers);
        Assert.Equal(ExclusionOutcome.Done, await AnswerAsync(proposal, grace, isConfirmed: false, "It is a family."));
        Assert.Equal(ExclusionOutcome.AnsweredAlready, await AnswerAsync(proposal, grace));
        Assert.Equal(30, (await BallotAsync()).Papers);
        Assert.Equal(["ballot.exclusion-proposed", "ballot.exclusion-declined"], await VerbsAsync());
    }

    [Fact]
    public async Task Two_who_confirm_at_once_leave_it_out_once()
    {
        await VoteAsync(BallotMethod.Dots);
        await ProposeAsync(tom, crowd[0].Participant);
        var proposal = await NewestAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AnswerAsync(proposal, grace)));

        Assert.Single(outcomes, ExclusionOutcome.Done);
        Assert.Equal(29, (await BallotAsync()).Papers);
        Assert.Equal(31, await Site.AskAsync(db => db.LedgerEntries.CountAsync()));
        await AllTalliesAgreeAsync();
    }

    [Fact]
    public async Task Nobody_deals_with_their_own_paper_and_what_does_not_count_is_nothing_to_leave_out()
    {
        await VoteAsync(BallotMethod.Support);
        await Site.SaveAsync(new ParticipantLink(grace.Id, crowd[1].Participant));
        await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, crowd[2].Participant, default));

        Assert.Equal(ExclusionOutcome.OwnPaper, await ProposeAsync(grace, crowd[1].Participant));
        await ProposeAsync(tom, crowd[1].Participant);
        Assert.Equal(ExclusionOutcome.OwnPaper, await AnswerAsync(await NewestAsync(), grace));
        Assert.Equal(ExclusionOutcome.NothingToDo, await ProposeAsync(tom, crowd[2].Participant));
        Assert.Equal(ExclusionOutcome.NothingToDo, await ProposeAsync(tom, Guid.NewGuid()));
        await ProposeAsync(tom, crowd[3].Participant);
        await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(ballot.Id, crowd[3].Participant, default));
        Assert.Equal(ExclusionOutcome.NothingToDo, await AnswerAsync(await NewestAsync(), grace));
    }

    [Fact]
    public async Task Whoever_has_an_account_gets_letters_and_the_code_for_what_was_put_back()
    {
        await VoteAsync(BallotMethod.Pick);
        var proposal = await LeaveOutAsync(crowd[0].Participant, crowd[1].Participant);

        var letter = Assert.Single(await Site.LettersToAsync(asha.Email!), l => l.Kind == "paper-left-out");
        Assert.Contains("because one person seems to have cast several", letter.Text, StringComparison.Ordinal);
        Assert.Contains("/contact", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("A crossing", letter.Text, StringComparison.Ordinal);
        await Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.ProposePutBackAsync(proposal, "They are a real person.", tom.Id, default));
        await AnswerAsync(await NewestAsync(), grace);
        var back = (await Site.LettersToAsync(asha.Email!)).Single(l => l.Kind == "paper-put-back");
        var receipt = await Site.AskAsync(db => db.BallotPapers.Where(p => p.ParticipantId == crowd[0].Participant).Select(p => p.Receipt).SingleAsync());
        Assert.Contains(ReceiptCode.Show(receipt), back.Text, StringComparison.Ordinal);
        Assert.Equal("Yes. Nothing later has taken its place.", (await ReceiptAsync(receipt)).Entries.Single().DoesItCount);
        Assert.Equal("Yes. It was left out for a while, and an entry that says the same was put in its place.", (await ReceiptAsync(crowd[0].Receipt)).Entries.Single().DoesItCount);
    }

    [Theory]
    [InlineData(BallotMethod.Support)]
    [InlineData(BallotMethod.AgreeDisagreePass)]
    public async Task Whoever_closed_their_account_while_left_out_is_not_put_back(BallotMethod method)
    {
        await VoteAsync(method);
        var proposal = await LeaveOutAsync(crowd[0].Participant);
        await using (var scope = Site.Services.CreateAsyncScope())
        {
            var leaver = await scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>().People.SingleAsync(p => p.Id == asha.Id);
            await scope.ServiceProvider.GetRequiredService<Leaving>().LeaveAsync(leaver, default);
        }

        await Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.ProposePutBackAsync(proposal, "They are a real person.", tom.Id, default));
        await AnswerAsync(await NewestAsync(), grace);

        Assert.Equal(29, (await BallotAsync()).Papers);
        await AllTalliesAgreeAsync();
        await CloseAsync();
        Assert.Equal(29, (await BallotAsync()).SealedPapers);
        Assert.Null((await VerifyAsync()).Fault);
        await AllTalliesAgreeAsync();
    }

    // Thirty people; the first has an account.
    private async Task VoteAsync(BallotMethod method)
    {
        (ballot, grace, tom, asha) = (await Site.SaveAsync(A.BallotOf(method)), A.Person("Grace N"), A.Person("Tom W"), A.Person());
        var people = Enumerable.Range(0, 30).Select(_ => new Participant(Guid.NewGuid())).ToArray();
        await Site.SaveAsync(grace, [tom, asha, .. people]);
        await Site.SaveAsync(new ParticipantLink(asha.Id, people[0].Id));
        foreach (var person in people) crowd.Add((person.Id, (await CastAsync(person.Id, 0)).Receipt!));
    }

    // Two options: the third and one other; statements get two marks.
    private async Task<CastResult> CastAsync(Guid participant, int other)
    {
        var (one, last) = (ballot.Priorities[other].Id, ballot.Priorities[2].Id);
        if (!ballot.HasMarks)
        {
            return await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, participant, ballot.Method switch
            {
                BallotMethod.Dots => DotsText.Write([new(one, 2), new(last, 1)]),
                BallotMethod.Rank => RankText.Write([one, last]),
                _ => BallotIdsText.Write([one, last]),
            }, default));
        }
        await Site.AskAsync<Marking, CastResult>(m => m.MarkAsync(ballot.Id, participant, one, 1, default));
        return await Site.AskAsync<Marking, CastResult>(m => m.MarkAsync(ballot.Id, participant, last, other - 1, default));
    }

    private async Task<Exclusion> LeaveOutAsync(params Guid[] participants)
    {
        Assert.Equal(ExclusionOutcome.Done, await ProposeAsync(tom, participants));
        var proposal = await NewestAsync();
        Assert.Equal(ExclusionOutcome.Done, await AnswerAsync(proposal, grace));
        return await NewestAsync();
    }

    private Task<ExclusionOutcome> ProposeAsync(Person by, params Guid[] participants) => Site.AskAsync<Exclusions, ExclusionOutcome>(e =>
        e.ProposeAsync(ballot.Id, ExclusionReason.SamePerson, "Six addresses of one name.", "6 papers from one mailbox", participants, by.Id, default));

    private Task<ExclusionOutcome> AnswerAsync(Exclusion proposal, Person by, bool isConfirmed = true, string words = "") =>
        Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.AnswerAsync(proposal, isConfirmed, words, by.Id, default));

    private Task<Exclusion> NewestAsync() => Site.AskAsync(db => db.Exclusions.AsNoTracking().Include(e => e.Papers).OrderByDescending(e => e.Id).FirstAsync());

    private Task<Ballot> BallotAsync() => Site.AskAsync(db => db.Ballots.AsNoTracking().Include(b => b.Priorities).SingleAsync(b => b.Id == ballot.Id));

    private async Task<string> CountAsync() => string.Join(", ", (await BallotAsync()).Priorities.OrderBy(p => p.Id).Select(p => $"{p.Dots} {p.People} {p.Agree} {p.Disagree} {p.Pass}"));

    private Task<List<string>> VerbsAsync() => Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == nameof(Ballot)).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync());

    private async Task<ReceiptState> ReceiptAsync(string code) => (await Site.AskAsync<Receipts, ReceiptState?>(r => r.FindAsync(code, default)))!;

    private async Task AllTalliesAgreeAsync() => Assert.Empty(await Site.AskAsync<TallyCheck, List<string>>(t => t.FindAsync(default)));

    private Task CloseAsync()
    {
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        return SealAsync();
    }

    private async Task SealAsync()
    {
        await Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));
        await Site.AskAsync<Outcomes, int>(o => o.RefreshDueAsync(default));
    }

    private async Task<BundleReport> VerifyAsync(string? receipt = null, string? kept = null)
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, $"/ballots/{ballot.Id}/record.txt");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var text = new StringReader(await answer.Content.ReadAsStringAsync());
        return BallotVerifier.Verify(text, kept, receipt);
    }
}
