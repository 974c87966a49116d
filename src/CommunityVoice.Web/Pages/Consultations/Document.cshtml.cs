using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>A paper to read before answering, with a contents list and an address for every section.</summary>
[AllowAnonymous]
public sealed class DocumentModel(CommunityVoiceDb db, IAuthorizationService authorization) : PageModel
{
    public Document Document { get; private set; } = null!;
    public IReadOnlyList<DocumentSection> Sections => [.. Document.Sections.OrderBy(s => s.Order).ThenBy(s => s.Id)];

    public async Task<IActionResult> OnGetAsync(string slug, string document, CancellationToken ct)
    {
        var found = await db.Documents.AsNoTracking().Include(d => d.Sections).Include(d => d.Consultation).ThenInclude(c => c.Area)
            .SingleOrDefaultAsync(d => d.Slug == document && d.Consultation.Slug == slug, ct);
        if (found is null || (found.Consultation.PublishedAt is null && !await authorization.MayAsync(User, Capability.Consult, found.Consultation.AreaId)))
            return await this.MovedOrGoneAsync(db, slug, ct);
        Document = found;
        HttpContext.ShowsPages([PageTag.Consultation(found.ConsultationId)]);
        return Page();
    }

    public IHtmlContent Written(DocumentSection section) => new HtmlString(EditorMarkup.ToHtml(section.Body)); // cleaned by its allow-list
}
