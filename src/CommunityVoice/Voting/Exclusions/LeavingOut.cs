using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>
/// Takes papers out of the count and puts them back: paper, marks, pending ledger entries and internal tally. It runs in a transaction that holds the
/// ballot's row, so that nobody casts or seals in between.
/// </summary>
/// <remarks>
/// What a paper says is always what its newest entry says, so a paper that is left out says why in the same words as the record. Its entry has a code of
/// its own that nobody knows: the holder's receipt leads to it as to any entry that takes another's place. Marks keep their one code and count on.
/// </remarks>
internal sealed class LeavingOut(CommunityVoiceDb db, Ballot ballot, DateTimeOffset now)
{
    private readonly Dictionary<long, OptionCount> changes = [];
    private int papers;

    /// <summary>Leaves one paper out, with all its marks; false where nothing of it counts any more.</summary>
    public async Task<bool> LeaveOutAsync(ExclusionPaper which, string reason, CancellationToken ct)
    {
        if (await FindAsync(which, ct) is not { } paper || ChoicesText.IsNothing(paper.Choices)) return false;
        if (ballot.HasMarks)
        {
            var before = new List<string>();
            foreach (var mark in await MarksAsync(which, ct))
            {
                if (mark.Value is not { } value) continue;
                before.Add(MarkText.Write(mark.PriorityId, value));
                Put(paper, mark, before[^1], ChoicesText.LeftOut(mark.PriorityId, reason), null);
            }
            which.Keep(string.Join(',', before));
            paper.Say(ChoicesText.LeftOut(reason), paper.Receipt, counts: false, now);
        }
        else
        {
            which.Keep(paper.Choices);
            Put(paper, ChoicesText.LeftOut(reason));
        }
        papers--;
        return true;
    }

    /// <summary>Puts one paper back as it was; false where it is not left out.</summary>
    public async Task<bool> PutBackAsync(ExclusionPaper which, string before, CancellationToken ct)
    {
        if (await FindAsync(which, ct) is not { } paper || !ChoicesText.IsLeftOut(paper.Choices)) return false;
        which.Keep(before);
        if (ballot.HasMarks)
        {
            var reason = ChoicesText.ReasonOf(paper.Choices);
            var marks = (await MarksAsync(which, ct)).ToDictionary(m => m.PriorityId);
            foreach (var said in before.Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                var (statement, value) = MarkText.Read(said);
                Put(paper, marks[statement], ChoicesText.LeftOut(statement, reason), said, value);
            }
            paper.Say(before.Length > 0 ? BallotPaper.SeeMarks : "", paper.Receipt, before.Length > 0, now);
        }
        else
        {
            Put(paper, before);
        }
        if (before.Length > 0) papers++;
        return true;
    }

    /// <summary>Writes the sums to the counters, one option after another in the order of their numbers.</summary>
    public async Task CountAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        foreach (var (id, more) in changes.OrderBy(c => c.Key))
        {
            await db.Priorities.Where(p => p.Id == id).ExecuteUpdateAsync(set => set
                .SetProperty(p => p.Dots, p => p.Dots + more.Dots).SetProperty(p => p.People, p => p.People + more.People)
                .SetProperty(p => p.Agree, p => p.Agree + more.Agree).SetProperty(p => p.Disagree, p => p.Disagree + more.Disagree).SetProperty(p => p.Pass, p => p.Pass + more.Pass), ct);
        }
        await db.Ballots.Where(b => b.Id == ballot.Id).ExecuteUpdateAsync(set => set.SetProperty(b => b.Papers, b => b.Papers + papers), ct);
    }

    private Task<BallotPaper?> FindAsync(ExclusionPaper which, CancellationToken ct) =>
        db.BallotPapers.SingleOrDefaultAsync(p => p.BallotId == ballot.Id && p.ParticipantId == which.ParticipantId, ct);

    private Task<List<Mark>> MarksAsync(ExclusionPaper which, CancellationToken ct) =>
        db.Marks.Where(m => m.BallotId == ballot.Id && m.ParticipantId == which.ParticipantId).OrderBy(m => m.PriorityId).ToListAsync(ct);

    private void Put(BallotPaper paper, string says)
    {
        var receipt = ReceiptCode.New();
        Add(LedgerText.Commit(receipt, says), says, LedgerText.Commit(paper.Receipt, paper.Choices), receipt);
        Count(paper.Choices, says);
        paper.Say(says, receipt, !ChoicesText.IsNothing(says), now);
    }

    private void Put(BallotPaper paper, Mark mark, string before, string says, int? value)
    {
        var (earlier, number) = (Marking.Salt(paper.Receipt, mark.Revision), paper.NextRevision());
        Add(LedgerText.Commit(Marking.Salt(paper.Receipt, number), says), says, LedgerText.Commit(earlier, before), paper.Receipt);
        Count(before, says);
        mark.Say(value, number);
    }

    private void Add(string commitment, string choices, string supersedes, string receipt) =>
        db.LedgerEntries.Add(new LedgerEntry(ballot.Id, commitment, choices, supersedes, ReceiptCode.HashOf(receipt)));

    private void Count(string before, string after)
    {
        foreach (var (id, one) in ChoicesText.Counts(ballot.Method, before)) changes[id] = (changes.GetValueOrDefault(id) ?? OptionCount.None).Minus(one);
        foreach (var (id, one) in ChoicesText.Counts(ballot.Method, after)) changes[id] = (changes.GetValueOrDefault(id) ?? OptionCount.None).Plus(one);
    }
}
