using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Finds addresses for new areas.</summary>
internal static class AreaSlugs
{
    /// <summary>One made of the name that no area has or had.</summary>
    public static async Task<string> FreeAsync(CommunityVoiceDb db, string name, CancellationToken ct)
    {
        var slug = Slug.Of(name, Area.SlugMaxLength - 4);
        var taken = await db.Areas.Where(a => a.Slug.StartsWith(slug)).Select(a => a.Slug)
            .Concat(db.FormerSlugs.Where(f => f.Kind == FormerSlug.OfArea && f.Slug.StartsWith(slug)).Select(f => f.Slug)).ToListAsync(ct);
        return Slug.Free(slug, taken);
    }
}
