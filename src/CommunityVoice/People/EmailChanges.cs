using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.People;

/// <summary>A change of address that waits for the new address to confirm it.</summary>
public sealed record EmailChange(Guid PersonId, string From, string To, DateTimeOffset AskedAt);

/// <summary>What became of confirming one.</summary>
public enum EmailChangeOutcome
{
    Changed,

    /// <summary>Too old, or the address was changed meanwhile.</summary>
    Gone,

    /// <summary>The new address belongs to another account.</summary>
    Taken,
}

/// <summary>Changes an e-mail address once letters to the new one were shown to arrive, and tells the old one.</summary>
public sealed class EmailChanges(CommunityVoiceDb db, Letters letters, SiteAddress site, IDataProtectionProvider protection, TimeProvider clock)
{
    private const string Asked = "person.address-asked";
    private readonly IDataProtector protector = protection.CreateProtector("CommunityVoice.EmailChanges");

    /// <summary>Writes to the new address; answers false when too many were asked for. Says nothing about whether it has an account.</summary>
    public Task<bool> AskAsync(Person person, string to, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var since = now - SignIns.Spell;
        if (await db.ActivityEntries.CountAsync(e => e.PersonId == person.Id && e.Verb == Asked && e.At > since, ct) >= SignIns.MostForAddress) return false;
        var token = protector.Protect(JsonSerializer.Serialize(new EmailChange(person.Id, person.Email!, to, now)));
        db.ActivityEntries.Add(new ActivityEntry(person.Id, Asked, "Person", null, null, now));
        letters.Write(to, "email-change", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = person.DisplayName,
            ["link"] = site.To($"/account/email/{token}"),
            ["expires"] = UkTime.Local(now + SignInRequest.Lifetime).ToString("HH:mm", CultureInfo.InvariantCulture),
        });
        await db.SaveChangesAsync(ct);
        return true;
    }, ct);

    /// <summary>The change that a link stands for; none when the link is too old or was altered, or the address was changed meanwhile.</summary>
    public async Task<EmailChange?> OfLinkAsync(string token, CancellationToken ct)
    {
        try
        {
            var change = JsonSerializer.Deserialize<EmailChange>(protector.Unprotect(token))!;
            var isFresh = clock.GetUtcNow() - change.AskedAt < SignInRequest.Lifetime;
            return isFresh && await db.People.AnyAsync(p => p.Id == change.PersonId && p.Email == change.From, ct) ? change : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public async Task<EmailChangeOutcome> ConfirmAsync(EmailChange change, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.People.SingleOrDefaultAsync(p => p.Id == change.PersonId, ct) is not { } person || person.Email != change.From) return EmailChangeOutcome.Gone;
        person.MoveTo(change.To);
        if (await db.Readers.SingleOrDefaultAsync(r => r.PersonId == person.Id, ct) is { } reader) reader.TryAgain();
        db.ActivityEntries.Add(new ActivityEntry(person.Id, "person.address-changed", "Person", null, null, now, ActivityValues.Of(change.From, change.To)));
        letters.Write(change.From, "email-changed", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = person.DisplayName,
            ["link"] = site.To("/contact"),
        });
        return await db.TrySaveAsync(ct) ? EmailChangeOutcome.Changed : EmailChangeOutcome.Taken;
    }
}
