using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>Brings in services from a directory: first what would change and what cannot be taken, then the change. Nothing is ever deleted.</summary>
[Authorize]
public sealed class ImportModel(CommunityVoiceDb db, ElementChoices choices, ServiceDirectory directory) : PageModel
{
    private const int LargestFile = 1_000_000;

    [BindProperty] public ServicesInput Input { get; set; } = new();
    [BindProperty] public new IFormFile? File { get; set; }

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public ServiceImport? Preview { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string? confirm, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } refused) return refused;
        if (Input.AreaId is not null && !Areas.Any(a => a.Value == $"{Input.AreaId}")) return BadRequest();
        await TakeFileAsync(ct);
        if (!ModelState.IsValid) return this.PageWithErrors();
        var area = await db.Areas.SingleAsync(a => a.Id == Input.AreaId, ct);
        Preview = await directory.ReadAsync(area, Input.Text!, ct);
        if (Preview.Fault is { } fault) ModelState.AddModelError("Input.Text", fault);
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (confirm != "yes" || Preview.ChangesNothing) return Page();
        if (await directory.TakeAsync(area, Preview, User.Id(), ct))
        {
            Done = $"{area.Name}: {Words.Count(Preview.Count(ServiceChange.Added), "service is", "services are")} added, {Preview.Count(ServiceChange.Changed)} changed.";
            return RedirectToPage("Index");
        }
        ModelState.AddModelError("", "Somebody else changed these services at the same moment. Look again at what would change");
        return this.PageWithErrors();
    }

    // What was in the file stands in the box from then on, so that it goes from step to step.
    private async Task TakeFileAsync(CancellationToken ct)
    {
        if (File is { Length: > LargestFile })
        {
            ModelState.AddModelError("Input.Text", "The file is larger than 1 MB. Bring it in page by page");
            return;
        }
        if (File is { Length: > 0 } file)
        {
            ModelState.Remove("Input.Text");
            using var reader = new StreamReader(file.OpenReadStream());
            Input.Text = await reader.ReadToEndAsync(ct);
        }
        if (string.IsNullOrWhiteSpace(Input.Text)) ModelState.AddModelError("Input.Text", "Choose the file, or paste what is in it");
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await choices.AreasAsync(User.Id(), ct) is not { } mine) return Forbid();
        Areas = mine;
        return null;
    }
}
