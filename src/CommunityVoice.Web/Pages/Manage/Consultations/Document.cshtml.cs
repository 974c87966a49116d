using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Writes a document section by section: <c>?section=12</c> opens one, without it a new one is added. The public reads the newest version.</summary>
[Uses(Capability.Consult)]
public sealed class DocumentModel(CommunityVoiceDb db, DocumentDesk desk, IAuthorizationService authorization) : PageModel
{
    [BindProperty]
    public SectionInput Input { get; set; } = new();

    public Document Shown { get; private set; } = null!;
    public bool IsPublic => Shown.Consultation.PublishedAt is not null;

    /// <summary>Whether what staff wrote is not what the public reads.</summary>
    public bool HasChanges => Shown.Current() is not { } current || !current.InOrder.Select(s => (s.Anchor, s.Heading, s.Body)).SequenceEqual(Shown.Sections.Select(s => (s.Anchor, s.Heading, s.Body)));

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
        var section = Shown.Sections.Find(s => s.Id == Input.Id);
        if (Input.Id is not null && section is null) return BadRequest();
        await desk.SaveSectionAsync(Shown, section, Input.Heading!.Trim(), Input.Body!.ReplaceLineEndings("\n").Trim(), User.Id(), ct);
        return Back("Saved.", slug, document);
    }

    public async Task<IActionResult> OnPostRemoveAsync(string slug, string document, long section, CancellationToken ct)
    {
        if (await FindAsync(slug, document, ct) is { } refused) return refused;
        if (Shown.Sections.Find(s => s.Id == section) is not { } gone) return BadRequest();
        await desk.RemoveSectionAsync(Shown, gone, User.Id(), ct);
        return Back("Removed.", slug, document);
    }

    public async Task<IActionResult> OnPostUpAsync(string slug, string document, long section, CancellationToken ct)
    {
        if (await FindAsync(slug, document, ct) is { } refused) return refused;
        if (Shown.Sections.Find(s => s.Id == section) is not { } moved) return BadRequest();
        await desk.MoveUpAsync(Shown, moved, User.Id(), ct);
        return Back("Moved.", slug, document);
    }

    private RedirectToPageResult Back(string done, string slug, string document)
    {
        Done = IsPublic ? $"{done} The public reads it once you publish the next version." : done;
        return RedirectToPage(new { slug, document });
    }

    private async Task<IActionResult?> FindAsync(string slug, string document, CancellationToken ct)
    {
        if (await DocumentDesk.FindAsync(db.Documents, slug, document, ct) is not { } found) return NotFound();
        Shown = found;
        return await authorization.MayAsync(User, Capability.Consult, found.Consultation.AreaId) ? null : Forbid();
    }
}
