using System.Security.Claims;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>What can be chosen for a review.</summary>
public sealed class ReviewChoices(CommunityVoiceDb db, Permissions permissions, TimeProvider clock)
{
    /// <summary>Areas in which this person looks after reviews, the widest first; none without a second factor.</summary>
    public async Task<IReadOnlyList<SelectListItem>> AreasAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        if (!user.HasSecondFactor()) return [];
        var areas = await permissions.AreasAsync(user.Id(), Capability.Publish, ct);
        areas.UnionWith(await permissions.AreasAsync(user.Id(), Capability.Plan, ct));
        var offered = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).Where(a => areas.Contains(a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct);
        return [.. offered.OrderByDescending(a => a.Level).Select(a => new SelectListItem(a.Name, a.Slug))]; // the database keeps levels as words
    }

    /// <summary>Guidelines, the newest first.</summary>
    public async Task<IReadOnlyList<SelectListItem>> FrameworksAsync(CancellationToken ct) =>
        await db.Frameworks.AsNoTracking().OrderByDescending(f => f.Id).Select(f => new SelectListItem(f.Name, f.Slug)).ToListAsync(ct);
}
