using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Enters one paper form after the other, by keyboard.</summary>
[Uses(Capability.EnterOnBehalf)]
public sealed class EnterPaperModel(CommunityVoiceDb db, IAuthorizationService authorization, PaperForms forms, AreaTree tree, TimeProvider clock) : PageModel
{
    [BindProperty]
    public PaperInput Input { get; set; } = new();

    public Ballot Ballot { get; private set; } = null!;
    public PaperChoices Typed => new(Ballot, Input.Choices);
    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public bool IsOpen => Ballot.TakesVotesAt(clock.GetUtcNow());

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Input.ReceivedOn = UkTime.Today(clock);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Input.ReceivedOn > UkTime.Today(clock)) ModelState.AddModelError("Input.ReceivedOn", "The day it came cannot be after today");
        if (Input.AreaId is { } area && !Areas.Any(a => a.Value == $"{area}")) ModelState.AddModelError("Input.AreaId", "Choose an area from the list");
        var choices = Typed.Read(ModelState);
        if (ModelState.ErrorCount > 0) return this.PageWithErrors();
        var outcome = await forms.EnterAsync(id, Input.Form(choices), User.Id(), ct);
        if (outcome == PaperOutcome.NumberTaken) ModelState.AddModelError("Input.Number", "A form with this number is entered already. Check the number, or take that form back first");
        if (outcome == PaperOutcome.Closed) ModelState.AddModelError("", "This ballot is not taking votes now, so the form was not entered");
        if (outcome == PaperOutcome.NotAsAsked) ModelState.AddModelError(PaperChoices.All, "These choices are not what this ballot asks for: check the form");
        if (outcome != PaperOutcome.Entered) return this.PageWithErrors();
        Done = $"Form {PaperForms.NumberOf(Input.Number!)} is entered.";
        return RedirectToPage(new { id });
    }

    public string? ErrorOf(string field) => ModelState[field]?.Errors.FirstOrDefault()?.ErrorMessage;

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (await db.Ballots.AsNoTracking().WithPages().WithOffer().SingleOrDefaultAsync(b => b.Id == id, ct) is not { } ballot) return NotFound();
        if (!await authorization.MayAsync(User, Capability.EnterOnBehalf, ballot.Consultation.AreaId)) return Forbid();
        var within = await tree.WithinAsync(ballot.Consultation.AreaId, UkTime.Today(clock), ct);
        Areas = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).Where(a => within.Contains(a.Id)).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new SelectListItem(a.Name, $"{a.Id}")).ToListAsync(ct);
        Ballot = ballot;
        return null;
    }
}
