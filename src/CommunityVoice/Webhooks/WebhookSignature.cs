using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityVoice.Webhooks;

/// <summary>Says that a call is from this site and was not changed on its way: an HMAC of the time and the body under a secret that only the receiver knows besides.</summary>
public static class WebhookSignature
{
    public const string Header = "CommunityVoice-Signature";
    public const string IdHeader = "CommunityVoice-Id";
    public const string TimeHeader = "CommunityVoice-Timestamp";

    public static string Of(string secret, string body, DateTimeOffset at)
    {
        var time = Time(at);
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")))}";
    }

    /// <summary>Seconds since 1970.</summary>
    public static string Time(DateTimeOffset at) => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
