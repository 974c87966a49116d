using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Sends readers on from a slug that a consultation had before.</summary>
public static class FormerAddresses
{
    /// <summary>Not found, or a redirect to the same page under the slug of today.</summary>
    public static async Task<IActionResult> MovedOrGoneAsync(this PageModel page, CommunityVoiceDb db, string slug, CancellationToken ct)
    {
        var now = await db.FormerSlugs.Where(f => f.Kind == FormerSlug.OfConsultation && f.Slug == slug)
            .Join(db.Consultations.Published(), f => f.TargetId, c => c.Id, (f, c) => c.Slug).SingleOrDefaultAsync(ct);
        if (now is null) return page.NotFound();
        var rest = page.Request.Path.Value!.Split('/').Skip(3).Select(Uri.EscapeDataString);
        return page.RedirectPermanent($"/consultations/{string.Join('/', rest.Prepend(now))}{page.Request.QueryString}");
    }
}
