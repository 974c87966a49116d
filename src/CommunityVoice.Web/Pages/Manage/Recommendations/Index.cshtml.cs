using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>What the bodies of this person were asked, and what their summaries asked of others.</summary>
[Authorize]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions, SummaryWriters writers, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public Capability May { get; private set; }
    public IReadOnlyList<RecommendationRow> ToAnswer { get; private set; } = [];
    public IReadOnlyList<RecommendationRow> Asked { get; private set; } = [];
    public IReadOnlyList<Escalation> Escalations { get; private set; } = [];
    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        May = await permissions.EverythingAsync(User.Id(), ct) & (Capability.Respond | Capability.Publish);
        if (May == Capability.None) return Forbid();
        var today = UkTime.Today(clock);
        var bodies = await permissions.DutiesAsync(User.Id(), Capability.Respond, ct);
        var areas = await permissions.AreasAsync(User.Id(), Capability.Publish, ct);
        var mine = await permissions.DutiesAsync(User.Id(), Capability.Publish, ct);
        var left = await writers.LeftAsync(areas, ct);
        ToAnswer = await db.Recommendations.Sent().Where(r => bodies.Contains(r.AddresseeId)).InOrder(today).Take(Most).ToRowsAsync(today, ct);
        Asked = await db.Recommendations.Sent().Where(r => areas.Contains(r.Summary.Consultation.AreaId) && (mine.Contains(r.Summary.ById) || left.Contains(r.SummaryId))).InOrder(today).Take(Most).ToRowsAsync(today, ct);
        Escalations = await db.Escalations.AsNoTracking().Include(e => e.To).Include(e => e.Items).ThenInclude(i => i.Recommendation).Include(e => e.Summary.Consultation).Where(e => bodies.Contains(e.ToId) || areas.Contains(e.Summary.Consultation.AreaId))
            .OrderBy(e => e.AnsweredAt != null).ThenBy(e => e.DueOn).ThenBy(e => e.Id).Take(Most).ToListAsync(ct);
        return Page();
    }
}
