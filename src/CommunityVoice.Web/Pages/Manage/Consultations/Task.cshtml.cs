using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>One consultation as its task list: what is done, what is missing, what can be done next.</summary>
[Uses(Capability.Consult)]
public sealed class TaskModel(CommunityVoiceDb db, IAuthorizationService authorization, ElectionCalendar elections, ReachPlan plan, ChecklistDesk checklists, ChecklistLibrary library, TimeProvider clock) : PageModel
{
    public Consultation Shown { get; private set; } = null!;
    public Stage Stage { get; private set; }
    public IReadOnlyList<Lack> Lacks { get; private set; } = [];
    public IReadOnlyList<Document> Documents { get; private set; } = [];
    public IReadOnlyList<Ballot> Ballots { get; private set; } = [];
    public IReadOnlyList<PlannedGroup> Planned { get; private set; } = [];

    /// <summary>For how many of the principles there is evidence.</summary>
    public int Evidence { get; private set; }
    public int Principles => library.ForConsultations.Items.Count;

    /// <summary>The pre-election periods in which a draft would open.</summary>
    public IReadOnlyList<ElectionPeriod> Periods { get; private set; } = [];
    public bool MayAddBallots => BallotDesk.MayAdd(Shown, clock.GetUtcNow());
    public int MeetingsToCome { get; private set; }
    public bool MayEnterForms { get; private set; }
    public bool MayModerate { get; private set; }
    public bool MaySeeTrueCounts { get; private set; }
    public bool MayAssess { get; private set; }

    /// <summary>What could tell of single people, with the newest assessment of each; none where nobody made one.</summary>
    public IReadOnlyList<(Dataset Dataset, DisclosureAssessment? Newest)> Assessed { get; private set; } = [];

    [TempData]
    public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Include(c => c.Area).Include(c => c.AskedBy).Include(c => c.Changes.OrderBy(x => x.Id))
            .SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        if (!await authorization.MayAsync(User, Capability.Consult, consultation.AreaId)) return Forbid();
        Shown = consultation;
        Stage = consultation.StageAt(clock.GetUtcNow());
        Documents = await db.Documents.AsNoTracking().Include(d => d.Sections).Where(d => d.ConsultationId == consultation.Id).OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(ct);
        MeetingsToCome = await db.PublicEvents.Where(e => e.ConsultationId == consultation.Id && e.CancelledAt == null).ToCome(clock.GetUtcNow()).CountAsync(ct);
        MaySeeTrueCounts = await authorization.MayAsync(User, Capability.SeeTrueCounts, consultation.AreaId);
        MayAssess = await authorization.MayAsync(User, Capability.Publish, consultation.AreaId);
        var newest = await db.DisclosureAssessments.AsNoTracking().NewestAsync(consultation.Id, ct);
        Assessed = [.. consultation.Datasets().Select(d => (d, newest.GetValueOrDefault(d)))];
        MayModerate = await authorization.MayAsync(User, Capability.Moderate, consultation.AreaId);
        MayEnterForms = await authorization.MayAsync(User, Capability.EnterOnBehalf, consultation.AreaId);
        Ballots = await db.Ballots.AsNoTracking().Include(b => b.Consultation).Include(b => b.Priorities).Where(b => b.ConsultationId == consultation.Id).OrderBy(b => b.Id).ToListAsync(ct);
        Planned = await plan.OfAsync(consultation.Id, ct);
        Lacks = PublishingChecks.Of(consultation, Planned);
        Evidence = (await checklists.RowsAsync(library.ForConsultations, ChecklistOf.One(consultation), ct)).Count(r => r.Answer is not null);
        if (Stage == Stage.Draft && consultation.OpensOn is { } opens) Periods = await elections.OpeningAsync(consultation.AreaId, opens, ct);
        return Page();
    }

    public string StateOf(Ballot ballot) => ballot.State(clock.GetUtcNow());
}
