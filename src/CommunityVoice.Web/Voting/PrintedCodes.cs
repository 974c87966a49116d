using System.Globalization;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityVoice.Web.Voting;

/// <summary>
/// Carries codes that were just made from the page that shows them to their file, sealed for one ballot and for an hour, since the site keeps
/// only their hashes.
/// </summary>
public sealed class PrintedCodes(IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);
    private readonly IDataProtector protector = protection.CreateProtector("Printed codes");

    public string Seal(long ballotId, IReadOnlyList<string> codes) =>
        For(ballotId).Protect(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow().UtcTicks} {string.Join(' ', codes)}"));

    /// <summary>The codes; none when they are another ballot's, too old or were never sealed here.</summary>
    public IReadOnlyList<string>? Open(long ballotId, string? @sealed)
    {
        if (string.IsNullOrEmpty(@sealed)) return null;
        try
        {
            var parts = For(ballotId).Unprotect(@sealed).Split(' ');
            var at = new DateTimeOffset(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.Zero);
            return clock.GetUtcNow() - at <= Lifetime ? parts[1..] : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(long ballotId) => protector.CreateProtector(ballotId.ToString(CultureInfo.InvariantCulture));
}
