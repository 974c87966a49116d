using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.News;
using CommunityVoice.Notifications;
using CommunityVoice.Reviews;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Caching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Feeds;

/// <summary>News as an Atom feed and days as a calendar, of a place and of a consultation; news of a theme and of a thread; for whoever wants to follow without leaving an address.</summary>
public static class FeedEndpoints
{
    public static void MapFeeds(this IEndpointRouteBuilder routes)
    {
        Map(routes, "/areas/{slug}/news.atom", (slug, feeds, ct) => feeds.OfAreaAsync(slug, ct), (feeds, of, context, ct) => feeds.WriteNewsAsync(of, context, ct));
        Map(routes, "/areas/{slug}/dates.ics", (slug, feeds, ct) => feeds.OfAreaAsync(slug, ct), (feeds, of, context, ct) => feeds.WriteDatesAsync(of, context, ct));
        Map(routes, "/consultations/{slug}/news.atom", (slug, feeds, ct) => feeds.OfConsultationAsync(slug, ct), (feeds, of, context, ct) => feeds.WriteNewsAsync(of, context, ct));
        Map(routes, "/consultations/{slug}/dates.ics", (slug, feeds, ct) => feeds.OfConsultationAsync(slug, ct), (feeds, of, context, ct) => feeds.WriteDatesAsync(of, context, ct));
        Map(routes, "/reviews/{slug}/dates.ics", (slug, feeds, ct) => feeds.OfReviewAsync(slug, ct), (feeds, of, context, ct) => feeds.WriteDatesAsync(of, context, ct));
        routes.MapGet("/areas/{area}/themes/{slug}/news.atom", async (string area, string slug, HttpContext context, FeedWriter feeds, CancellationToken ct) =>
        {
            if (await feeds.OfThemeAsync(area, slug, ct) is { } followed) await feeds.WriteNewsAsync(followed, context, ct);
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        }).AllowAnonymous().WithMetadata(new KeptLikeAPage());
        routes.MapGet("/consultations/{slug}/comments/{id:long}/news.atom", async (string slug, long id, HttpContext context, ThreadFeed feed, CancellationToken ct) =>
        {
            if (!await feed.WriteAsync(slug, id, context, ct)) context.Response.StatusCode = StatusCodes.Status404NotFound;
        }).AllowAnonymous().WithMetadata(new KeptLikeAPage());
    }

    private static void Map(IEndpointRouteBuilder routes, string pattern, Func<string, FeedWriter, CancellationToken, Task<Followed?>> find, Func<FeedWriter, Followed, HttpContext, CancellationToken, Task> write) =>
        routes.MapGet(pattern, async (string slug, HttpContext context, FeedWriter feeds, CancellationToken ct) =>
        {
            if (await find(slug, feeds, ct) is { } followed) await write(feeds, followed, context, ct);
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        }).AllowAnonymous().WithMetadata(new KeptLikeAPage());
}

/// <summary>What somebody follows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its page.</param>
/// <param name="Key">What its news are news of.</param>
/// <param name="Of">The consultations that it is about.</param>
/// <param name="PageTags">What a kept copy must be made anew for.</param>
public sealed record Followed(string Name, string Path, FollowKey Key, IQueryable<Consultation> Of, IReadOnlyList<string> PageTags)
{
    /// <summary>Reviews whose meetings are among its dates.</summary>
    public IQueryable<Review>? Reviews { get; init; }
}

/// <summary>Writes feeds and calendars.</summary>
public sealed class FeedWriter(CommunityVoiceDb db, AreaTree tree, SharedViews shared, FollowedNews followedNews, PlaceNews news, SiteAddress site, IOptions<SiteOptions> options, TimeProvider clock)
{
    private const int MostItems = 60;

    public async Task<Followed?> OfAreaAsync(string slug, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return null;
        var (within, heard) = (await tree.WithinAsync(area.Id, UkTime.Today(clock), ct), await shared.WithinAsync(area.Id, UkTime.Today(clock), ct));
        return new(area.Name, $"/areas/{area.Slug}", new(FollowKind.Place, area.Id), db.Consultations.Where(c => heard.Contains(c.AreaId)), [PageTag.Area(area.Id), PageTag.Lists]) { Reviews = db.Reviews.Where(r => within.Contains(r.AreaId)) };
    }

