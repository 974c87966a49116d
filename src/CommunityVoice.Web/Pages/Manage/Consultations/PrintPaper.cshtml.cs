using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Voting;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>The ballot as a form on paper, with a picture that leads a phone to its page.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class PrintPaperModel(CommunityVoiceDb db, IAuthorizationService authorization, SiteAddress site) : PageModel
{
    public Ballot Ballot { get; private set; } = null!;
    public string Address => site.To($"/ballots/{Ballot.Id}");
    public QrPicture Picture => QrPicture.Of(Address);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.AsNoTracking().WithOffer().Include(b => b.Consultation.AskedBy).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return NotFound();
        if (!await authorization.MayAsync(User, Capability.EnterOnBehalf, ballot.Consultation.AreaId)) return Forbid();
        Ballot = ballot;
        return Page();
    }
}
