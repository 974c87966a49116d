using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>Begins a new version of a published strategy; where one is being written, that is where to go on.</summary>
[Uses(Capability.Plan)]
public sealed class ReviseModel(CommunityVoiceDb db, StrategyAtHand strategies, StrategyDrafts drafts) : PageModel
{
    [BindProperty] public ReviseInput Input { get; set; } = new();

    public StrategyVersion Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        var draft = await drafts.ReviseAsync(Version, Input.Why!, User.Id(), ct);
        return draft is null ? RedirectToPage("Revise", new { id }) : RedirectToPage("Tasks", new { id = draft.Id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await strategies.FindAsync(this, id, ct);
        if (version is null) return refused;
        Version = version;
        var newest = await db.StrategyVersions.Where(v => v.StrategyId == version.StrategyId).OrderByDescending(v => v.Number).Select(v => v.Id).FirstAsync(ct);
        return newest == id && !version.IsDraft ? null : RedirectToPage("Tasks", new { id = newest });
    }

    /// <summary>What the form holds.</summary>
    public sealed class ReviseInput
    {
        [Display(Name = "Why is there a new version?", Description = "One or two sentences that everybody can read.")]
        [Required(ErrorMessage = "Say why there is a new version"), StringLength(StrategyVersion.WhyMaxLength)]
        public string? Why { get; set; }
    }
}
