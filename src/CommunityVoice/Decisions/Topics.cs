using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Decisions;

/// <summary>One thing that a decision has to answer: a theme, or a finding of the summary that stands under no theme.</summary>
public sealed record Topic(string Name, long? ThemeId, long? FindingId, int Comments)
{
    /// <summary>Names it in a form: "theme-12" or "finding-34".</summary>
    public string Key => ThemeId is { } theme ? $"theme-{theme}" : $"finding-{FindingId}";
}

/// <summary>What a decision has to answer: each theme that comments of the consultation were given or a finding stands under, then each finding without one.</summary>
public static class Topics
{
    public static async Task<IReadOnlyList<Topic>> OfAsync(CommunityVoiceDb db, long consultationId, long versionId, CancellationToken ct)
    {
        var comments = db.Comments.Visible().Where(c => c.ConsultationId == consultationId);
        var themes = await db.Themes.AsNoTracking()
            .Select(t => new
            {
                t.Id,
                t.Name,
                Comments = comments.Count(c => db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == t.Id)),
                IsFound = db.Findings.Any(f => f.VersionId == versionId && f.ThemeId == t.Id),
            })
            .Where(t => t.Comments > 0 || t.IsFound).ToListAsync(ct);
        var findings = await db.Findings.AsNoTracking().Where(f => f.VersionId == versionId && f.ThemeId == null).OrderBy(f => f.Order).ThenBy(f => f.Id)
            .Select(f => new Topic(f.Heading, null, f.Id, f.Citations.Count(c => c.CommentId != null))).ToListAsync(ct);
        return [.. themes.OrderByDescending(t => t.Comments).ThenBy(t => t.Name, StringComparer.Ordinal).Select(t => new Topic(t.Name, t.Id, null, t.Comments)), .. findings];
    }
}
