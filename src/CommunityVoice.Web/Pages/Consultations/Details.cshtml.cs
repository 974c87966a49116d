using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Discussion;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.TagHelpers;
using CommunityVoice.Web.Threads;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>A consultation: what it is about, how to take part, and what people say.</summary>
[AllowAnonymous]
public sealed class DetailsModel(CommunityVoiceDb db, Discussions discussions, HeardFrom heard, ReachPlan plan, LegalHooks hooks, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [FromQuery] public string? Sort { get; set; }
    [FromQuery] public string? After { get; set; }
    [FromQuery] public string? Before { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<Ballot> Ballots { get; private set; } = [];
    public PublishedSummary? Summary { get; private set; }
    public IReadOnlyList<TimelineStage> Timeline { get; private set; } = [];
    public WhoWasHeard Heard { get; private set; } = WhoWasHeard.Nothing;
    public IReadOnlyList<PlannedBesideHeard> Reach { get; private set; } = [];
    public IReadOnlyList<SameWords> SameWords { get; private set; } = [];
    public IReadOnlyList<OnBehalf.MeetingRow> Meetings { get; private set; } = [];
    public ShownDiscussion Discussion { get; private set; } = null!;
    public IReadOnlyList<PublicEvent> Events { get; private set; } = [];
    public IReadOnlyList<OwnComment> Own { get; private set; } = [];
    public Stage Stage { get; private set; }
    /// <summary>On which law it rests and how people are involved, in one line.</summary>
    public string? Law => string.Join(" ", new[] { hooks.WordsOf(Consultation.LegalHook), Consultation.Involvement is { } how ? $"How people are involved: {how.Word().ToLowerInvariant()}." : null }.OfType<string>()) is { Length: > 0 } line ? line : null;
    public DecisionClock? Clock => DecisionClock.Of(Consultation, UkTime.Today(clock));
    public ThreadOrder Order => Sort switch { "oldest" => ThreadOrder.Oldest, "supported" => ThreadOrder.MostSupported, _ => ThreadOrder.Newest };

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var found = await db.Consultations.AsNoTracking().Include(c => c.Area).Include(c => c.AskedBy).Include(c => c.Review)
            .Include(c => c.Documents).Include(c => c.Changes).SingleOrDefaultAsync(c => c.Slug == slug, ct);
        // A draft is there for the staff who write it, and for nobody else.
        if (found is null || (found.PublishedAt is null && !await authorization.MayAsync(User, Capability.Consult, found.AreaId)))
            return NotFound();
        if (found.PublishedAt is null) Response.LeaveOutOfSearch();

        (Consultation, Stage) = (found, found.StageAt(now));
        Ballots = await db.Ballots.AsNoTracking().Include(b => b.Consultation).Where(b => b.ConsultationId == found.Id).OrderBy(b => b.OpensAt).ThenBy(b => b.Id).ToListAsync(ct);
        Summary = await db.SummaryVersions.Where(v => v.Summary.ConsultationId == found.Id && v.PublishedAt != null).OrderBy(v => v.Id)
            .Select(v => new PublishedSummary(v.Summary.Slug, v.Title, v.PublishedAt!.Value)).FirstOrDefaultAsync(ct);
        if (!found.IsListeningSpace && found.OpensOn is not null) Timeline = Stages.Of(found, Ballots, Summary?.At, now);
        (Heard, Meetings) = (await heard.OfAsync(found, ct), await heard.MeetingsAsync(found.Id, ct));
        Reach = PlannedBesideHeard.Of(await plan.OfAsync(found.Id, ct), Heard.ByVoice, Stage);
        SameWords = await db.NearCopies.Where(n => n.ConsultationId == found.Id).GroupsAsync(db, ct);
        Events = await db.PublicEvents.AsNoTracking().Where(e => e.ConsultationId == found.Id).ToCome(now).Take(20).ToListAsync(ct);
        Discussion = await discussions.ShowAsync(found, new(found.Id, Order, ThreadKey.Read(After), ThreadKey.Read(Before)), ct);
        if (User.IdOrNull() is { } person)
            Own = await db.Comments.Where(c => c.ConsultationId == found.Id && c.AuthorId == person && c.RemovedAt == null && c.WithdrawnAt == null)
                .OrderByDescending(c => c.Id).Take(5).Select(c => new OwnComment(c.Id, c.Body, c.PostedAt, c.HeldAt != null)).ToListAsync(ct);
        HttpContext.ShowsPages([PageTag.Consultation(found.Id), PageTag.Area(found.AreaId)], ["sort", "after", "before"], NextChange(now));
        return Page();
    }

    public bool CanEdit(OwnComment comment) => clock.GetUtcNow() < comment.PostedAt + Comment.EditWindow;

    /// <summary>Another page of the same discussion.</summary>
    public string? OtherPage(ThreadKey? after = null, ThreadKey? before = null) => after is null && before is null ? null
        : $"?{(Order == ThreadOrder.Newest ? "" : $"sort={Sort}&")}{(after is null ? $"before={before}" : $"after={after}")}#comments";

    private DateTimeOffset? NextChange(DateTimeOffset now) =>
        Ballots.SelectMany(b => new[] { b.OpensAt, b.ClosesAt }).Append(Consultation.OpensAt).Append(Consultation.ClosesAt).Append(Events is [var next, ..] ? next.EndsAt : null).Where(at => at > now).Min();
}
