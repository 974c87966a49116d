using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Ideas;

/// <summary>Ideas that wait for an answer where the reader looks after them, oldest first.</summary>
[Uses(Capability.SupportIdeas)]
public sealed class QueueModel(CommunityVoiceDb db, Permissions permissions, TimeProvider clock) : PageModel
{
    private const int OnPage = 50;

    public IReadOnlyList<Idea> Waiting { get; private set; } = [];
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var areas = await permissions.AreasAsync(User.Id(), Capability.SupportIdeas, ct);
        Waiting = await db.Ideas.AsNoTracking().Include(i => i.Area).Include(i => i.Supporter)
            .Where(i => areas.Contains(i.AreaId) && i.AdoptedAt == null && i.DeclinedAt == null && i.WithdrawnAt == null)
            .OrderBy(i => i.Id).Take(OnPage).ToListAsync(ct);
    }
}
