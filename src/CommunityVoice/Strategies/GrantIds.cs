using System.Globalization;
using CommunityVoice.Bodies;

namespace CommunityVoice.Strategies;

/// <summary>The ids of grants and of organisations in 360Giving data (rule R-H12), behind the prefix of whoever publishes them.</summary>
public sealed class GrantIds(string prefix)
{
    private const string Neutral = "CommunityVoice";

    /// <summary>The letters and digits of a site's name, for a site that was given no prefix.</summary>
    public static string PrefixOf(string siteName) => string.Concat(siteName.Where(char.IsAsciiLetterOrDigit)) is { Length: > 0 } letters ? letters : Neutral;

    /// <summary>The same in every version: a line keeps its number.</summary>
    public string Of(BudgetLine line) => string.Create(CultureInfo.InvariantCulture, $"360G-{prefix}-{line.Version.Strategy.Slug}-{line.Number}");

    /// <summary>As registers know a body, or else by its number, which stays when its address moves; of somebody who is no body of this site, made from the name.</summary>
    public string Of(Body? body, string name) => body?.OrganisationId ?? $"360G-{prefix}-ORG:{body?.Id.ToString(CultureInfo.InvariantCulture) ?? OfName(name)}";

    // Names without Latin letters, or the same but for their marks, are told apart by the end.
    private static string OfName(string name) => $"name-{Slug.Of(name)}-{Hashes.Sha256(name.Trim().ToUpperInvariant())[..8]}";
}
