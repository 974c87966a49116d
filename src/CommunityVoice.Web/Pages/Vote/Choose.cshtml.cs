using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>What a ballot offers: to read, and to choose from for whoever is signed in and may vote, or begins without and is asked who they are after that.</summary>
[AllowAnonymous]
public sealed class ChooseModel(CommunityVoiceDb db, Voters voters, VoteTickets tickets, KeptChoices kept, TimeProvider clock) : PageModel
{
    private Guid? chooser;

    [BindProperty] public VoteInput Input { get; set; } = new();

    public Ballot Ballot { get; private set; } = null!;
    public Voter? Voter { get; private set; }

    /// <summary>None for whoever only reads.</summary>
    public IVoteForm? Form { get; private set; }
    public bool IsOpen { get; private set; }
    public bool HasMore => Ballot.OpensAt > clock.GetUtcNow();

    /// <summary>Letters with codes went out, so somebody may hold one.</summary>
    public bool HasCodes { get; private set; }

    /// <summary>Mixed for each person; as written for everybody who only reads.</summary>
    public IEnumerable<Priority> Priorities => Ballot.OptionsFor(Form is null ? Voter?.PersonId : ChooserId);

    private Guid ChooserId => chooser ??= Voter?.PersonId ?? kept.Holder(HttpContext);

    public async Task<IActionResult> OnGetAsync(long id, string? choices, bool begin, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } found) return NotFound();
        if (found.HasEndedAt(clock.GetUtcNow())) return RedirectToPage("Results", new { id });
        if (Voter is null)
        {
            if (begin && IsOpen && !found.HasMarks) Form = VoteForms.Of(found, ChooserId, kept.Of(HttpContext, id) ?? "");
            else HttpContext.ShowsPages(found.PageTags, ["begin"], IsOpen ? found.EndsAt : found.OpensAt);
            return Page();
        }
        if (!IsOpen || !Voter.MayVote) return Page();
        if (found.HasMarks) return RedirectToPage("Statement", new { id });
        Form = VoteForms.Of(found, ChooserId, tickets.Read(id, Voter.PersonId, choices) ?? Voter.Choices ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { HasMarks: false } found) return NotFound();
        if (!IsOpen) return RedirectToPage("Results", new { id, late = true });
        if (Voter is { MayVote: false }) return RedirectToPage("Eligibility", new { id });
        ModelState.Clear(); // what was typed is read below, with words of our own for what is wrong
        Form = VoteForms.Read(found, ChooserId, Input, ModelState);
        if (Input.IsPress) Form.Press(Input);
        else Form.Check(ModelState);
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Input.IsPress) return Page();
        if (Voter is not null) return RedirectToPage("Check", new { id, choices = tickets.Write(id, Voter.PersonId, Form.Choices) });
        kept.Keep(HttpContext, id, ChooserId, Form.Choices);
        return RedirectToPage("Check", new { id }); // which asks who they are first
    }

    public string? ErrorOf(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    private async Task<Ballot?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.FindWithPagesAsync(id, ct) is not { } found) return null;
        (Ballot, IsOpen) = (found, found.TakesVotesAt(clock.GetUtcNow()));
        if (User.IdOrNull() is { } person) Voter = await voters.AtAsync(found, person, ct);
        HasCodes = IsOpen && Voter is not null && await db.VotingCodes.AnyAsync(c => c.BallotId == id, ct);
        return found;
    }
}
