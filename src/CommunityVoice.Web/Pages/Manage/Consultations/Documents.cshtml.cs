using System.ComponentModel.DataAnnotations;
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

/// <summary>The papers of a consultation; a new one begins with a title.</summary>
[Uses(Capability.Consult)]
public sealed class DocumentsModel(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Enter a title"), StringLength(160, ErrorMessage = "The title must be 160 characters or fewer")]
    [Display(Name = "Title of the new document")]
    public string? Title { get; set; }

    public Consultation Shown { get; private set; } = null!;
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var wanted = Slug.Of(Title!, 76);
        var free = Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? wanted : $"{wanted}-{n}").First(s => Documents.All(d => d.Slug != s));
        var document = new Document(Shown, Title!.Trim(), free, Documents.Count + 1);
        if (Shown.PublishedAt is not null) document.Await();
        db.Documents.Add(document);
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "document.added", "Consultation", Shown.Id, document.Title, clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        return RedirectToPage("Document", new { slug, document = document.Slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Shown = consultation;
        Documents = await db.Documents.AsNoTracking().Include(d => d.Sections).Where(d => d.ConsultationId == Shown.Id).OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(ct);
        return null;
    }
}
