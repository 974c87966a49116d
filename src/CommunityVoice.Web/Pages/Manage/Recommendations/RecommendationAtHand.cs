using CommunityVoice.Bodies;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>Finds the recommendation that a page of staff is about, and on which side of it this person stands: those asked, or those who asked.</summary>
public sealed class RecommendationAtHand(RecommendationDesk desk, Permissions permissions, SummaryWriters writers)
{
    /// <summary>For whoever stands on either side.</summary>
    public async Task<(Sides? Found, IActionResult? Refused)> FindAsync(PageModel page, long id, CancellationToken ct)
    {
        if (await desk.FindAsync(id, ct) is not { } recommendation) return (null, page.NotFound());
        if (!page.User.HasSecondFactor()) return (null, page.Forbid());
        var isAsked = (await permissions.DutiesAsync(page.User.Id(), Capability.Respond, ct)).Contains(recommendation.AddresseeId);
        // An organisation that wrote the summary too does not sit on both sides: it neither stops the clock nor withdraws what it was asked.
        var hasAsked = await writers.MayPublishBesidesAsync(page.User.Id(), recommendation.Summary, recommendation.AddresseeId, ct);
        return isAsked || hasAsked ? (new(recommendation, isAsked, hasAsked), null) : (null, page.Forbid());
    }

    /// <summary>For those who may answer for the body that was asked.</summary>
    public async Task<(Recommendation? Found, IActionResult? Refused)> FindAsAskedAsync(PageModel page, long id, CancellationToken ct) => await FindAsync(page, id, ct) switch
    {
        ({ IsAsked: true } found, _) => (found.Recommendation, null),
        (_, var refused) => (null, refused ?? page.Forbid()),
    };

    /// <summary>For the editors of the body that asked.</summary>
    public async Task<(Recommendation? Found, IActionResult? Refused)> FindAsEditorAsync(PageModel page, long id, CancellationToken ct) => await FindAsync(page, id, ct) switch
    {
        ({ HasAsked: true } found, _) => (found.Recommendation, null),
        (_, var refused) => (null, refused ?? page.Forbid()),
    };
}

/// <summary>A recommendation, and what this person is to it.</summary>
public sealed record Sides(Recommendation Recommendation, bool IsAsked, bool HasAsked);

/// <summary>What pages of staff say when two people were at it.</summary>
internal static class AtOnce
{
    public static PageResult Tell(this PageModel page)
    {
        page.ModelState.AddModelError("", "Somebody else changed this in the same moment. Look at it again before you go on");
        return page.PageWithErrors();
    }
}
