using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Web.Pages.Manage.Elections;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>Says what is missing, field by field, or publishes. Scheduled when the opening day lies ahead.</summary>
[Uses(Capability.Consult)]
public sealed class PublishModel(CommunityVoiceDb db, IAuthorizationService authorization, ConsultationDesk desk, ElectionCalendar elections, ReachPlan plan, LegalHooks hooks, Glossary glossary, TimeProvider clock) : PageModel
{
    [BindProperty]
    public ElectionInput Input { get; set; } = new();

    public Consultation Shown { get; private set; } = null!;

    /// <summary>The pre-election periods in which it would open.</summary>
    public IReadOnlyList<ElectionPeriod> Periods { get; private set; } = [];
    public IReadOnlyList<Lack> Lacks { get; private set; } = [];

    /// <summary>What to look at again; it does not stand in the way.</summary>
    public PlainWords PlainWords { get; private set; } = null!;
    public string? Hook => hooks.NameOf(Shown.LegalHook);
    public bool OpensLater => Shown.OpensAt > clock.GetUtcNow();

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refused) return refused;
        if (Lacks.Count > 0)
        {
            foreach (var lack in Lacks) ModelState.AddModelError("", lack.Message);
            return this.PageWithErrors();
        }
        Input.Check(Periods, ModelState, "Give a reason for opening it in this period, or change the opening day");
        if (!ModelState.IsValid) return this.PageWithErrors();
        await desk.PublishAsync(Shown, ElectionNote.Of(Periods, Input.Reason), User.Id(), ct);
        Done = OpensLater ? "Scheduled. It opens by itself on the day." : "Published. People can have their say now.";
        return RedirectToPage("Task", new { slug });
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.Include(c => c.Area).Include(c => c.AskedBy).SingleOrDefaultAsync(c => c.Slug == slug && c.PublishedAt == null, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        (Shown, Lacks) = (consultation, PublishingChecks.Of(consultation, await plan.OfAsync(consultation.Id, ct)));
        if (await AreaStory.EndedWordsAsync(db, consultation.AreaId, UkTime.Today(clock), ct) is { } ended) Lacks = [.. Lacks, new Lack(nameof(ConsultationFacts.OpensOn), ended)];
        PlainWords = await PlainWords.OfAsync(consultation, db, glossary, ct);
        Periods = await elections.OpeningAsync(consultation.AreaId, consultation.OpensOn, ct);
        return null;
    }
}
