using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Analysis.Ballots.Bundles;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Why there is a public record of a ballot, or none.</summary>
public enum RecordState
{
    Published,

    /// <summary>Fewer than ten people so far.</summary>
    TooFew,

    /// <summary>The votes were cast elsewhere and brought in: nobody here saw them being cast.</summary>
    CastElsewhere,

    /// <summary>Its result takes more than adding up, and is worked out soon.</summary>
    BeingWorkedOut,
}

/// <summary>The public record of a ballot: its bundle's heading where it is published, and why not where it is not.</summary>
public sealed record PublicRecord(Ballot Ballot, RecordState State, BallotBundle? Bundle)
{
    /// <summary>Why there is nothing to download, in a sentence.</summary>
    public string Why => State switch
    {
        RecordState.TooFew => "The record is published from ten people on.",
        RecordState.CastElsewhere => "These votes were cast elsewhere and brought in, so there is no record of them being cast that could be checked here.",
        RecordState.BeingWorkedOut => "The result is being worked out. The record follows with it, in a few minutes.",
        _ => "",
    };
}

/// <summary>One batch of a record: how far the record went with it, and the hash of its last entry.</summary>
public sealed record RecordHead(int Batch, DateOnly SealedOn, long Entries, string Hash);

/// <summary>Puts together what the public may download of a ballot. Result and entries always stand at the same entry of the record.</summary>
public sealed class PublicRecords(CommunityVoiceDb db, ExclusionCounts exclusions)
{
    private static readonly IReadOnlyList<string> Claims =
    [
        "Holders of a receipt can check that their choices are recorded.",
        "Anyone can add the entries up and gets the published result.",
        "Later changes show to whoever kept an earlier fingerprint.",
        "Whatever is left out of the count is counted and said.",
    ];

    /// <summary>The record of a ballot of a published consultation; none where there is no such ballot.</summary>
    public async Task<PublicRecord?> FindAsync(long ballotId, CancellationToken ct)
    {
        // One question, so that tallies, head and outcome are of one moment.
        var ballot = await db.Ballots.AsNoTracking().AsSingleQuery().WithPages().WithOffer().Include(b => b.Outcome).SingleOrDefaultAsync(b => b.Id == ballotId, ct);
        if (ballot is null) return null;
        if (ballot.SealedPapers < BallotResult.FewestPeople) return new(ballot, RecordState.TooFew, null);
        if (ballot.SealedEntries == 0) return new(ballot, RecordState.CastElsewhere, null);
        if (!BallotResults.NeedsOutcome(ballot.Method))
        {
            var count = SealedCount(ballot) with { LeftOut = await exclusions.EntriesAsync(ballot, ballot.SealedEntries, ct) };
            return new(ballot, RecordState.Published, Bundle(ballot, ballot.SealedEntries, ballot.SealedBatches, ballot.Head!, ResultText.Of(new(ballot.Terms(), count))));
        }

        // What was worked out last may be a batch behind: the record then ends there too.
        if (ballot.Outcome is not { People: >= BallotResult.FewestPeople } outcome) return new(ballot, RecordState.BeingWorkedOut, null);
        var last = await db.LedgerEntries.AsNoTracking().SingleAsync(e => e.BallotId == ballotId && e.Sequence == outcome.SealedEntries, ct);
        return new(ballot, RecordState.Published, Bundle(ballot, outcome.SealedEntries, last.Batch!.Value, last.Hash!, outcome.Result.Split('\n')));
    }

    /// <summary>The entries of a bundle as published lines, one after another.</summary>
    public async IAsyncEnumerable<string> LinesAsync(BallotBundle bundle, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var entries = db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == bundle.Terms.Ballot && e.Sequence <= bundle.Entries).OrderBy(e => e.Sequence);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(ct)) yield return LedgerText.Line(entry.Published());
    }

    /// <summary>The newest batches, newest first; none below ten people.</summary>
    public async Task<IReadOnlyList<RecordHead>> HeadsAsync(Ballot ballot, int most, CancellationToken ct)
    {
        if (ballot.SealedPapers < BallotResult.FewestPeople || ballot.SealedEntries == 0) return [];
        var lasts = db.LedgerEntries.Where(e => e.BallotId == ballot.Id && e.Batch > ballot.SealedBatches - most).GroupBy(e => e.Batch).Select(g => g.Max(e => e.Sequence));
        return await db.LedgerEntries.Where(e => e.BallotId == ballot.Id && e.Sequence <= ballot.SealedEntries && lasts.Contains(e.Sequence)).OrderByDescending(e => e.Sequence)
            .Select(e => new RecordHead(e.Batch!.Value, e.SealedOn!.Value, e.Sequence!.Value, e.Hash!)).ToListAsync(ct);
    }

    private static BallotBundle Bundle(Ballot ballot, long entries, int batches, string head, IReadOnlyList<string> result) => new(ballot.Terms(), new(
        ballot.Consultation.Advice(), WhoMayVote(ballot.WhoMayVote),
        "Published from ten people on, in batches of ten people or more, in mixed order. It holds no names, areas, voices or times of day.",
        "You may copy, check and publish this record if you say where it comes from.", Claims), entries, batches, head, result);

    private static string WhoMayVote(VoterTier least) => least switch
    {
        VoterTier.EmailConfirmed => "Whoever confirmed an e-mail address, or filled in a form that staff entered.",
        VoterTier.PostcodeInArea => "Whoever confirmed an e-mail address and gave a postcode in the area, or filled in a form that staff entered.",
        VoterTier.LetterCode => "Whoever used a code from a letter, or filled in a form that staff entered.",
        _ => "Whoever filled in a form that staff entered.",
    };

    private static BallotCount SealedCount(Ballot ballot) => new(
        ballot.HasMarks ? ballot.Priorities.Sum(p => p.SealedPeople) : ballot.SealedPapers, ballot.Priorities.ToDictionary(p => p.Id, p => p.Shown));
}
