using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>How many papers were left out for one reason: all that the public is told of it.</summary>
public sealed record LeftOutCount(string Reason, int Papers);

/// <summary>Counts what was left out, as far as the public record says so.</summary>
public sealed class ExclusionCounts(CommunityVoiceDb db)
{
    /// <summary>Papers that are left out now, by reason, the most first; those whose entry waits for its batch are not among them.</summary>
    public async Task<IReadOnlyList<LeftOutCount>> PapersAsync(long ballotId, CancellationToken ct)
    {
        // Papers are many and exclusions rare: most ballots are done with one question.
        if (!await AnyAsync(ballotId, ct)) return [];
        var papers = await db.BallotPapers.Where(p => p.BallotId == ballotId && EF.Functions.Like(p.Choices, "!%")).Select(p => new { p.Receipt, p.Choices }).ToListAsync(ct);
        var byReceipt = papers.ToDictionary(p => ReceiptCode.HashOf(p.Receipt), p => ChoicesText.ReasonOf(p.Choices), StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var some in byReceipt.Keys.Chunk(500))
            shown.UnionWith(await SaidAsync(ballotId, some, ct));
        return [.. byReceipt.Where(p => shown.Contains(p.Key)).GroupBy(p => p.Value, StringComparer.Ordinal).Select(g => new LeftOutCount(g.Key, g.Count()))
            .OrderByDescending(c => c.Papers).ThenBy(c => c.Reason, StringComparer.Ordinal)];
    }

    /// <summary>What the record itself says up to an entry: entries that leave something out and that none has taken the place of, by reason.</summary>
    public async Task<IReadOnlyDictionary<string, int>> EntriesAsync(Ballot ballot, long upTo, CancellationToken ct)
    {
        var found = new SortedDictionary<string, int>(StringComparer.Ordinal);
        if (!await AnyAsync(ballot.Id, ct)) return found;
        var offered = ballot.Priorities.Select(p => p.Id).ToHashSet();
        var entries = await db.LedgerEntries.Where(e => e.BallotId == ballot.Id && e.Sequence <= upTo && EF.Functions.Like(e.Choices, "%!%")
            && !db.LedgerEntries.Any(later => later.BallotId == ballot.Id && later.Supersedes == e.Commitment && later.Sequence <= upTo)).Select(e => e.Choices).ToListAsync(ct);
        foreach (var says in entries.Where(e => !ballot.HasMarks || offered.Contains(MarkText.StatementOf(e))))
            found[ChoicesText.ReasonOf(says)] = found.GetValueOrDefault(ChoicesText.ReasonOf(says)) + 1;
        return found;
    }

    private Task<List<string>> SaidAsync(long ballotId, string[] receipts, CancellationToken ct) => db.LedgerEntries
        .Where(e => e.BallotId == ballotId && e.Sequence != null && receipts.Contains(e.ReceiptHash) && EF.Functions.Like(e.Choices, "%!%")).Select(e => e.ReceiptHash).Distinct().ToListAsync(ct);

    private Task<bool> AnyAsync(long ballotId, CancellationToken ct) => db.Exclusions.AnyAsync(e => e.BallotId == ballotId && e.IsConfirmed, ct);
}
