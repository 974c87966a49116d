using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CommunityVoice.Notifications;

/// <summary>Sends what lies in the outbox and is due. One process at a time; a letter that fails waits longer each time.</summary>
public sealed partial class LetterSender(CommunityVoiceDb db, Leases leases, IMailer mailer, TimeProvider clock, ILogger<LetterSender> logger)
{
    private const int AtOnce = 50;

    /// <summary>Sends one batch and answers how many letters went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waiting = db.Letters
            .Where(l => l.SentAt == null && l.Tries < Letter.MostTries && (l.TryAgainAt == null || l.TryAgainAt <= now))
            .OrderBy(l => l.WrittenAt).ThenBy(l => l.Id);
        if (!await waiting.AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync("letters", TimeSpan.FromMinutes(2), ct)) return 0;
        var due = await waiting.Take(AtOnce).ToListAsync(ct);
        var sent = 0;
        foreach (var letter in due)
        {
            if (await TrySendAsync(letter, ct)) sent++;
            await db.SaveChangesAsync(ct); // each on its own, so that a crash repeats one letter at most
        }
        return sent;
    }

    private async Task<bool> TrySendAsync(Letter letter, CancellationToken ct)
    {
        try
        {
            await mailer.SendAsync(letter, ct);
            letter.Sent(clock.GetUtcNow());
            return true;
        }
        catch (LetterRefusedException e)
        {
            letter.Refused();
            LogRefused(letter.Id, letter.Kind, e.Message);
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            letter.Failed(clock.GetUtcNow());
            LogFailed(letter.Id, letter.Kind, letter.Tries, e.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Letter {Letter} ({Kind}) was refused and is not tried again: {Problem}")]
    private partial void LogRefused(Guid letter, string kind, string problem);

    // The exception's message may quote an address, so only its kind is logged.
    [LoggerMessage(LogLevel.Warning, "Letter {Letter} ({Kind}) was not sent, try {Try}: {Problem}")]
    private partial void LogFailed(Guid letter, string kind, int @try, string problem);
}
