using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Notifications;

/// <summary>Section "Mail". Letters are files in a folder until an SMTP server or the key of a mail service is given.</summary>
public sealed class MailOptions
{
    /// <summary>Where letters are left as files, relative to the site's folder.</summary>
    [Required] public string PickupFolder { get; set; } = ".data/mail";

    [Required, EmailAddress] public string From { get; set; } = "no-reply@localhost";

    /// <summary>The name beside the sender's address; the site's name when empty.</summary>
    public string FromName { get; set; } = "";

    /// <summary>What whoever carries letters shows when it tells what became of them, at <c>/mail/delivered</c>; that address is closed while there is none.</summary>
    [MinLength(20)] public string? DeliveredToken { get; set; }

    public SmtpOptions Smtp { get; set; } = new();

    public NotifyOptions Notify { get; set; } = new();
}

/// <summary>Sections "Mail:Notify" and "Sms:Notify": letters, or texts, go by this service once a key is given.</summary>
public sealed class NotifyOptions
{
    /// <summary>Where the service answers, ending in a stroke.</summary>
    public Uri? Address { get; set; } = new("https://api.notifications.service.gov.uk/");

    /// <summary>A template with ((subject)) and ((body)); for texts with ((body)) alone.</summary>
    public Guid? TemplateId { get; set; }

    /// <summary>The key as the service hands it out.</summary>
    public string? Key { get; set; }

    /// <summary>The address that answers go to, by its id there; the service's own when empty.</summary>
    public Guid? ReplyToId { get; set; }

    public bool IsUsed => !string.IsNullOrEmpty(Key);

    public bool IsRight => !IsUsed || (NotifyKey.Read(Key) is not null && TemplateId is not null && Address is { IsAbsoluteUri: true } address && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback));
}

/// <summary>Section "Mail:Smtp".</summary>
public sealed class SmtpOptions
{
    /// <summary>Letters go to this server; none when empty.</summary>
    public string? Host { get; set; }

    [Range(1, 65535)] public int Port { get; set; } = 587;
    public bool Encrypted { get; set; } = true;
    public string? Name { get; set; }
    public string? Password { get; set; }
}
