using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Transfers;

/// <summary>Takes a transfer back by an entry of its own, with a reason that everybody sees.</summary>
[Uses(Capability.Plan)]
public sealed class TakeBackModel(CommunityVoiceDb db, IAuthorizationService authorization, TransferDesk desk) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why it is taken back"), StringLength(ResourceTransfer.ReasonMaxLength, ErrorMessage = "The reason must be 500 characters or fewer"), Display(Name = "Why it is taken back", Description = "Everybody sees it. If there is a right entry, enter it anew afterwards")]
    public string? Reason { get; set; }

    public ResourceTransfer Transfer { get; private set; } = null!;
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Done = await desk.TakeBackAsync(Transfer, Reason!, User.Id(), ct) ? $"Entry {id} is taken back." : $"Somebody else took entry {id} back in the same moment.";
        return RedirectToPage("Index");
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.ResourceTransfers.Include(t => t.From).Include(t => t.FromArea).Include(t => t.To).Include(t => t.ToArea).AsSplitQuery()
            .SingleOrDefaultAsync(t => t.Id == id && t.ReversesId == null && !db.ResourceTransfers.Any(r => r.ReversesId == t.Id), ct) is not { } found) return NotFound();
        Transfer = found;
        return await authorization.MayAsync(User, Capability.Plan, found.FromAreaId) ? null : Forbid();
    }
}
