using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityVoice.Web.Voting;

/// <summary>
/// Carries choices and receipt codes from one page to the next in the address, sealed for one person and ballot and for half an hour,
/// so that nothing readable stays in the browser's history or a log.
/// </summary>
public sealed class VoteTickets(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private readonly IDataProtector protector = protection.CreateProtector("Vote");

    public string Write(long ballotId, Guid personId, string text) =>
        protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{ballotId}|{personId:N}|{clock.GetUtcNow().UtcTicks}|{text}"));

    /// <summary>What was written; none when it is somebody else's, too old or no ticket at all.</summary>
    public string? Read(long ballotId, Guid personId, string? ticket)
    {
        if (string.IsNullOrEmpty(ticket)) return null;
        try
        {
            var parts = protector.Unprotect(ticket).Split('|', 4);
            var isTheirs = long.Parse(parts[0], CultureInfo.InvariantCulture) == ballotId && Guid.ParseExact(parts[1], "N") == personId;
            var at = new DateTimeOffset(long.Parse(parts[2], CultureInfo.InvariantCulture), TimeSpan.Zero);
            return isTheirs && clock.GetUtcNow() - at <= Lifetime ? parts[3] : null;
        }
        catch (Exception e) when (e is System.Security.Cryptography.CryptographicException or FormatException)
        {
            return null;
        }
    }
}
