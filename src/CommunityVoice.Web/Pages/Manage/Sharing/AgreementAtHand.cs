using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Sharing;

/// <summary>Finds the agreement that a page is about, and refuses whoever may sign for none of its parties.</summary>
public sealed class AgreementAtHand(CommunityVoiceDb db, SharingDesk desk)
{
    /// <summary>The bodies that somebody may sign for; none without a second factor.</summary>
    public async Task<IReadOnlyCollection<long>> MineAsync(PageModel page, CancellationToken ct) =>
        page.User.HasSecondFactor() ? await desk.MineAsync(page.User.Id(), ct) : [];

    /// <summary>The agreement, and whether they act for its lead; or the answer that refuses it.</summary>
    public async Task<(SharingAgreement? Agreement, bool IsLead, IActionResult? Refused)> FindAsync(PageModel page, long id, CancellationToken ct)
    {
        var mine = await MineAsync(page, ct);
        if (mine.Count == 0) return (null, false, page.Forbid());
        if (await db.SharingAgreements.Whole().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } agreement) return (null, false, page.NotFound());
        return agreement.Parties.Exists(p => mine.Contains(p.BodyId)) ? (agreement, mine.Contains(agreement.LeadId), null) : (null, false, page.Forbid());
    }
}
