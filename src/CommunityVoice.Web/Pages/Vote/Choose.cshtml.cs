using CommunityVoice.Analysis.Ballots;
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

/// <summary>What a ballot offers: to read for everybody, to choose from for whoever is signed in.</summary>
[AllowAnonymous]
public sealed class ChooseModel(CommunityVoiceDb db, Participants participants, VoteTickets tickets, TimeProvider clock) : PageModel
{
    [BindProperty] public Dictionary<long, string?> Dots { get; set; } = [];
    [BindProperty] public long? Add { get; set; }
    [BindProperty] public long? Take { get; set; }

    public Ballot Ballot { get; private set; } = null!;
    public DotsForm Form { get; private set; } = null!;
    public bool IsOpen { get; private set; }
    public bool HasPaper { get; private set; }
    public bool HasMore => Ballot.OpensAt > clock.GetUtcNow();

    /// <summary>Mixed for each person; as written for everybody who only reads.</summary>
    public IEnumerable<Priority> Priorities => User.IdOrNull() is { } person ? Ballot.Priorities.MixedFor(person) : Ballot.Priorities;

    public async Task<IActionResult> OnGetAsync(long id, string? choices, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } found) return NotFound();
        if (found.HasEndedAt(clock.GetUtcNow())) return RedirectToPage("Results", new { id });
        if (User.IdOrNull() is not { } person)
        {
            HttpContext.ShowsPages(found.PageTags, until: IsOpen ? found.EndsAt : found.OpensAt);
            return Page();
        }
        var chosen = tickets.Read(id, person, choices) ?? await CastAsync(id, person, ct) ?? "";
        Form = new(found, DotsText.Read(chosen).ToDictionary());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } found) return NotFound();
        if (User.IdOrNull() is not { } person) return Challenge();
        if (!IsOpen) return RedirectToPage("Results", new { id, late = true });
        HasPaper = await CastAsync(id, person, ct) is { Length: > 0 };
        ModelState.Clear(); // numbers are read below, with words of our own for what is none
        Form = DotsForm.Read(found, Dots, ModelState);
        if (Add is not null || Take is not null)
        {
            Form.Change(Add, Take);
            return ModelState.IsValid ? Page() : this.PageWithErrors();
        }
        Form.Check(ModelState);
        if (!ModelState.IsValid) return this.PageWithErrors();
        return RedirectToPage("Check", new { id, choices = tickets.Write(id, person, DotsText.Write(Form.Dots)) });
    }

    public string? ErrorOf(long priority) => ModelState[DotsForm.Field(priority)]?.Errors.FirstOrDefault()?.ErrorMessage;

    private async Task<Ballot?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.FindWithPagesAsync(id, ct) is not { } found) return null;
        (Ballot, IsOpen) = (found, found.TakesVotesAt(clock.GetUtcNow()));
        return found;
    }

    private async Task<string?> CastAsync(long id, Guid person, CancellationToken ct)
    {
        var participant = await participants.FindAsync(person, ct);
        var cast = await db.BallotPapers.Where(p => p.BallotId == id && p.ParticipantId == participant).Select(p => p.Choices).SingleOrDefaultAsync(ct);
        HasPaper = cast is { Length: > 0 };
        return cast;
    }
}
