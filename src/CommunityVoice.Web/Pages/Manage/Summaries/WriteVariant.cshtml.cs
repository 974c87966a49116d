using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Writes a summary in easy words or another language, for its newest published version.</summary>
[Uses(Capability.Publish)]
public sealed class WriteVariantModel(CommunityVoiceDb db, DraftAtHand drafts, Variants variants) : PageModel
{
    [BindProperty] public VariantInput Input { get; set; } = new();

    [TempData] public string? Done { get; set; }

    public SummaryVersion Version { get; private set; } = null!;
    public VariantKind Kind { get; private set; } = null!;
    public SummaryVariant? Variant { get; private set; }

    /// <summary>What another editor wrote meanwhile.</summary>
    public string? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, string code, CancellationToken ct)
    {
        if (await FindAsync(id, code, ct) is { } refused) return refused;
        Input = new() { Title = Variant?.Title, Body = Variant?.Body, Seen = Mark };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, string code, CancellationToken ct)
    {
        if (await FindAsync(id, code, ct) is { } refused) return refused;
        if (ModelState.IsValid && Input.Seen != Mark) Tell();
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (!await variants.WriteAsync(Variant, Kind, Version, CleanText.OneLine(Input.Title), CleanText.Of(Input.Body), User.Id(), ct)) return RedirectToPage(new { id, code });
        Done = $"Everybody can read it in {Kind.Name} now.";
        return RedirectToPage("Variants", new { id });
    }

    private string Mark => Seen.Of(Variant?.Title ?? "", Variant?.Body ?? "");

    private void Tell()
    {
        Theirs = Variant?.Body;
        Seen.Tell(this, "Input.Body", "Somebody else wrote here meanwhile", () => Input.Seen = Mark);
    }

    private async Task<IActionResult?> FindAsync(long id, string code, CancellationToken ct)
    {
        var (version, refused) = await drafts.FindOwnAsync(this, id, ct);
        if (version is null) return refused;
        if (VariantKind.Find(code) is not { } kind) return NotFound();
        // A variant says what everybody reads now; where there is a newer version, it is written for that.
        var newest = await db.SummaryVersions.Where(v => v.SummaryId == version.SummaryId && v.PublishedAt != null).OrderByDescending(v => v.Number).Select(v => (long?)v.Id).FirstOrDefaultAsync(ct);
        if (newest != id) return newest is null ? RedirectToPage("Tasks", new { id }) : RedirectToPage(new { id = newest, code });
        (Version, Kind, Variant) = (version, kind, await variants.FindAsync(version.SummaryId, kind, ct));
        return null;
    }
}
