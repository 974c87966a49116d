using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.People;

/// <summary>The numbers that texts go to: added by a code that is texted to them, and removed in one step, on the site or by an answer.</summary>
public sealed class Phones(CommunityVoiceDb db, Texts texts, ServerKeys keys, TextBell bell, TimeProvider clock)
{
    /// <summary>Each code costs money, so there are few a day, for a person and for a number.</summary>
    public const int MostCodes = 5;
    public static readonly TimeSpan Spell = TimeSpan.FromHours(24);

    // What was sent is counted until then; of the text itself nothing is kept.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(70);

    // News that did not go out by then are old; in a code that did not, there is nothing to count.
    private static readonly TimeSpan Waits = TimeSpan.FromDays(7);

    public Task<string?> NumberAsync(Guid personId, CancellationToken ct) => db.Phones.Where(p => p.PersonId == personId).Select(p => p.Number).SingleOrDefaultAsync(ct);

    /// <summary>Texts a code there; answers false when too many were asked for.</summary>
    public async Task<bool> AskAsync(Guid personId, string number, CancellationToken ct)
    {
        var key = await KeyAsync(ct);
        var (now, numberHash) = (clock.GetUtcNow(), Hashes.Keyed(key, "number", number));
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var isSent = await db.TransactAsync(async () =>
        {
            var since = now - Spell;
            if (await db.PhoneCodes.CountAsync(c => c.PersonId == personId && c.AskedAt > since, ct) >= MostCodes) return false;
            if (await db.PhoneCodes.CountAsync(c => c.NumberHash == numberHash && c.AskedAt > since, ct) >= MostCodes) return false;
            await SupersedeAsync(db.PhoneCodes.Where(c => c.PersonId == personId), now, ct);
            await db.TextMessages.Where(t => t.PersonId == personId && t.Kind == TextKind.Code && t.SentAt == null).ExecuteDeleteAsync(ct);
            var asked = new PhoneCode(personId, number, numberHash, HashOf(key, number, code), now);
            db.PhoneCodes.Add(asked);
            texts.WriteCode(personId, number, code, asked.ExpiresAt, now);
            await db.SaveChangesAsync(ct);
            return true;
        }, ct);
        if (isSent) bell.Ring();
        return isSent;
    }

    /// <summary>The newest code that somebody asked for and has not used, whether it still works or not.</summary>
    public Task<PhoneCode?> AskedAsync(Guid personId, CancellationToken ct) =>
        db.PhoneCodes.AsNoTracking().Where(c => c.PersonId == personId && c.UsedAt == null && c.SupersededAt == null).OrderByDescending(c => c.Id).FirstOrDefaultAsync(ct);

    /// <summary>Counts the try before it looks, so that tries made at once cannot outnumber those allowed. The right one makes texts go there.</summary>
    public async Task<CodeOutcome> TryCodeAsync(PhoneCode asked, string code, CancellationToken ct)
    {
        var (key, now) = (await KeyAsync(ct), clock.GetUtcNow());
        return await db.TransactAsync(async () =>
        {
            var counted = await db.PhoneCodes
                .Where(c => c.Id == asked.Id && c.UsedAt == null && c.SupersededAt == null && c.ExpiresAt > now && c.Tries < PhoneCode.TriesAllowed)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), ct);
            if (counted == 0) return CodeOutcome.Gone;
            var isRight = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(HashOf(key, asked.Number, code)), Encoding.ASCII.GetBytes(asked.CodeHash));
            if (!isRight) return asked.Tries + 1 < PhoneCode.TriesAllowed ? CodeOutcome.Wrong : CodeOutcome.Gone;
            await ConfirmAsync(asked, now, ct);
            return CodeOutcome.Right;
        }, ct);
    }

    /// <summary>Removes somebody's number, and the texts that wait; done before is done.</summary>
    public Task RemoveAsync(Guid personId, CancellationToken ct) =>
        RemoveAsync(db.Phones.Where(p => p.PersonId == personId), db.PhoneCodes.Where(c => c.PersonId == personId), db.TextMessages.Where(t => t.PersonId == personId), ct);

    /// <summary>Whoever has this number wants no more texts: it is removed, whoever gave it.</summary>
    public Task StopAsync(string number, CancellationToken ct) =>
        RemoveAsync(db.Phones.Where(p => p.Number == number), db.PhoneCodes.Where(c => c.Number == number), db.TextMessages.Where(t => t.To == number), ct);

    /// <summary>Removes codes once they count for no limit, texts that never went out, and what is left of texts long after they went.</summary>
    public Task ForgetOldAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (codes, news, sent) = (now - Spell, now - Waits, now - Remembered);
        return db.TransactAsync(async () =>
        {
            await db.PhoneCodes.Where(c => c.AskedAt <= codes).ExecuteDeleteAsync(ct);
            await db.TextMessages.Where(t => t.WrittenAt <= sent || (t.SentAt == null && (t.WrittenAt <= news || (t.Kind == TextKind.Code && t.WrittenAt <= codes)))).ExecuteDeleteAsync(ct);
        }, ct);
    }

    private async Task ConfirmAsync(PhoneCode asked, DateTimeOffset now, CancellationToken ct)
    {
        var (person, number) = (asked.PersonId, asked.Number);
        await db.PhoneCodes.Where(c => c.Id == asked.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now).SetProperty(c => c.Number, ""), ct);
        await db.Phones.Where(p => p.PersonId == person).ExecuteDeleteAsync(ct);
        await db.TextMessages.Where(t => t.PersonId == person && t.Kind == TextKind.News && t.SentAt == null && t.To != "").ExecuteUpdateAsync(set => set.SetProperty(t => t.To, number), ct);
        db.Phones.Add(new Phone(person, number, now));
        await db.SaveChangesAsync(ct);
    }

    private Task RemoveAsync(IQueryable<Phone> phones, IQueryable<PhoneCode> codes, IQueryable<TextMessage> waiting, CancellationToken ct) => db.TransactAsync(async () =>
    {
        await SupersedeAsync(codes, clock.GetUtcNow(), ct);
        await waiting.Where(t => t.SentAt == null).ExecuteDeleteAsync(ct);
        await phones.ExecuteDeleteAsync(ct);
    }, ct);

    private static Task<int> SupersedeAsync(IQueryable<PhoneCode> codes, DateTimeOffset now, CancellationToken ct) => codes.Where(c => c.UsedAt == null && c.SupersededAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(c => c.SupersededAt, now).SetProperty(c => c.Number, ""), ct);

    private static string HashOf(byte[] key, string number, string code) => Hashes.Keyed(key, "code", number, code);

    private Task<byte[]> KeyAsync(CancellationToken ct) => keys.GetAsync("phone", ct);
}
