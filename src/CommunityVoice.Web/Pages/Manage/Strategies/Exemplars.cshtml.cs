using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>The places that this person's boards added, newest first.</summary>
[Uses(Capability.Plan)]
public sealed class ExemplarsModel(CommunityVoiceDb db, Permissions permissions) : PageModel
{
    private const int Most = 100;

    public IReadOnlyList<Exemplar> Rows { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var boards = await permissions.DutiesAsync(User.Id(), Capability.Plan, ct);
        Rows = await db.Exemplars.AsNoTracking().Include(e => e.Item).Include(e => e.Area).Where(e => boards.Contains(e.ByBodyId)).OrderByDescending(e => e.Id).Take(Most).ToListAsync(ct);
    }
}
