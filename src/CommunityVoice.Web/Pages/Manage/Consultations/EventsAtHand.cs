using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Finds the consultation, or one of its meetings to come, for staff who may change it.</summary>
public sealed class EventsAtHand(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock)
{
    /// <summary>The consultation with all its meetings, or what to answer in its place.</summary>
    public async Task<(Consultation Consultation, IActionResult? Refused)> FindAsync(PageModel page, string slug, CancellationToken ct)
    {
        if (await db.Consultations.Include(c => c.Events.OrderBy(e => e.StartsAt).ThenBy(e => e.Id)).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return (null!, page.NotFound());
        return (found, await authorization.MayAsync(page.User, Capability.Consult, found.AreaId) ? null : page.Forbid());
    }

    /// <summary>One that can still be changed, or what to answer in its place.</summary>
    public async Task<(PublicEvent Meeting, IActionResult? Refused)> FindAsync(PageModel page, string slug, long id, CancellationToken ct)
    {
        var (consultation, refused) = await FindAsync(page, slug, ct);
        if (refused is not null) return (null!, refused);
        return consultation.Events.Find(e => e.Id == id && e.CanBeChangedAt(clock.GetUtcNow())) is { } found ? (found, null) : (null!, page.NotFound());
    }
}

/// <summary>The meetings that staff look after, below one page.</summary>
public sealed record MeetingTable(IReadOnlyList<OpenMeeting> Meetings, string Home, DateTimeOffset Now);
