using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>What people put first: the sealed tally, with who decides and how to check it.</summary>
[AllowAnonymous]
public sealed class ResultsModel(BallotResults results, TimeProvider clock) : PageModel
{
    public BallotResult Result { get; private set; } = null!;
    public Ballot Ballot => Result.Ballot;
    public bool IsLate { get; private set; }
    public bool HasEnded { get; private set; }

    public string Heading => Result.IsFinal ? "What people put first" : "What people put first so far";

    public async Task<IActionResult> OnGetAsync(long id, bool late, CancellationToken ct)
    {
        if (await results.OfAsync(id, ct) is not { } found) return NotFound();
        (Result, IsLate, HasEnded) = (found, late, found.Ballot.HasEndedAt(clock.GetUtcNow()));
        HttpContext.ShowsPages(Ballot.PageTags, ["late"], HasEnded ? null : Ballot.EndsAt);
        return Page();
    }
}
