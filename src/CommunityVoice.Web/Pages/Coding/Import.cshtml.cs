using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Themes;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>Brings in a list of themes: first what it would add, change and retire, and what is wrong on which line; then the change, as a numbered version.</summary>
[Uses(Capability.Code)]
public sealed class ImportModel(CommunityVoiceDb db, ThemeLists lists, DeterminantList determinants, IAuthorizationService authorization) : PageModel
{
    private const int LargestFile = 1_000_000;

    [BindProperty] public ImportInput Input { get; set; } = new();
    [BindProperty] public new IFormFile? File { get; set; }
    public Area Area { get; private set; } = null!;
    public ThemeImport? Preview { get; private set; }
    public IReadOnlyList<string> Determinants => [.. determinants.All.Select(d => d.Code)];

    public async Task<IActionResult> OnGetAsync(string area, CancellationToken ct) => await FindAsync(area, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string area, string? confirm, CancellationToken ct)
    {
        if (await FindAsync(area, ct) is { } refusal) return refusal;
        if (File is { Length: > 0 }) await TakeFileAsync(File, ct);
        if (string.IsNullOrWhiteSpace(Input.Text)) ModelState.TryAddModelError("Input.Text", "Paste the list, or choose a file");
        else
        {
            Preview = ThemeImport.Read(Input.Text, await lists.OfAsync(Area.Id, ct), Determinants);
            foreach (var error in Preview.Errors) ModelState.AddModelError("Input.Text", error);
            if (Preview.Rows.Count(r => r.Errors.Count > 0) is > 0 and var wrong) ModelState.AddModelError("Input.Text", $"Put right {Words.Count(wrong, "line", "lines")}: what is wrong stands in the table below");
        }
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (confirm != "yes" || Preview!.ChangesNothing) return Page();
        if (await lists.ApplyAsync(Area, Preview, Input.Source!.Trim(), User.Id(), ct) is { } version) return Redirect($"/areas/{area}/themes?version={version.Number}");
        ModelState.AddModelError("", "Somebody else changed these themes at the same moment. Look again at what would change");
        return this.PageWithErrors();
    }

    private async Task TakeFileAsync(IFormFile file, CancellationToken ct)
    {
        ModelState.Remove("Input.Text");
        if (file.Length > LargestFile)
        {
            (Input.Text, _) = (null, ModelState.TryAddModelError("Input.Text", "The file is larger than 1 MB. A list of themes is much smaller: choose another file"));
            return;
        }
        using var reader = new StreamReader(file.OpenReadStream());
        Input.Text = await reader.ReadToEndAsync(ct);
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Areas.SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return NotFound();
        Area = area;
        return await authorization.MayAsync(User, Capability.Code, area) ? null : Forbid();
    }

    /// <summary>What the form holds.</summary>
    public sealed class ImportInput
    {
        [Required(ErrorMessage = "Say where the list is from"), StringLength(ThemeListVersion.SourceMaxLength)]
        [Display(Name = "Where the list is from", Description = "Its name and date, such as “National list, October 2026” or “Our own, after the workshop”. Everybody can read it.")]
        public string? Source { get; set; }

        [Display(Name = "Paste the list", Description = "The first line of the file too, with the names of the columns.")]
        public string? Text { get; set; }
    }
}
