using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Follows;

/// <summary>Somebody asked for news by e-mail without an account. Nothing but one letter is sent until its link confirms that the address is theirs.</summary>
public sealed class NewsletterRequest : INeverOnCachedPages
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(48);

    private NewsletterRequest() { } // EF Core

    public NewsletterRequest(string email, FollowKey key, string linkHash, string networkHash, DateTimeOffset now) =>
        (Email, Kind, TargetId, Number, LinkHash, NetworkHash, AskedAt) = (email, key.Kind, key.Id, key.Number, linkHash, networkHash, now);

    public long Id { get; private set; }

    [Personal(DataClass.Contact)]
    public string Email { get; private set; } = "";

    [Personal(DataClass.Profile)]
    public FollowKind Kind { get; private set; }

    [Personal(DataClass.Profile)]
    public long TargetId { get; private set; }
    public int Number { get; private set; }

    [Personal(DataClass.Credential)]
    public string LinkHash { get; private set; } = "";

    /// <summary>Of the network it was asked from, to limit how many letters to strangers one network asks for.</summary>
    [Personal(DataClass.Credential)]
    public string NetworkHash { get; private set; } = "";
    public DateTimeOffset AskedAt { get; private set; }

    public FollowKey Key => new(Kind, TargetId, Number);
}

/// <summary>News for people without an account: asked for on a page, confirmed by a link, changed and stopped by the token in each letter.</summary>
public sealed class Newsletter(CommunityVoiceDb db, Readers readers, Following following, FollowTargets targets, Letters letters, SiteAddress site, ServerKeys keys, TimeProvider clock)
{
    public const int MostForAddress = SignIns.MostForAddress;

    /// <summary>Writes the letter that asks to confirm. Says nothing about whether the address is known.</summary>
    public async Task<AskOutcome> AskAsync(string email, FollowTarget target, string? network, CancellationToken ct)
    {
        var key = await keys.GetAsync("newsletter", ct);
        var (now, link, networkHash) = (clock.GetUtcNow(), Hashes.RandomHex(32), Hashes.Keyed(key, "network", network ?? ""));
        return await db.TransactAsync(async () =>
        {
            var since = now - SignIns.Spell;
            if (await db.NewsletterRequests.CountAsync(r => r.Email == email && r.AskedAt > since, ct) >= MostForAddress) return AskOutcome.TooManyForAddress;
            if (network is not null && await db.NewsletterRequests.CountAsync(r => r.NetworkHash == networkHash && r.AskedAt > since, ct) >= SignIns.MostFromNetwork)
                return AskOutcome.TooManyFromNetwork;
            db.NewsletterRequests.Add(new NewsletterRequest(email, target.Key, Hashes.Keyed(key, "link", link), networkHash, now));
            letters.Write(email, "newsletter-confirm", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["title"] = target.Title,
                ["link"] = site.To($"/newsletter/confirm/{link}"),
            });
            await db.SaveChangesAsync(ct);
            return AskOutcome.Sent;
        }, ct);
    }

    /// <summary>What a link would begin, while it is fresh and what it is about is still there.</summary>
    public async Task<FollowTarget?> OfLinkAsync(string link, CancellationToken ct) =>
        await RequestAsync(link, ct) is { } request ? await targets.FindAsync(request.Key, ct) : null;

    /// <summary>Begins the letters. The link is used up; its reader is the account with that address, where there is one.</summary>
    public Task<Reader?> ConfirmAsync(string link, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (await RequestAsync(link, ct) is not { } request || await targets.FindAsync(request.Key, ct) is null) return null;
        if (await db.NewsletterRequests.Where(r => r.Id == request.Id).ExecuteDeleteAsync(ct) == 0) return null;
        var reader = await readers.OfAddressAsync(request.Email, ct);
        await following.FollowAsync(reader, request.Key, ct);
        return reader;
    }, ct);

    /// <summary>Removes what nobody confirmed in time.</summary>
    public Task<int> ForgetOldAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow() - NewsletterRequest.Lifetime;
        return db.TransactAsync(() => db.NewsletterRequests.Where(r => r.AskedAt <= before).ExecuteDeleteAsync(ct), ct);
    }

    private async Task<NewsletterRequest?> RequestAsync(string link, CancellationToken ct)
    {
        var hash = Hashes.Keyed(await keys.GetAsync("newsletter", ct), "link", link);
        var request = await db.NewsletterRequests.AsNoTracking().SingleOrDefaultAsync(r => r.LinkHash == hash, ct);
        return request is not null && clock.GetUtcNow() < request.AskedAt + NewsletterRequest.Lifetime ? request : null;
    }
}
