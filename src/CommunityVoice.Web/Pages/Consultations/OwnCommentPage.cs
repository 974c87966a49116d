using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Finds one's own comment for the pages that change it.</summary>
internal static class OwnCommentPage
{
    public static Task<Comment?> FindOwnAsync(this CommunityVoiceDb db, string slug, long id, Guid person, CancellationToken ct) => db.Comments.AsNoTracking()
        .Include(c => c.Consultation)
        .SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == person && c.WithdrawnAt == null && (c.RemovedAt == null || c.EditAskedAt != null) && c.Consultation.Slug == slug, ct);
}
