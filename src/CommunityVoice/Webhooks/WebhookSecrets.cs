using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityVoice.Webhooks;

/// <summary>Makes the secrets of webhooks, and protects them where they lie: they are needed to sign, so a hash would not do.</summary>
public sealed class WebhookSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("CommunityVoice.Webhooks");

    /// <summary>A new one, as its receiver is shown it once, and as it is kept.</summary>
    public (string Secret, string Kept) Make()
    {
        var secret = $"whsec_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";
        return (secret, protector.Protect(secret));
    }

    public string Open(string kept) => protector.Unprotect(kept);
}
