using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>
/// One statement at a time, to agree or disagree with or to pass. Each mark counts at once, so whoever stops goes on where they were.
/// Who they are is asked after the first, which counts when they give it again.
/// </summary>
[AllowAnonymous]
public sealed class StatementModel(CommunityVoiceDb db, Voters voters, StatementTurns turns, OneMark marks, VoteTickets tickets, KeptChoices kept, TimeProvider clock) : PageModel
{
    /// <summary>One that was chosen to be changed, in place of the next.</summary>
    [BindProperty(SupportsGet = true)] public long? Statement { get; set; }
    [BindProperty] public int? Value { get; set; }

    public Ballot Ballot { get; private set; } = null!;
    public StatementTurn Turn { get; private set; } = null!;

    /// <summary>Only with the first mark.</summary>
    public string? Receipt { get; private set; }
    public bool HasAdded { get; private set; }
    public bool IsStranger => User.IdOrNull() is null;

    public async Task<IActionResult> OnGetAsync(long id, long? after, string? code, bool added, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } elsewhere) return elsewhere;
        Response.Headers.CacheControl = "no-store";
        if (User.IdOrNull() is not { } person)
        {
            Turn = await turns.OfStrangerAsync(Ballot, HttpContext, ct);
            return Page();
        }
        var voter = await voters.AtAsync(Ballot, person, ct);
        if (!voter.MayVote) return RedirectToPage("Choose", new { id });
        Turn = await turns.OfAsync(Ballot, voter, HttpContext, Statement, after, ct);
        if (Statement is not null && Turn.Shown is null) return RedirectToPage("Marks", new { id });
        HasAdded = added;
        Receipt = tickets.Read(id, voter.PersonId, code) is { } read ? ReceiptCode.Show(read) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, bool change, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } elsewhere) return elsewhere;
        if (Statement is not { } statement || Value is not (>= -1 and <= 1)) return BadRequest();
        if (User.IdOrNull() is not { } person)
        {
            kept.Keep(HttpContext, id, kept.Holder(HttpContext), MarkText.Write(statement, Value.Value));
            return RedirectToPage("/Account/SignIn", new { returnUrl = $"/ballots/{id}/statements" });
        }
        kept.Take(HttpContext, id);
        var cast = await marks.GiveAsync(Ballot, person, statement, Value.Value, ct);
        return cast.Outcome switch
        {
            CastOutcome.Closed => RedirectToPage("Results", new { id, late = true }),
            CastOutcome.NotEntitled => RedirectToPage("Eligibility", new { id }),
            CastOutcome.Accepted when change => RedirectToPage("Marks", new { id }),
            CastOutcome.Accepted => RedirectToPage("Statement", new { id, after = statement, code = cast.IsNew && cast.Receipt is { } receipt ? tickets.Write(id, person, receipt) : null }),
            _ => RedirectToPage("Statement", new { id }), // it was taken out meanwhile: on to the next
        };
    }

    // Where to go instead: not found, or closed.
    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.WithPages().AsNoTracking().Include(b => b.Consultation).ThenInclude(c => c.Area).SingleOrDefaultAsync(b => b.Id == id, ct) is not { HasMarks: true } found) return NotFound();
        Ballot = found;
        return found.TakesVotesAt(clock.GetUtcNow()) ? null : RedirectToPage("Results", new { id, late = Request.Method == "POST" });
    }
}
