using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Makes what staff wrote the next version that the public reads, with what changed and why.</summary>
[Uses(Capability.Consult)]
public sealed class PublishDocumentModel(CommunityVoiceDb db, DocumentDesk desk, IAuthorizationService authorization) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say what changed and why"), StringLength(DocumentVersion.NoteMaxLength, ErrorMessage = "This must be 500 characters or fewer")]
    [Display(Name = "What changed, and why", Description = "Everybody reads this beside the version")]
    public string? Note { get; set; }

    public Document Shown { get; private set; } = null!;
    public int Next => Shown.AwaitsPublishing ? 1 : Math.Max(Shown.Versions.Count, 1) + 1;
    public IReadOnlyList<string> Removed =>
        [.. (Shown.Current()?.InOrder ?? []).Where(s => !Shown.Sections.Exists(n => n.Anchor == s.Anchor)).Select(s => s.Heading)];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, string document, CancellationToken ct) => await FindAsync(slug, document, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, string document, CancellationToken ct)
    {
        if (await FindAsync(slug, document, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var version = await desk.PublishAsync(Shown, Note!.Trim(), User.Id(), ct);
        Done = $"Version {version.Number} is published.";
        return RedirectToPage("Document", new { slug, document });
    }

    private async Task<IActionResult?> FindAsync(string slug, string document, CancellationToken ct)
    {
        if (await DocumentDesk.FindAsync(db.Documents, slug, document, ct) is not { } found) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, found.Consultation.AreaId)) return Forbid();
        Shown = found;
        return found.Consultation.PublishedAt is null || found.Sections is [] ? NotFound() : null;
    }
}
