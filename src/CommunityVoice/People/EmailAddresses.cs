using System.Net.Mail;

namespace CommunityVoice.People;

/// <summary>Reads e-mail addresses as people type them.</summary>
public static class EmailAddresses
{
    public const int MaxLength = 254;

    /// <summary>The address in lower case; none when it cannot be one that letters reach.</summary>
    public static string? Read(string? typed)
    {
        var text = typed?.Trim() ?? "";
        if (text.Length is 0 or > MaxLength || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))) return null;
        if (!MailAddress.TryCreate(text, out var address) || address.Address != text || text.Contains('"', StringComparison.Ordinal)) return null;
        return address.Host.Contains('.', StringComparison.Ordinal) && address.Host[^1] is not '.' and not ']' ? text.ToLowerInvariant() : null;
    }
}
