using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Notifications;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Threads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Feeds;

/// <summary>
/// The comments of one thread as an Atom feed, each with what it answers (RFC 4685). What is gone stays as an entry that says so, so that a reader
/// that kept the words puts this in their place.
/// </summary>
public sealed class ThreadFeed(CommunityVoiceDb db, RenderedComments rendered, SiteAddress site, IOptions<SiteOptions> options, TimeProvider clock)
{
    private const int Most = 60;

    /// <summary>The thread of any comment in it; false where there is none.</summary>
    public async Task<bool> WriteAsync(string slug, long id, HttpContext context, CancellationToken ct)
    {
        var comments = db.Comments.Placed().Where(c => c.Consultation.Slug == slug && c.Consultation.PublishedAt != null);
        if (await comments.Where(c => c.Id == id).Select(c => new { Root = c.RootId ?? c.Id, c.ConsultationId, c.Consultation.Title }).SingleOrDefaultAsync(ct) is not { } found) return false;
        var thread = comments.Where(c => c.Id == found.Root || c.RootId == found.Root).OrderByDescending(c => c.Id).Take(Most);
        var changed = await thread.Select(c => new { c.Id, At = c.RemovedAt ?? c.WithdrawnAt ?? c.HeldAt ?? c.EditedAt ?? c.PostedAt }).ToDictionaryAsync(c => c.Id, c => c.At, ct);
        var rows = await Discussion.Threads.Rows(thread).ToListAsync(ct);
        var entries = rows.Where(r => changed.ContainsKey(r.Id)).OrderByDescending(r => changed[r.Id]).ThenByDescending(r => r.Id).Select(r => Entry(r, slug, changed[r.Id])).ToList();

        context.ShowsPages([PageTag.Consultation(found.ConsultationId)], until: clock.GetUtcNow().AddMinutes(1));
        var here = Path(slug, found.Root);
        await new AtomFeed(site.To($"{here}/news.atom"), site.To(here), $"A thread in {found.Title}", "A comment and the answers to it, the newest first.",
            options.Value.Name, AtomEntry.Instant(changed.Values.Max()), entries).WriteAsync(context.Response, ct);
        return true;
    }

    private AtomEntry Entry(CommentRow comment, string slug, DateTimeOffset changed)
    {
        var by = comment.BodyName is { } body ? $"{comment.AuthorName} for {body}" : comment.AuthorName;
        var isThere = comment.Gone == Gone.No;
        return new(IdOf(comment.Id), !isThere ? "A comment that is gone" : comment.RootId is null ? $"Comment by {by}" : $"Answer by {by}",
            AtomEntry.Instant(changed), site.To(Path(slug, comment.Id)), isThere ? rendered.Html(comment, folded: false) : Told(comment.Gone))
        {
            Author = isThere ? by : null,
            IsMarkup = isThere,
            Answers = comment.ParentId is { } parent ? new(IdOf(parent), site.To(Path(slug, parent))) : null,
        };
    }

    private string IdOf(long comment) => site.To($"/#comment-{comment}");

    private static string Path(string slug, long comment) => $"/consultations/{slug}/comments/{comment}";

    private static string Told(Gone gone) => gone switch
    {
        Gone.Withdrawn => "It was taken back.",
        Gone.Removed => "A moderator removed it.",
        _ => "A moderator is checking it.",
    };
}
