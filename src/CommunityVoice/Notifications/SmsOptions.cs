namespace CommunityVoice.Notifications;

/// <summary>Section "Sms". Texts go by the key of a service, or into a folder to try them; where neither is given there are none, and no page speaks of them.</summary>
public sealed class SmsOptions
{
    /// <summary>Where texts are left as files, relative to the site's folder.</summary>
    public string? PickupFolder { get; set; }

    /// <summary>What each text begins with; the site's name when empty.</summary>
    public string Name { get; set; } = "";

    public NotifyOptions Notify { get; set; } = new();

    public bool IsUsed => Notify.IsUsed || !string.IsNullOrEmpty(PickupFolder);
}
