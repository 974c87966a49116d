using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Ballots;

/// <summary>One proposal in the list.</summary>
public sealed record ProposalRow(Exclusion Proposal, string? By, string? AnsweredBy);

/// <summary>What was proposed about papers of a ballot and what became of it: what waits first, then the newest.</summary>
[Uses(Capability.Moderate)]
public sealed class LeftOutModel(CommunityVoiceDb db, BallotAtHand atHand) : PageModel
{
    private const int OnPage = 50;

    public Ballot Ballot { get; private set; } = null!;
    public IReadOnlyList<ProposalRow> Proposals { get; private set; } = [];
    public int? Newer { get; private set; }
    public int? Older { get; private set; }

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, int from, CancellationToken ct)
    {
        var (ballot, refused) = await atHand.FindAsync(this, id, Capability.Moderate, ct);
        if (refused is not null) return refused;
        from = Math.Max(0, from);
        var found = await db.Exclusions.AsNoTracking().Include(e => e.Papers).Where(e => e.BallotId == id)
            .OrderBy(e => e.AnsweredAt == null ? 0 : 1).ThenByDescending(e => e.Id).Skip(from).Take(OnPage + 1)
            .Select(e => new ProposalRow(e, db.People.Where(p => p.Id == e.ProposedById).Select(p => p.DisplayName).FirstOrDefault(),
                db.People.Where(p => p.Id == e.AnsweredById).Select(p => p.DisplayName).FirstOrDefault())).ToListAsync(ct);
        (Ballot, Proposals) = (ballot, [.. found.Take(OnPage)]);
        (Newer, Older) = (from > 0 ? Math.Max(0, from - OnPage) : null, found.Count > OnPage ? from + OnPage : null);
        return Page();
    }
}
