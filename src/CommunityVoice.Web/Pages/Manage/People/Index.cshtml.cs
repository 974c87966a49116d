using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.People;

/// <summary>Somebody who acts for the body.</summary>
public sealed record MemberRow(long Id, string Name, string Role, Capability Capabilities, DateTimeOffset Since, bool HasSecondFactor);

/// <summary>An invitation that was not answered yet.</summary>
public sealed record InvitationRow(long Id, string Email, Capability Capabilities, DateTimeOffset ExpiresAt);

/// <summary>Who acts for a body, and who was asked to.</summary>
[Uses(Capability.Administer)]
public sealed class IndexModel(CommunityVoiceDb db, ManagedBodies bodies, TimeProvider clock) : PageModel
{
    public Body Body { get; private set; } = null!;
    public IReadOnlyList<MemberRow> Members { get; private set; } = [];
    public IReadOnlyList<InvitationRow> Waiting { get; private set; } = [];

    [BindProperty(SupportsGet = true)] public string? Done { get; set; }

    public string? DoneWords => Done switch
    {
        "invited" => "The invitation is on its way.",
        "cancelled" => "The invitation is cancelled.",
        "changed" => "Saved.",
        "ended" => "They no longer act for this organisation.",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await bodies.FindAsync(slug, ct) is not { } body) return NotFound();
        if (!await bodies.MayAsync(User, body, ct)) return Forbid();
        Body = body;
        var now = clock.GetUtcNow();
        Members = await db.Memberships.AsNoTracking().Where(m => m.BodyId == body.Id && m.EndedAt == null)
            .OrderBy(m => m.Person.DisplayName).ThenBy(m => m.Id)
            .Select(m => new MemberRow(m.Id, m.Person.DisplayName, m.Role, m.Capabilities, m.StartedAt, m.Person.TwoFactorEnabled)).ToListAsync(ct);
        Waiting = await db.Invitations.AsNoTracking().Where(i => i.BodyId == body.Id && i.AcceptedAt == null && i.CancelledAt == null && i.ExpiresAt > now)
            .OrderBy(i => i.Email).ThenBy(i => i.Id).Select(i => new InvitationRow(i.Id, i.Email, i.Capabilities, i.ExpiresAt)).ToListAsync(ct);
        return Page();
    }
}
