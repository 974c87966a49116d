using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Ideas;

/// <summary>One idea: public once adopted; until then only its author sees where it has got to.</summary>
[AllowAnonymous]
public sealed class DetailsModel(CommunityVoiceDb db) : PageModel
{
    public Idea Idea { get; private set; } = null!;
    public bool IsTheirs { get; private set; }
    public string AuthorName { get; private set; } = "";
    public IHtmlContent Body => new HtmlString(CommentMarkup.ToHtml(Idea.Body)); // cleaned by its allow-list

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var found = await db.Ideas.AsNoTracking().Include(i => i.Area).Include(i => i.Author).Include(i => i.Supporter).Include(i => i.AdoptedBy)
            .Include(i => i.Comment).ThenInclude(c => c!.Consultation).SingleOrDefaultAsync(i => i.Id == id && i.WithdrawnAt == null, ct);
        if (found is null) return NotFound();
        IsTheirs = User.IdOrNull() is { } person && found.AuthorId == person;
        // An adopted idea is as public as the comment it became.
        var isPublic = found.AdoptedAt is not null && found.Comment is { IsVisible: true };
        if (!isPublic && !IsTheirs) return NotFound();
        (Idea, AuthorName) = (found, found.Comment?.AuthorName ?? found.Author?.DisplayName ?? "Somebody");
        if (isPublic) HttpContext.ShowsPages([PageTag.Area(found.AreaId), PageTag.Consultation(found.Comment!.ConsultationId)]);
        else Response.LeaveOutOfSearch();
        return Page();
    }
}
