using System.Text.Json.Serialization;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Discussion;
using CommunityVoice.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>A theme as open data, with the comments that can be seen behind it. Determinants: the codes that it is marked with.</summary>
public sealed record ThemeData([property: JsonIgnore] long Key, string Slug, string Name, string About, string Area, string AreaSlug, int Comments, string Path, IReadOnlyList<string> Determinants) : IKeyed
{
    /// <summary>The themes that somebody spoke of in these areas, with the comments made there.</summary>
    public static Task<List<ThemeData>> PageAsync(CommunityVoiceDb db, HashSet<long> areas, HashSet<long> unshared, long after, int limit, CancellationToken ct)
    {
        var visible = db.Comments.Visible().Where(c => areas.Contains(c.Consultation.AreaId) && !unshared.Contains(c.Consultation.AreaId));
        return db.Themes.AsNoTracking().Where(t => t.Id > after && db.Codings.Any(c => c.ThemeId == t.Id && visible.Any(v => v.Id == c.CommentId)))
            .OrderBy(t => t.Id).Take(limit)
            .Select(t => new ThemeData(t.Id, t.Slug, t.Name, t.About, t.Area.Name, t.Area.Slug, db.Codings.Count(c => c.ThemeId == t.Id && visible.Any(v => v.Id == c.CommentId)), $"/areas/{t.Area.Slug}/themes/{t.Slug}", DeterminantList.Codes(t.Determinants)))
            .ToListAsync(ct);
    }
}
