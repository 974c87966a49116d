using CommunityVoice.Areas;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>
/// A theme that shares a row with those of its name elsewhere: whose it is, in which place, and its own number of comments, where that is told. Place: none for
/// themes of areas above places.
/// </summary>
public sealed record ThemePart(string Area, string AreaSlug, string? Place, string? PlaceSlug, string Slug, int? Comments)
{
    public string Path => $"/areas/{AreaSlug}/themes/{Slug}";

    /// <summary>As files write it: its page, and its comments behind a space.</summary>
    public string Cell() => Comments is { } comments ? $"{Path} {comments}" : Path;
}

/// <summary>A theme of a comment that was given several of some themes. IsCopied: others wrote it in nearly the same words.</summary>
public sealed record GivenTwice(long ThemeId, long CommentId, long AreaId, bool IsCopied);

/// <summary>
/// Above places, themes of one name in several places are one row, whose number is of comments, each once. Comments can be read, so their sum tells nothing new;
/// whatever is protected beside them stays with each theme.
/// </summary>
public static class SameNames
{
    private const int LongestInAnchor = 60;

    /// <summary>Names that differ in capital letters and spaces alone are one.</summary>
    public static string KeyOf(string name) => OneSpace(name).ToUpperInvariant();

    public static string OneSpace(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Where the row stands on the list of an area's themes, by its name alone, so that it stays there.</summary>
    public static string Anchor(string name) => $"theme-{Slug.Of(KeyOf(name), LongestInAnchor)}-{Hashes.Sha256(KeyOf(name))[..6]}";

    public static string Path(string areaSlug, string name) => $"/areas/{areaSlug}/themes#{Anchor(name)}";

    /// <summary>Themes of one name together where they belong to different places, or to a place and to an area above; all others alone.</summary>
    public static IEnumerable<IReadOnlyList<T>> Together<T>(IEnumerable<T> themes, PlacesAround places, Func<T, (string Name, long AreaId)> of)
    {
        foreach (var named in themes.GroupBy(t => KeyOf(of(t).Name), StringComparer.Ordinal))
        {
            if (named.Select(t => places.Of(of(t).AreaId)?.Id ?? of(t).AreaId).Distinct().Skip(1).Any())
            {
                yield return [.. named];
                continue;
            }
            foreach (var theme in named) yield return [theme];
        }
    }

    /// <summary>Parts of a row, those with most comments first.</summary>
    public static IReadOnlyList<ThemePart> InOrder(IEnumerable<ThemePart> parts) =>
        [.. parts.OrderByDescending(p => p.Comments).ThenBy(p => p.Area, StringComparer.Ordinal).ThenBy(p => p.Path, StringComparer.Ordinal)];

    /// <summary>By theme, the comments that were given another of these themes with its name too.</summary>
    public static async Task<ILookup<long, GivenTwice>> GivenTwiceAsync(CommunityVoiceDb db, IQueryable<Coding> codings, List<long> themes, CancellationToken ct)
    {
        if (themes.Count == 0) return Array.Empty<GivenTwice>().ToLookup(c => c.ThemeId);
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // this runs in the database, which has no culture to name
        var given = await codings.AsNoTracking().Where(c => themes.Contains(c.ThemeId)
                && db.Codings.Any(o => o.CommentId == c.CommentId && o.ThemeId != c.ThemeId && themes.Contains(o.ThemeId) && o.Theme.Name.Replace(" ", "").ToUpper() == c.Theme.Name.Replace(" ", "").ToUpper()))
#pragma warning restore CA1304, CA1311, CA1862, MA0011
            .Select(c => new GivenTwice(c.ThemeId, c.CommentId, c.Comment.Consultation.AreaId, db.NearCopies.Any(n => n.CommentId == c.CommentId))).ToListAsync(ct);
        return given.ToLookup(c => c.ThemeId);
    }

    /// <summary>How often the same was counted for several of the themes in a row, beyond once.</summary>
    public static int Beyond(IEnumerable<long> counted) => counted.GroupBy(c => c).Sum(g => g.Count() - 1);
}
