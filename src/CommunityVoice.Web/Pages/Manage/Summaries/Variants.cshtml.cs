using CommunityVoice.Bodies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>The Easy Read and translated variants of a published summary, and which are behind its newest version.</summary>
[Uses(Capability.Publish)]
public sealed class VariantsModel(DraftAtHand drafts, Variants variants) : PageModel
{
    public SummaryVersion Version { get; private set; } = null!;
    public IReadOnlyList<SummaryVariant> Written { get; private set; } = [];
    public IEnumerable<VariantKind> Left => VariantKind.All.Where(k => Written.All(w => w.Code != k.Code));

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await drafts.FindOwnAsync(this, id, ct);
        if (version is null) return refused!;
        if (version.IsDraft) return RedirectToPage("Tasks", new { id });
        Version = version;
        Written = await variants.OfAsync(version.SummaryId, ct);
        return Page();
    }
}
