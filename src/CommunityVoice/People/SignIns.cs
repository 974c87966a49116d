using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.People;

/// <summary>What somebody asks for: a sign-in for this address, then this page, with a protected draft to publish, in place of an earlier request.</summary>
public sealed record SignInAsked(string Email, string? Network = null, string? ReturnUrl = null, string? Draft = null, long? Replaces = null);

/// <summary>What became of asking.</summary>
public enum AskOutcome
{
    Sent,
    TooManyForAddress,
    TooManyFromNetwork,
}

/// <summary>What became of typing a code.</summary>
public enum CodeOutcome
{
    Right,
    Wrong,

    /// <summary>Used, run out, superseded, or guessed too often.</summary>
    Gone,
}

/// <summary>The person who signed in, and whether this made their account.</summary>
public sealed record SignedIn(Person Person, bool IsNew);

/// <summary>
/// Signing in by a link or a code sent by e-mail. Asking does the same whether or not the address has an account;
/// the account is looked for, or made, only when the request is completed.
/// </summary>
public sealed class SignIns(CommunityVoiceDb db, Letters letters, SiteAddress site, ServerKeys keys, TimeProvider clock)
{
    public const int MostForAddress = 5;
    public const int MostFromNetwork = 40;
    public static readonly TimeSpan Spell = TimeSpan.FromMinutes(15);

    /// <summary>Writes the letter and answers the secret that binds the code to the browser that asked.</summary>
    public async Task<(AskOutcome Outcome, string Browser)> AskAsync(SignInAsked asked, CancellationToken ct)
    {
        var key = await KeyAsync(ct);
        var now = clock.GetUtcNow();
        var network = Hashes.Keyed(key, "network", asked.Network ?? "");
        var (browser, link, code) = (Hashes.RandomHex(16), Hashes.RandomHex(32), RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture));
        var browserHash = Hashes.Keyed(key, "browser", browser);
        var outcome = await db.TransactAsync(async () =>
        {
            if (await LimitAsync(asked.Email, asked.Network is null ? null : network, now, ct) is var limit and not AskOutcome.Sent) return limit;
            await db.SignInRequests.Where(r => (r.Email == asked.Email || r.Id == asked.Replaces) && r.UsedAt == null && r.SupersededAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(r => r.SupersededAt, now).SetProperty(r => r.Draft, (string?)null), ct);
            db.SignInRequests.Add(new SignInRequest(
                asked.Email, Hashes.Keyed(key, "code", browserHash, code), Hashes.Keyed(key, "link", link), browserHash, asked.ReturnUrl, asked.Draft, now, network));
            letters.Write(asked.Email, "sign-in", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["code"] = code,
                ["link"] = site.To($"/account/sign-in/link/{link}"),
                ["expires"] = UkTime.Local(now + SignInRequest.Lifetime).ToString("HH:mm", CultureInfo.InvariantCulture),
            });
            await db.SaveChangesAsync(ct);
            return AskOutcome.Sent;
        }, ct);
        return (outcome, browser);
    }

    /// <summary>The newest request asked for in this browser in the last 24 hours, live or not.</summary>
    public async Task<SignInRequest?> OfBrowserAsync(string? browser, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(browser)) return null;
        var hash = Hashes.Keyed(await KeyAsync(ct), "browser", browser);
        var since = clock.GetUtcNow() - SignInRequest.DraftLifetime;
        return await db.SignInRequests.AsNoTracking().Where(r => r.BrowserHash == hash && r.CreatedAt > since).OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>The request that a link belongs to, while it is live.</summary>
    public async Task<SignInRequest?> OfLinkAsync(string token, CancellationToken ct)
    {
        var hash = Hashes.Keyed(await KeyAsync(ct), "link", token);
        var request = await db.SignInRequests.AsNoTracking().SingleOrDefaultAsync(r => r.LinkHash == hash, ct);
        return request?.IsLiveAt(clock.GetUtcNow()) == true ? request : null;
    }

    /// <summary>Counts the try before it looks, so that tries made at once cannot outnumber those allowed.</summary>
    public async Task<CodeOutcome> TryCodeAsync(SignInRequest request, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var counted = await db.TransactAsync(() => db.SignInRequests
            .Where(r => r.Id == request.Id && r.UsedAt == null && r.SupersededAt == null && r.ExpiresAt > now && r.Tries < SignInRequest.TriesAllowed)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Tries, r => r.Tries + 1), ct), ct);
        if (counted == 0) return CodeOutcome.Gone;
        var typed = Hashes.Keyed(await KeyAsync(ct), "code", request.BrowserHash, code);
        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(typed), Encoding.ASCII.GetBytes(request.CodeHash))) return CodeOutcome.Right;
        return request.Tries + 1 < SignInRequest.TriesAllowed ? CodeOutcome.Wrong : CodeOutcome.Gone;
    }

    /// <summary>Uses the request up and answers its person, whose account is made if they had none; nobody when another was quicker.</summary>
    public Task<SignedIn?> CompleteAsync(SignInRequest request, string? name, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var claimed = await db.SignInRequests
            .Where(r => r.Id == request.Id && r.UsedAt == null && r.SupersededAt == null && r.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.UsedAt, now), ct);
        if (claimed == 0) return null;
        var normal = request.Email.ToUpperInvariant();
        var person = await db.People.SingleOrDefaultAsync(p => p.NormalizedEmail == normal, ct);
        var isNew = person is null;
        if (person is null)
        {
            person = new Person(request.Email, Named(name), now);
            db.People.Add(person);
            db.ActivityEntries.Add(new ActivityEntry(person.Id, "person.joined", "Person", null, null, now));
        }
        person.Confirm();
        person.Seen(now);
        await db.SaveChangesAsync(ct);
        return new SignedIn(person, isNew);
    }, ct);

    /// <summary>Called once the draft is published, so that nothing publishes it again.</summary>
    public Task ForgetDraftAsync(SignInRequest request, CancellationToken ct) => db.TransactAsync(
        () => db.SignInRequests.Where(r => r.Id == request.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Draft, (string?)null), ct), ct);

    /// <summary>Removes requests older than a draft may be kept.</summary>
    public Task<int> ForgetOldAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - SignInRequest.DraftLifetime;
        return db.TransactAsync(() => db.SignInRequests.Where(r => r.CreatedAt < before).ExecuteDeleteAsync(ct), ct);
    }

    private async Task<AskOutcome> LimitAsync(string email, string? network, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - Spell;
        if (await db.SignInRequests.CountAsync(r => r.Email == email && r.CreatedAt > since, ct) >= MostForAddress) return AskOutcome.TooManyForAddress;
        if (network is null) return AskOutcome.Sent;
        return await db.SignInRequests.CountAsync(r => r.NetworkHash == network && r.CreatedAt > since, ct) >= MostFromNetwork
            ? AskOutcome.TooManyFromNetwork : AskOutcome.Sent;
    }

    private Task<byte[]> KeyAsync(CancellationToken ct) => keys.GetAsync("sign-in", ct);

    // A name that tells nothing of the address, until its owner chooses one.
    private static string Named(string? name) => string.IsNullOrWhiteSpace(name)
        ? $"Neighbour {RandomNumberGenerator.GetInt32(1000, 10_000).ToString(CultureInfo.InvariantCulture)}"
        : name.Trim()[..Math.Min(name.Trim().Length, Person.DisplayNameMaxLength)];
}
