using CommunityVoice.Markup;
using CommunityVoice.Notifications;

namespace CommunityVoice.Elements;

/// <summary>UUIDs of what other directories know by them: made from this site's address and what a thing is, so that they stay the same (RFC 9562, version 8).</summary>
public sealed class ServiceIds(SiteAddress site)
{
    /// <summary>The one it came with, where that is a UUID; else one of its own.</summary>
    public Guid Of(Element element) => Guid.TryParseExact(element.DirectoryId, "D", out var known) ? known : Of("element", FormattableString.Invariant($"{element.Id}"));

    public Guid Of(string kind, string key)
    {
        var hash = Convert.FromHexString(Hashes.Sha256(site.Home.AbsoluteUri, kind, key));
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }

    /// <summary>A number as somebody typed it or a file holds it, always written in one way; none where there is none.</summary>
    public static string? Tidy(string? id) => CleanText.OneLine(id) is not { Length: > 0 } text ? null : Guid.TryParse(text, out var uuid) ? $"{uuid:D}" : text;
}
