using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>A ballot as a voter will see it, without effect.</summary>
[Uses(Capability.Consult)]
public sealed class PreviewBallotModel(CommunityVoiceDb db, IAuthorizationService authorization) : PageModel
{
    public Ballot Ballot { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.AsNoTracking().WithOffer().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, ballot.Consultation.AreaId)) return Forbid();
        Ballot = ballot;
        return Page();
    }
}
