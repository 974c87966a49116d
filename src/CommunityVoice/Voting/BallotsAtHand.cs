using System.Collections.Concurrent;
using System.Diagnostics;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Voting;

/// <summary>
/// Ballots with what they offer, kept in memory for the hot path: read again after any change of the ballot, its consultation or a statement that this
/// node hears of, and every few seconds in case something else changed them. They are shared: nobody may change them or save them.
/// </summary>
/// <remarks>Whether the closing seal has been set is never taken from here: whoever casts looks at it in the transaction.</remarks>
public sealed class BallotsAtHand(IServiceScopeFactory scopes, PageVersions versions)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);
    private readonly ConcurrentDictionary<long, Held> held = new();

    /// <summary>The ballot with its consultation and what it offers now; none where there is none.</summary>
    public async ValueTask<Ballot?> FindAsync(long id, CancellationToken ct)
    {
        if (held.TryGetValue(id, out var at) && Stopwatch.GetElapsedTime(at.Read) < Longest && versions.UnchangedSince(at.Since, at.Tags)) return at.Ballot;
        var (since, read) = (versions.Count, Stopwatch.GetTimestamp());
        await using var scope = scopes.CreateAsyncScope();
        var ballot = await scope.ServiceProvider.GetRequiredService<CommunityVoiceDb>().Ballots.AsNoTracking().WithOffer().SingleOrDefaultAsync(b => b.Id == id, ct);
        if (ballot is null) held.TryRemove(id, out _);
        else held[id] = new(ballot, since, read, [PageTag.Ballot(id), PageTag.Consultation(ballot.ConsultationId), PageTag.Site]);
        return ballot;
    }

    private sealed record Held(Ballot Ballot, long Since, long Read, IReadOnlyList<string> Tags);
}
