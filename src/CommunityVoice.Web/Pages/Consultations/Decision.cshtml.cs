using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>What was decided, with an answer to each theme; until then, when the answer is due and why it is late.</summary>
[AllowAnonymous]
public sealed class DecisionModel(CommunityVoiceDb db, YouSaid cards, TimeProvider clock) : PageModel
{
    /// <summary>An earlier version; the newest without it.</summary>
    [FromQuery] public int? Version { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public DecisionClock Clock { get; private set; } = null!;
    public DecisionRecord? Record { get; private set; }
    public IReadOnlyList<DecisionLink> Versions { get; private set; } = [];
    public IReadOnlyList<DecisionDelay> Delays { get; private set; } = [];
    public bool IsNewest => Record?.Number == Versions.Count;

    /// <summary>What led where: of the newest version.</summary>
    public IReadOnlyList<YouSaidCard> Cards { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong version shows the newest
        var found = await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct);
        if (found is null) return NotFound();
        if (DecisionClock.Of(found, UkTime.Today(clock)) is not { } running) return NotFound();
        (Consultation, Clock) = (found, running);
        Versions = await db.DecisionRecords.AsNoTracking().Where(r => r.ConsultationId == found.Id).OrderBy(r => r.Number).Select(r => new DecisionLink(r.Number, r.PublishedAt, r.Correction)).ToListAsync(ct);
        Delays = await db.DecisionDelays.AsNoTracking().Include(d => d.From).Where(d => d.ConsultationId == found.Id).OrderByDescending(d => d.Id).ToListAsync(ct);
        var wanted = Version ?? Versions.Count;
        Record = await db.DecisionRecords.AsNoTracking().Include(r => r.By).Include(r => r.Cites.Summary).Include(r => r.Answers).ThenInclude(a => a.Theme!.Area)
            .Include(r => r.Answers).ThenInclude(a => a.Recommendation).Include(r => r.Answers).ThenInclude(a => a.Strategy).AsSingleQuery()
            .SingleOrDefaultAsync(r => r.ConsultationId == found.Id && r.Number == wanted, ct);
        if (Record is null && Version is not null) return NotFound();
        if (Record is not null && IsNewest) Cards = [.. (await cards.OfAsync(db.Consultations.Where(c => c.Id == found.Id), null, 1, ct)).Take(YouSaid.PageSize)];
        HttpContext.ShowsPages([PageTag.Consultation(found.Id), PageTag.Lists], ["version"]);
        return Page();
    }
}

/// <summary>A version of a decision, to lead to.</summary>
public sealed record DecisionLink(int Number, DateTimeOffset At, string? Correction);
