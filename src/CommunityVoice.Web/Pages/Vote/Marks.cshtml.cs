using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>What somebody said to each statement, to read and to change, with the receipt code that stands for all of it.</summary>
[Authorize]
public sealed class MarksModel(CommunityVoiceDb db, Voters voters, TimeProvider clock) : PageModel
{
    public Ballot Ballot { get; private set; } = null!;
    public IReadOnlyList<OwnMark> Marks { get; private set; } = [];
    public string? Receipt { get; private set; }
    public bool CanChange { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.WithPages().AsNoTracking().Include(b => b.Consultation).SingleOrDefaultAsync(b => b.Id == id, ct) is not { HasMarks: true } found) return NotFound();
        Response.Headers.CacheControl = "no-store";
        var voter = await voters.AtAsync(found, User.Id(), ct);
        (Ballot, CanChange) = (found, found.TakesVotesAt(clock.GetUtcNow()));
        Receipt = voter.Receipt is { } code ? ReceiptCode.Show(code) : null;
        Marks = await db.OwnMarksAsync(id, voter.ParticipantId, ct);
        return Page();
    }
}
