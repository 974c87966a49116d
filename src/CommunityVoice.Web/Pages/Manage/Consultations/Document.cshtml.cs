using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Writes a document section by section: <c>?section=12</c> opens one, without it a new one is added.</summary>
[Uses(Capability.Consult)]
public sealed class DocumentModel(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SectionInput Input { get; set; } = new();

    public Document Shown { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string document, long? section, CancellationToken ct)
    {
        if (await FindAsync(slug, document, ct) is { } refused) return refused;
        if (section is null) return Page();
        if (Shown.Sections.Find(s => s.Id == section) is not { } opened) return NotFound();
        Input = new SectionInput { Id = opened.Id, Heading = opened.Heading, Body = opened.Body };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, string document, CancellationToken ct)
    {
        if (await FindAsync(slug, document, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var body = Input.Body!.ReplaceLineEndings("\n").Trim();
        if (Input.Id is { } id)
        {
            if (Shown.Sections.Find(s => s.Id == id) is not { } section) return BadRequest();
            section.Rewrite(Input.Heading!.Trim(), body, section.Order);
        }
        else
        {
            db.DocumentSections.Add(new DocumentSection(Shown, FreeAnchor(Input.Heading!), Input.Heading!.Trim(), body, Shown.Sections.Count + 1));
        }
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), Input.Id is null ? "section.added" : "section.rewritten", "Consultation", Shown.ConsultationId, $"{Shown.Title}: {Input.Heading}", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        Done = "Saved.";
        return RedirectToPage(new { slug, document });
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, string document, long section, CancellationToken ct)
    {
        if (await FindAsync(slug, document, ct) is { } refused) return refused;
        // What people may already have linked to stays where it is.
        if (Shown.Sections.Find(s => s.Id == section) is not { } gone || Shown.Consultation.PublishedAt is not null) return BadRequest();
        db.DocumentSections.Remove(gone);
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "section.removed", "Consultation", Shown.ConsultationId, $"{Shown.Title}: {gone.Heading}", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        Done = "Removed.";
        return RedirectToPage(new { slug, document });
    }

    private string FreeAnchor(string heading)
    {
        var wanted = Slug.Of(heading, 76);
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(a => Shown.Sections.TrueForAll(s => s.Anchor != a));
    }

    private async Task<IActionResult?> FindAsync(string slug, string document, CancellationToken ct)
    {
        if (await db.Documents.Include(d => d.Consultation).Include(d => d.Sections.OrderBy(s => s.Order))
            .SingleOrDefaultAsync(d => d.Slug == document && d.Consultation.Slug == slug, ct) is not { } found) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, found.Consultation.AreaId)) return Forbid();
        Shown = found;
        return null;
    }
}
