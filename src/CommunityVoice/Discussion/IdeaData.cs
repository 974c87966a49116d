using System.Text.Json.Serialization;
using CommunityVoice.Data;
using CommunityVoice.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Discussion;

/// <summary>An idea that a body took on, as open data: as public as the comment that it became.</summary>
public sealed record IdeaData(
    [property: JsonIgnore] long Key, long Id, string Title, string Text, string Author, string Area, string AreaSlug, string AdoptedBy, string AdoptedBySlug, DateTimeOffset AdoptedAt,
    string Comment, string Path) : IKeyed
{
    public static Task<List<IdeaData>> PageAsync(CommunityVoiceDb db, long after, int limit, CancellationToken ct) =>
        db.Ideas.AsNoTracking().Where(i => i.Id > after && i.AdoptedAt != null && i.WithdrawnAt == null
                && i.Comment!.ShownAt != null && i.Comment.HeldAt == null && i.Comment.WithdrawnAt == null && i.Comment.RemovedAt == null)
            .OrderBy(i => i.Id).Take(limit)
            .Select(i => new IdeaData(i.Id, i.Id, i.Title, i.Body, i.Comment!.AuthorName, i.Area.Name, i.Area.Slug, i.AdoptedBy!.Name, i.AdoptedBy.Slug, i.AdoptedAt!.Value,
                $"/consultations/{i.Comment.Consultation.Slug}/comments/{i.CommentId}", $"/ideas/{i.Id}")).ToListAsync(ct);
}
