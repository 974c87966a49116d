using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>Says that choices are recorded or taken back, with the receipt code: shown after confirming, and not again.</summary>
[Authorize]
public sealed class ReceiptModel(CommunityVoiceDb db, Participants participants, VoteTickets tickets, TimeProvider clock) : PageModel
{
    public Ballot Ballot { get; private set; } = null!;
    public string? Code { get; private set; }
    public bool IsTakenBack { get; private set; }
    public bool CanChange { get; private set; }

    /// <summary>Nothing is known of who we have heard from, as after choosing before signing in.</summary>
    public bool IsUnknown { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, string? code, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        if (await db.Ballots.FindWithPagesAsync(id, ct) is not { } found) return NotFound();
        var participant = await participants.FindAsync(User.Id(), ct);
        var choices = await db.BallotPapers.Where(p => p.BallotId == id && p.ParticipantId == participant).Select(p => p.Choices).SingleOrDefaultAsync(ct);
        if (choices is null || ChoicesText.IsLeftOut(choices)) return RedirectToPage("Choose", new { id });
        (Ballot, IsTakenBack, CanChange) = (found, choices.Length == 0, found.TakesVotesAt(clock.GetUtcNow()));
        IsUnknown = !IsTakenBack && await db.People.AnyAsync(p => p.Id == User.Id() && p.Voice == Voice.NotSaid && p.AreaId == null, ct);
        Code = tickets.Read(id, User.Id(), code) is { } read ? ReceiptCode.Show(read) : null;
        return Page();
    }
}
