using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>
/// True counts of a ballot by voice and area, behind a warning and a purpose that is recorded (rule R-C13). Whoever may not see them gets the
/// protected results that everybody sees.
/// </summary>
[Authorize]
public sealed class CountsModel(BallotAtHand atHand, TrueCounts counts) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say what you need them for"), StringLength(TrueCounts.PurposeMaxLength, ErrorMessage = "What you need them for must be 300 characters or fewer")]
    [Display(Name = "What you need them for", Description = "It stays in the record of who did what, with your name. Write no names of others.")]
    public string? Purpose { get; set; }

    public Ballot Ballot { get; private set; } = null!;

    /// <summary>None before a purpose was given.</summary>
    public IReadOnlyList<TrueTable>? Tables { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } elsewhere) return elsewhere;
        if (!ModelState.IsValid) return this.PageWithErrors();
        Tables = await counts.OpenAsync(id, Purpose!.Trim(), User.Id(), ct);
        return Page();
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (ballot, refused) = await atHand.FindAsync(this, id, Capability.SeeTrueCounts, ct);
        if (refused is ForbidResult) return Redirect(FormattableString.Invariant($"/ballots/{id}/results?by=voice"));
        if (refused is not null) return refused;
        Response.Headers.CacheControl = "no-store";
        Ballot = ballot;
        return null;
    }
}
