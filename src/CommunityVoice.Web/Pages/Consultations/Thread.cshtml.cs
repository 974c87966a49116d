using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Reviews;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Threads;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>One comment in its thread, at an address that stays.</summary>
[AllowAnonymous]
public sealed class ThreadModel(CommunityVoiceDb db, Discussions discussions, TimeProvider clock) : PageModel
{
    [FromQuery] public long? After { get; set; }
    [FromQuery] public long? Before { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public long Id { get; private set; }
    public ShownDiscussion? Discussion { get; private set; }

    /// <summary>The findings that rest on this comment.</summary>
    public IReadOnlyList<CitedIn> Uses { get; private set; } = [];

    /// <summary>The items of guidelines that this discussion is about, and what it ended in.</summary>
    public IReadOnlyList<ItemThread> Tied { get; private set; } = [];
    public ILookup<long, EndedIn> Endings { get; private set; } = null!;

    /// <summary>The reader's own comment while it waits to be checked: only they are told.</summary>
    public Comment? Waiting { get; private set; }

    /// <summary>The reader wrote it within the last day: they may be asked about themselves.</summary>
    public bool IsTheirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        var found = await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (found is null) return NotFound();

        (Consultation, Id) = (found, id);
        var since = clock.GetUtcNow().AddDays(-1);
        if (User.IdOrNull() is { } me) IsTheirs = await db.Comments.AnyAsync(c => c.Id == id && c.AuthorId == me && c.WithdrawnAt == null && c.PostedAt > since, ct);
        Discussion = await discussions.ShowThreadAsync(found, id, After, Before, ct);
        if (Discussion is not null)
        {
            Uses = await CitedIn.OfAsync(db, id, ct);
            var root = Discussion.Comments.First(c => c.RootId is null).Id;
            Tied = await db.ItemThreads.AsNoTracking().Include(t => t.Review).Include(t => t.Item).Where(t => t.RootId == root).OrderBy(t => t.Id).ToListAsync(ct);
            Endings = await EndedIn.OfAsync(db, [.. Tied.Select(t => t.Id)], ct);
            HttpContext.ShowsPages([PageTag.Consultation(found.Id)], ["after", "before"], found.ClosesAt);
            return Shown();
        }
        if (User.IdOrNull() is { } person)
            Waiting = await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.ConsultationId == found.Id && c.AuthorId == person, ct);
        return Waiting is null ? NotFound() : Page();
    }

    // Its place in the thread stays; that its words are gone for good is said to programs too (rule R-H16).
    private PageResult Shown()
    {
        var page = Page();
        if (Discussion!.Comments.Any(c => c.Id == Id && c.Gone is (Gone.Removed or Gone.Withdrawn))) page.StatusCode = StatusCodes.Status410Gone;
        return page;
    }
}
