using CommunityVoice.Bodies;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Where somebody who publishes or plans in the area puts the name of their body to a review, or takes it off.</summary>
[Authorize]
public sealed class StandBehindModel(ReviewAtHand reviews, ReviewDesk desk) : PageModel
{
    public Review Review { get; private set; } = null!;

    /// <summary>The bodies that this person may speak for here.</summary>
    public IReadOnlyList<Body> Mine { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public bool StandsBehind(Body body) => Review.Sponsors.Exists(s => s.BodyId == body.Id);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public Task<IActionResult> OnPostAsync(string slug, string? body, CancellationToken ct) => SayAsync(slug, body, stands: true, ct);

    public Task<IActionResult> OnPostLeaveAsync(string slug, string? body, CancellationToken ct) => SayAsync(slug, body, stands: false, ct);

    private async Task<IActionResult> SayAsync(string slug, string? of, bool stands, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Mine.FirstOrDefault(b => b.Slug == of) is not { } body) return BadRequest();
        // Pressed twice, or the last that is left: the page shows how it stands.
        if (StandsBehind(body) == stands || (!stands && Review.Sponsors.Count < 2)) return RedirectToPage(new { slug });
        if (!await desk.StandBehindAsync(Review, body, stands, User.Id(), ct)) return ReviewAtHand.Tell(this);
        Done = stands ? $"{body.Name} stands behind it, and everybody can see that." : $"The name of {body.Name} is taken off.";
        return RedirectToPage(new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        var (review, _, refused) = await reviews.FindAsync(this, slug, ct);
        if (review is null) return refused;
        (Review, Mine) = (review, await desk.BodiesAsync(User.Id(), review.AreaId, ct));
        return null;
    }
}
