using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Removes a ballot that is not public yet.</summary>
[Uses(Capability.Consult)]
public sealed class RemoveBallotModel(CommunityVoiceDb db, IAuthorizationService authorization, BallotDesk desk) : PageModel
{
    public Ballot Ballot { get; private set; } = null!;

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!await desk.RemoveAsync(Ballot, User.Id(), ct)) return BadRequest();
        Done = "The ballot is removed.";
        return RedirectToPage("Task", new { slug = Ballot.Consultation.Slug });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.WithOffer().SingleOrDefaultAsync(b => b.Id == id && b.Consultation.PublishedAt == null, ct) is not { } ballot) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, ballot.Consultation.AreaId)) return Forbid();
        Ballot = ballot;
        return null;
    }
}
