using CommunityVoice.Activity;
using CommunityVoice.Analysis;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>One table of true counts: by voice or by area, of the whole ballot or of one statement. Each row is a group, its people and what they chose.</summary>
public sealed record TrueTable(string By, string? Statement, IReadOnlyList<string> Columns, IReadOnlyList<(string Label, int People, IReadOnlyList<int> Cells)> Rows);

/// <summary>
/// Counts by voice and by area as they are, without protection. For staff who may see them, for a purpose that they say: each opening is in the
/// activity record (rule R-C13). As everywhere, nothing is told of fewer than ten people, and only of papers in the public record.
/// </summary>
public sealed class TrueCounts(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    public const int PurposeMaxLength = 300;

    /// <summary>Records who looks and why, then answers the tables; none with fewer than ten people.</summary>
    public async Task<IReadOnlyList<TrueTable>> OpenAsync(long ballotId, string purpose, Guid by, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        db.ActivityEntries.Add(new ActivityEntry(by, "ballot.true-counts-opened", nameof(Ballot), ballotId, purpose, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct); // before anything is read: what cannot be recorded is not shown
        var ballot = await db.Ballots.AsNoTracking().WithOffer().SingleAsync(b => b.Id == ballotId, ct);
        if (ballot.SealedPapers < BallotResult.FewestPeople) return [];
        var counts = await new Breakdowns(db, tree, ballot, ballot.Priorities.ConvertAll(p => p.Id), DisclosureProfile.SubNational, clock.GetUtcNow()).TrueAsync(ct);
        return [.. counts.Select(c => Table(ballot, c.Key, c.Table))];
    }

    private static TrueTable Table(Ballot ballot, string key, Counts table)
    {
        var parts = key.Split(':');
        var statement = parts.Length > 1 ? ballot.Priorities.Find(p => key == BallotTables.Of(parts[0], p.Id))?.Title : null;
        return table is ShareTable shares
            ? new(parts[0], statement, shares.Options, [.. shares.Groups.Select(g => (g.Label, g.People, g.Choosers))])
            : table is CountTable counts ? new(parts[0], statement, counts.Columns, [.. counts.Rows.Select((label, i) => (label, counts.RowTotal(i), counts.People[i]))])
            : throw new InvalidOperationException($"{table.GetType().Name} is no table of a ballot.");
    }
}
