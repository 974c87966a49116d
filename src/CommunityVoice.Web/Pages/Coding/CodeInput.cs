using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Themes;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>Which comments get which themes.</summary>
public sealed class CodeInput
{
    public List<long> Ids { get; set; } = [];

    [Display(Name = "Themes")]
    public List<long> Themes { get; set; } = [];

    [StringLength(Theme.NameMaxLength)]
    [Display(Name = "Or a new theme")]
    public string? NewTheme { get; set; }

    /// <summary>Not only the chosen comments but all that match the filter; asked once more before it happens.</summary>
    public bool Everything { get; set; }

    /// <summary>Those in nearly the same words too.</summary>
    public bool WithCopies { get; set; }

    /// <summary>Take the themes off instead.</summary>
    public bool Takes { get; set; }
}

/// <summary>Makes a theme on the way, or finds the one that is there already.</summary>
internal static class NewThemes
{
    public static async Task<long> FindOrAddAsync(CommunityVoiceDb db, long areaId, string name, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        var slug = Slug.Of(name, 100);
        if (await db.Themes.SingleOrDefaultAsync(t => t.AreaId == areaId && t.Slug == slug, ct) is { } there)
        {
            there.BringBack();
            await db.SaveChangesAsync(ct);
            return there.Id;
        }
        var theme = new Theme(await db.Areas.SingleAsync(a => a.Id == areaId, ct), name.Trim(), slug);
        db.Themes.Add(theme);
        db.ActivityEntries.Add(new ActivityEntry(by, "theme.added", nameof(Area), areaId, theme.Name, now));
        return await db.TrySaveAsync(ct) ? theme.Id : await FindOrAddAsync(db, areaId, name, by, now, ct);
    }
}

/// <summary>Writes a filter as the query of an address, so that every view of the list can be linked to.</summary>
internal static class FilterAddress
{
    public static string Of(CommentFilter filter, IEnumerable<(string Key, string? Value)> also)
    {
        (string Key, string? Value)[] all =
        [
            ("q", filter.Q), ("theme", filter.Theme?.ToString(CultureInfo.InvariantCulture)), ("voice", filter.Voice?.ToString()),
            ("uncoded", filter.Uncoded ? "true" : null), ("few", filter.Few ? "true" : null), .. also,
        ];
        return new QueryBuilder(all.Where(a => !string.IsNullOrEmpty(a.Value)).Select(a => KeyValuePair.Create(a.Key, a.Value!))).ToString();
    }
}
