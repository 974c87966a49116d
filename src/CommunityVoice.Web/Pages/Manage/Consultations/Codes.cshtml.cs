using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Makes codes for letters. They are shown once, to be printed or taken as a file; later only how many were used is known.</summary>
[Uses(Capability.Consult)]
public sealed class CodesModel(CommunityVoiceDb db, IAuthorizationService authorization, VotingCodes codes, PrintedCodes printed, SiteAddress site, TimeProvider clock) : PageModel
{
    [BindProperty, Display(Name = "How many codes", Description = "One for each letter, and a few to spare")]
    public string? Count { get; set; }

    [BindProperty]
    public string? Sealed { get; set; }

    public Ballot Ballot { get; private set; } = null!;
    public IReadOnlyList<CodeRun> Runs { get; private set; } = [];
    public IReadOnlyList<string> Made { get; private set; } = [];
    public string VoteAddress => site.To($"/ballots/{Ballot.Id}");
    public bool MayMake => Ballot.WhoMayVote == VoterTier.LetterCode && !Ballot.HasEndedAt(clock.GetUtcNow());

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!MayMake) return BadRequest();
        if (!int.TryParse(Count?.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or > VotingCodes.MostAtOnce)
        {
            ModelState.AddModelError(nameof(Count), $"Enter a number from 1 to {VotingCodes.MostAtOnce:N0}");
            return this.PageWithErrors();
        }
        Made = await codes.MakeAsync(Ballot, count, User.Id(), ct);
        (Sealed, Runs) = (printed.Seal(id, Made), await codes.RunsAsync(id, ct));
        ModelState.Clear(); // the box is empty again, so that a second press makes no second run
        Count = null;
        return Page();
    }

    public async Task<IActionResult> OnPostFileAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (printed.Open(id, Sealed) is not { } made) return BadRequest();
        var text = CsvText.Line("Number", "Code", "Ballot", "Where to use it")
            + string.Concat(made.Select((code, i) => CsvText.Line((i + 1).ToString(CultureInfo.InvariantCulture), code, Ballot.Title, VoteAddress)));
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(text)).ToArray(), "text/csv; charset=utf-8", $"ballot-{id}-codes.csv");
    }

    public async Task<IActionResult> OnPostCancelAsync(long id, int run, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        var cancelled = await codes.CancelAsync(Ballot, run, User.Id(), ct);
        Done = $"{Words.Count(cancelled, "code", "codes")} of run {run} stopped working. Votes that were cast with others stay.";
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.Include(b => b.Consultation).SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, ballot.Consultation.AreaId)) return Forbid();
        (Ballot, Runs) = (ballot, await codes.RunsAsync(id, ct));
        return null;
    }
}
