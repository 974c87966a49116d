using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Brings in a file of budget lines: a preview with what is wrong in which row, then the change, if every row is right.</summary>
[Uses(Capability.Plan)]
public sealed class ImportModel(StrategyAtHand strategies, StrategyChoices choices, MoneyLists lists) : PageModel
{
    private const int LargestFile = 1_000_000;

    [BindProperty] public ImportInput Input { get; set; } = new();
    [BindProperty] public new IFormFile? File { get; set; }

    public BudgetImport? Preview { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => (await strategies.FindDraftAsync(this, id, ct)).Refused ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, string? confirm, CancellationToken ct)
    {
        var (draft, refused) = await strategies.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        if (File is { Length: > 0 }) await TakeFileAsync(File, ct);
        if (string.IsNullOrWhiteSpace(Input.Text)) ModelState.TryAddModelError("Input.Text", "Paste the lines, or choose a file");
        if (!ModelState.IsValid) return this.PageWithErrors();
        Preview = BudgetImport.Read(Input.Text!, draft, lists, await choices.NamedBodiesAsync(ct));
        foreach (var error in Preview.Errors) ModelState.AddModelError("Input.Text", error);
        if (Preview.Rows.Count(r => r.Errors.Count > 0) is > 0 and var wrong) ModelState.AddModelError("Input.Text", $"Put right {Words.Count(wrong, "row", "rows")}: what is wrong stands in the table below");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (confirm != "yes") return Page();
        Preview.Apply();
        if (!await strategies.SaveAsync(this, draft, "lines-imported", $"{Preview.Added} added, {Preview.Rows.Count - Preview.Added} changed", ct)) return this.PageWithErrors();
        Done = $"{Words.Count(Preview.Rows.Count, "budget line is", "budget lines are")} brought in.";
        return RedirectToPage("Tasks", new { id });
    }

    // What was in the file stands in the box from then on, so that it can be put right there.
    private async Task TakeFileAsync(IFormFile file, CancellationToken ct)
    {
        ModelState.Remove("Input.Text");
        if (file.Length > LargestFile)
        {
            ModelState.AddModelError("Input.Text", "The file is larger than 1 MB. Bring it in as several files");
            return;
        }
        using var reader = new StreamReader(file.OpenReadStream());
        Input.Text = await reader.ReadToEndAsync(ct);
    }

    /// <summary>What the form holds.</summary>
    public sealed class ImportInput
    {
        [Display(Name = "Paste the lines", Description = "The first line of the file too, with the names of the columns.")]
        public string? Text { get; set; }
    }
}
