using CommunityVoice.Data;
using CommunityVoice.Follows;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Notifications;

/// <summary>What became of a letter after it left, as whoever carries it tells.</summary>
public enum DeliveryState
{
    Delivered,

    /// <summary>Not now, such as a full mailbox.</summary>
    TemporaryFailure,

    /// <summary>Never: there is no such address.</summary>
    PermanentFailure,

    /// <summary>Something went wrong on the way.</summary>
    TechnicalFailure,
}

/// <summary>
/// Takes in what became of letters (rule R-H3). Told twice is told once. Where an address is wrong for good, letters with news to it pause until its reader
/// chooses again; letters that somebody asked for, such as a code to sign in, still go.
/// </summary>
public sealed class Deliveries(CommunityVoiceDb db, TimeProvider clock)
{
    /// <summary>False where there is no such letter.</summary>
    public Task<bool> TellAsync(Guid letterId, DeliveryState state, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (await db.Letters.SingleOrDefaultAsync(l => l.Id == letterId, ct) is not { } letter) return false;
        var now = clock.GetUtcNow();
        if (letter.Told(state, now) && state == DeliveryState.PermanentFailure) await PauseAsync(letter, now, ct);
        await db.SaveChangesAsync(ct);
        return true;
    }, ct);

    private async Task PauseAsync(Letter letter, DateTimeOffset now, CancellationToken ct)
    {
        var address = letter.To;
        if (await db.Readers.Include(r => r.Follows).SingleOrDefaultAsync(r => r.Email == address || r.Person!.Email == address, ct) is not { } reader) return;
        reader.CannotBeReached(now);
        await db.Letters.Where(l => l.To == address && l.Id != letter.Id && l.Kind == Digest.Kind && l.SentAt == null).ExecuteDeleteAsync(ct);
    }
}
