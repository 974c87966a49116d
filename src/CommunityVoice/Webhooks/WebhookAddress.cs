namespace CommunityVoice.Webhooks;

/// <summary>Reads the address of a webhook: https, a host by its name, its usual port, and nothing secret in it.</summary>
public static class WebhookAddress
{
    /// <summary>None when it is not such an address.</summary>
    public static Uri? Read(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address is { IsDefaultPort: true, HostNameType: UriHostNameType.Dns, UserInfo.Length: 0, Fragment.Length: 0 } && address.Scheme == Uri.UriSchemeHttps && address.AbsoluteUri.Length <= Webhook.AddressMaxLength
            ? address : null;
}
