using CommunityVoice.Activity;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Sets up the dots ballot of a consultation. Once it is public its wording is fixed: people have chosen by it.</summary>
[Uses(Capability.Consult)]
public sealed class BallotModel(CommunityVoiceDb db, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    private const int MostPriorities = 40;

    [BindProperty]
    public BallotInput Input { get; set; } = new();

    public Consultation Shown { get; private set; } = null!;
    public Ballot? Ballot { get; private set; }
    public bool IsFixed => Shown.PublishedAt is not null && (Ballot is not null || !Shown.IsOpenAt(clock.GetUtcNow()));

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Ballot is not null)
        {
            Input = new BallotInput
            {
                Title = Ballot.Title,
                DotsEach = Ballot.DotsEach,
                MostOnOne = Ballot.MostOnOne,
                Priorities = string.Join('\n', Ballot.Priorities.OrderBy(p => p.Order).Select(p => p.Detail.Length > 0 ? $"{p.Title} | {p.Detail}" : p.Title)),
            };
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (IsFixed) return BadRequest();
        var offered = Offered();
        if (Shown.OpensAt is null) ModelState.AddModelError("", "Enter the day the consultation opens first: the ballot opens with it");
        if (Input.MostOnOne > Input.DotsEach) ModelState.AddModelError("Input.MostOnOne", "The most on one priority cannot be more than each person has");
        if (Input.Priorities is not null && offered.Count is < 2 or > MostPriorities) ModelState.AddModelError("Input.Priorities", $"Enter between 2 and {MostPriorities} priorities");
        if (offered.Find(o => o.Title.Length > Priority.TitleMaxLength) is { Title.Length: > 0 } tooLong) ModelState.AddModelError("Input.Priorities", $"“{tooLong.Title[..40]}…” must be {Priority.TitleMaxLength} characters or fewer");
        if (!ModelState.IsValid) return this.PageWithErrors();

        if (Ballot is not null) db.Ballots.Remove(Ballot); // not public yet: nobody has chosen by it
        var ballot = new Ballot(Shown, Input.Title!.Trim(), BallotRules.Dots(Input.DotsEach, Input.MostOnOne), Shown.OpensAt!.Value, Shown.ClosesAt);
        foreach (var (offer, index) in offered.Select((o, i) => (o, i))) ballot.Priorities.Add(new Priority(ballot, offer.Title, offer.Detail, index + 1));
        db.Ballots.Add(ballot);
        db.ActivityEntries.Add(new ActivityEntry(User.Id(), "ballot.written", "Consultation", Shown.Id, $"{ballot.Title}: {offered.Count} priorities, {ballot.DotsEach} dots", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        Done = "The ballot is saved.";
        return RedirectToPage("Task", new { slug });
    }

    private List<(string Title, string Detail)> Offered() => [.. (Input.Priorities ?? "").ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries)).Where(parts => parts[0].Length > 0)
        .Select(parts => (parts[0], parts.Length > 1 ? parts[1] : ""))];

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.SingleOrDefaultAsync(c => c.Slug == slug && !c.IsListeningSpace, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Shown = consultation;
        Ballot = await db.Ballots.Include(b => b.Priorities).Where(b => b.ConsultationId == Shown.Id && b.Method == BallotMethod.Dots).OrderBy(b => b.Id).FirstOrDefaultAsync(ct);
        return null;
    }
}
