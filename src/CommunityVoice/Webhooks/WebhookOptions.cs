namespace CommunityVoice.Webhooks;

/// <summary>Section "Webhooks": which hosts this site may call. While there is none, no webhook can be made.</summary>
public sealed class WebhookOptions
{
    /// <summary>Names of hosts in full, such as <c>hooks.example.org</c>.</summary>
    public List<string> AllowedHosts { get; } = [];

    /// <summary>A name without a point is one of an inner network.</summary>
    public bool IsRight => AllowedHosts.TrueForAll(h => h.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(h) == UriHostNameType.Dns);

    public bool Allows(Uri address) => AllowedHosts.Exists(h => string.Equals(h, address.IdnHost, StringComparison.OrdinalIgnoreCase));
}