    /// <summary>Under the slug it had before, too: whoever follows it keeps an address for years.</summary>
    public async Task<Followed?> OfConsultationAsync(string slug, CancellationToken ct)
    {
        var former = db.FormerSlugs.Where(f => f.Kind == FormerSlug.OfConsultation && f.Slug == slug).Select(f => f.TargetId);
        var found = await db.Consultations.AsNoTracking().Published().Where(c => c.Slug == slug || former.Contains(c.Id)).OrderByDescending(c => c.Slug == slug).FirstOrDefaultAsync(ct);
        return found is null ? null : new(found.Title, $"/consultations/{found.Slug}", new(FollowKind.Consultation, found.Id), db.Consultations.Where(c => c.Id == found.Id), [PageTag.Consultation(found.Id), PageTag.Lists]);
    }

    /// <summary>Its own meetings, and the days of its consultations. Nobody follows a review by itself: its news are those of its place.</summary>
    public async Task<Followed?> OfReviewAsync(string slug, CancellationToken ct) =>
        await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Slug == slug, ct) is { } review
            ? new(review.Title, $"/reviews/{review.Slug}", new(FollowKind.Place, review.AreaId), db.Consultations.Where(c => c.ReviewId == review.Id), [PageTag.Review(review.Id), PageTag.Lists])
            {
                Reviews = db.Reviews.Where(r => r.Id == review.Id),
            }
            : null;

    public async Task<Followed?> OfThemeAsync(string area, string slug, CancellationToken ct) =>
        await db.Themes.AsNoTracking().Include(t => t.Area).SingleOrDefaultAsync(t => t.Area.Slug == area && t.Slug == slug, ct) is { } theme
            ? new($"{theme.Name} in {theme.Area.Name}", $"/areas/{area}/themes/{slug}", new(FollowKind.Theme, theme.Id), db.Consultations.Where(c => db.Codings.Any(x => x.ThemeId == theme.Id && x.ConsultationId == c.Id)), [PageTag.Area(theme.AreaId), PageTag.Lists])
            : null;

    /// <summary>The same as letters tell: what happened in consultations, to what was recommended and to strategies.</summary>
    public async Task WriteNewsAsync(Followed followed, HttpContext context, CancellationToken ct)
    {
        var items = (await followedNews.OfAsync(followed.Key, ct)).OrderByDescending(n => n.At).ThenBy(n => n.Key, StringComparer.Ordinal).Take(MostItems).ToList();
        Keep(followed, context);
        var updated = items.Count > 0 ? items[0].At : DateTimeOffset.UnixEpoch;
        await new AtomFeed(site.To($"{followed.Path}/news.atom"), site.To(followed.Path), $"{followed.Name}: news", "What opens and closes, what people put first, and what came of it.",
            options.Value.Name, AtomEntry.Instant(updated),
            items.Select(i => new AtomEntry(site.To($"/#{i.Key}"), i.Title, AtomEntry.Instant(i.At), site.To(i.Path), i.Words))).WriteAsync(context.Response, ct);
    }

    public async Task WriteDatesAsync(Followed followed, HttpContext context, CancellationToken ct)
    {
        var dates = await news.DatesAsync(followed.Of, ct);
        if (followed.Reviews is { } reviews) dates = [.. dates.Concat(await MeetingNews.DatesAsync(db, reviews, UkTime.Today(clock), ct)).OrderBy(d => d.Day).ThenBy(d => d.Key, StringComparer.Ordinal)];
        Keep(followed, context);
        context.Response.ContentType = $"{CalendarFile.ContentType}; charset=utf-8";
        await context.Response.WriteAsync(CalendarFile.Of($"{followed.Name}: dates", dates, site), ct);
    }

    // What opens or closes is news the minute after: copies are kept a minute at most.
    private void Keep(Followed followed, HttpContext context) => context.ShowsPages(followed.PageTags, until: clock.GetUtcNow().AddMinutes(1));
}
