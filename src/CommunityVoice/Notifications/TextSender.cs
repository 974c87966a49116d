using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Notifications;

/// <summary>
/// Sends the texts in the outbox that are due: codes first and while they work, news between nine and seven and to each person once a day at most. One
/// process at a time; a text that fails waits longer each time, and ends the round, as the next would fail too.
/// </summary>
public sealed partial class TextSender(CommunityVoiceDb db, Leases leases, ISms sms, IOptions<SmsOptions> options, TimeProvider clock, ILogger<TextSender> logger)
{
    private const int AtOnce = 50;
    private static readonly TimeOnly From = new(9, 0);
    private static readonly TimeOnly Until = new(19, 0);

    // Whoever takes a text to send it has it this long; then it is anybody's again.
    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(2);

    public static bool MayTellNewsAt(DateTimeOffset now) => TimeOnly.FromDateTime(UkTime.Local(now).DateTime).IsBetween(From, Until);

    /// <summary>Sends one batch and answers how many texts went out.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        var due = Due(clock.GetUtcNow());
        if (!options.Value.IsUsed || !await due.AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync("texts", TimeSpan.FromMinutes(2), ct)) return 0;
        var (sent, told) = (0, new HashSet<Guid>());
        var waiting = due.OrderByDescending(t => t.Kind == TextKind.Code).ThenBy(t => t.WrittenAt).ThenBy(t => t.Id); // somebody waits for a code
        foreach (var text in await waiting.Select(t => new { t.Id, t.PersonId, t.Kind }).Take(AtOnce).ToListAsync(ct))
        {
            if (text.Kind == TextKind.News && !told.Add(text.PersonId)) continue;
            var outcome = await TrySendAsync(text.Id, ct); // each on its own, so that a crash repeats one at most
            if (outcome == Outcome.Failed) break;
            if (outcome == Outcome.Sent) sent++;
        }
        return sent;
    }

    private IQueryable<TextMessage> Due(DateTimeOffset now)
    {
        var (isDaytime, today, fresh) = (MayTellNewsAt(now), UkTime.StartOf(UkTime.Day(now)), now - PhoneCode.Lifetime);
        return db.TextMessages.Where(t => t.SentAt == null && t.Tries < Letter.MostTries && (t.TryAgainAt == null || t.TryAgainAt <= now)
            && ((t.Kind == TextKind.Code && t.WrittenAt > fresh)
                || (t.Kind == TextKind.News && isDaytime && !db.TextMessages.Any(s => s.PersonId == t.PersonId && s.Kind == TextKind.News && s.SentAt >= today))));
    }

    private async Task<Outcome> TrySendAsync(Guid id, CancellationToken ct)
    {
        if (await TakeAsync(id, ct) is not { } text) return Outcome.NotSent;
        var outcome = Outcome.NotSent;
        try
        {
            await sms.SendAsync(text, ct);
            text.Sent(clock.GetUtcNow());
            outcome = Outcome.Sent;
        }
        catch (LetterRefusedException e)
        {
            text.Refused();
            LogRefused(id, text.Kind, e.Message);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            text.Failed(clock.GetUtcNow());
            LogFailed(id, text.Kind, text.Tries, e.GetType().Name);
            outcome = Outcome.Failed;
        }
        await db.TryChangeAsync(ct); // its number may have been removed meanwhile
        return outcome;
    }

    // The try is counted first, so that nobody adds to a text on its way and no other node sends it too.
    private Task<TextMessage?> TakeAsync(Guid id, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var until = now + Taken;
        var isOurs = await db.TextMessages.Where(t => t.Id == id && t.SentAt == null && (t.TryAgainAt == null || t.TryAgainAt <= now))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Tries, t => t.Tries + 1).SetProperty(t => t.TryAgainAt, until), ct) == 1;
        return isOurs ? await db.TextMessages.SingleAsync(t => t.Id == id, ct) : null;
    }, ct);

    [LoggerMessage(LogLevel.Error, "Text {Text} ({Kind}) was refused and is not tried again: {Problem}")]
    private partial void LogRefused(Guid text, TextKind kind, string problem);

    // The exception's message may quote a number, so only its kind is logged.
    [LoggerMessage(LogLevel.Warning, "Text {Text} ({Kind}) was not sent, try {Try}: {Problem}")]
    private partial void LogFailed(Guid text, TextKind kind, int @try, string problem);

    // Of one that is not sent another may be; after one that failed, none is tried.
    private enum Outcome
    {
        NotSent,
        Sent,
        Failed,
    }
}
