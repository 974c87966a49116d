using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Recommendations;

/// <summary>What the bodies of this person were asked, and what their summaries asked of others.</summary>
[Authorize]
public sealed class IndexModel(CommunityVoiceDb db, Permissions permissions, TimeProvider clock) : PageModel
{
    private const int Most = 100;

    public Capability May { get; private set; }
    public IReadOnlyList<RecommendationRow> ToAnswer { get; private set; } = [];
    public IReadOnlyList<RecommendationRow> Asked { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        May = await permissions.EverythingAsync(User.Id(), ct) & (Capability.Respond | Capability.Publish);
        if (May == Capability.None) return Forbid();
        var today = UkTime.Today(clock);
        var bodies = await permissions.DutiesAsync(User.Id(), Capability.Respond, ct);
        var areas = await permissions.AreasAsync(User.Id(), Capability.Publish, ct);
        ToAnswer = await db.Recommendations.Sent().Where(r => bodies.Contains(r.AddresseeId)).InOrder(today).Take(Most).ToRowsAsync(today, ct);
        Asked = await db.Recommendations.Sent().Where(r => areas.Contains(r.Summary.Consultation.AreaId)).InOrder(today).Take(Most).ToRowsAsync(today, ct);
        return Page();
    }
}
