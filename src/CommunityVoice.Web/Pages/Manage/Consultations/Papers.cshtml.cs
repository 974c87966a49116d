using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>The paper forms of one ballot that were entered, newest first; never what was chosen on them.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class PapersModel(CommunityVoiceDb db, IAuthorizationService authorization, PaperForms forms, TimeProvider clock) : PageModel
{
    private const int OnPage = 50;

    public Ballot Ballot { get; private set; } = null!;
    public IReadOnlyList<EnteredForm> Forms { get; private set; } = [];
    public int? Newer { get; private set; }
    public int? Older { get; private set; }
    public bool IsOpen => Ballot.TakesVotesAt(clock.GetUtcNow());
    public bool MayConsult { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, int from, CancellationToken ct)
    {
        if (await db.Ballots.AsNoTracking().Include(b => b.Consultation).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return NotFound();
        if (!await authorization.MayAsync(User, Capability.EnterOnBehalf, ballot.Consultation.AreaId)) return Forbid();
        from = Math.Max(0, from);
        MayConsult = await authorization.MayAsync(User, Capability.Consult, ballot.Consultation.AreaId);
        var found = await forms.ListAsync(id, from, OnPage + 1, ct);
        (Ballot, Forms) = (ballot, [.. found.Take(OnPage)]);
        (Newer, Older) = (from > 0 ? Math.Max(0, from - OnPage) : null, found.Count > OnPage ? from + OnPage : null);
        return Page();
    }
}
