using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>Neighbourhoods that people drew and that wait for the voice body, oldest first.</summary>
[Uses(Capability.Moderate)]
public sealed class OwnAreasModel(CommunityVoiceDb db, Permissions permissions, OwnAreas areas) : PageModel
{
    private const int OnPage = 25;

    [BindProperty, StringLength(OwnArea.BecauseMaxLength, ErrorMessage = "The reason must be 500 characters or fewer"), Display(Name = "Why not, if you do not publish it", Description = "Whoever drew it is told")]
    public string? Because { get; set; }

    public IReadOnlyList<OwnArea> Waiting { get; private set; } = [];
    [TempData] public string? Done { get; set; }

    public Task OnGetAsync(CancellationToken ct) => FindAsync(ct);

    public Task<IActionResult> OnPostAsync(long id, CancellationToken ct) => AnswerAsync(id, async own => $"{(await areas.PublishAsync(own, User.Id(), ct)).Name} is on the map.", ct);

    public async Task<IActionResult> OnPostDeclineAsync(long id, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Because)) ModelState.AddModelError(nameof(Because), "Say why you do not publish it");
        if (ModelState.IsValid)
        {
            return await AnswerAsync(id, async own =>
            {
                await areas.DeclineAsync(own, Because!.Trim(), User.Id(), ct);
                return $"{own.Name} is not published, and whoever drew it is told why.";
            }, ct);
        }
        await FindAsync(ct);
        return this.PageWithErrors();
    }

    private async Task<IActionResult> AnswerAsync(long id, Func<OwnArea, Task<string>> answer, CancellationToken ct)
    {
        var mine = await permissions.AreasAsync(User.Id(), Capability.Moderate, ct);
        if (await db.OwnAreas.Include(o => o.Place).Include(o => o.Author).SingleOrDefaultAsync(o => o.Id == id, ct) is not { } own) return NotFound();
        // Nobody answers for what they drew themselves.
        if (!mine.Contains(own.PlaceId) || own.AuthorId == User.Id()) return Forbid();
        if (own.IsWaiting) Done = await answer(own);
        return RedirectToPage();
    }

    private async Task FindAsync(CancellationToken ct)
    {
        var mine = await permissions.AreasAsync(User.Id(), Capability.Moderate, ct);
        var me = User.Id();
        Waiting = await db.OwnAreas.AsNoTracking().Include(o => o.Place).Where(o => o.PublishedAt == null && o.DeclinedAt == null && o.AuthorId != me && mine.Contains(o.PlaceId))
            .OrderBy(o => o.Id).Take(OnPage).ToListAsync(ct);
    }
}
