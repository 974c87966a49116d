using CommunityVoice.AnnualReports;
using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Bodies;

/// <summary>An action of a published strategy that a body owns, and how it stands, if somebody reported.</summary>
public sealed record OwnedAction(string Slug, string Strategy, int Number, string Title, DateOnly? DueOn, ActionState? State);

/// <summary>One organisation: what it is, what it may do where, on what basis and until when, what it plans and what it asked.</summary>
public sealed class DetailsModel(CommunityVoiceDb db, Successions successions, ChecklistDesk checklists, ChecklistLibrary library, TimeProvider clock) : PageModel
{
    private const int MostRecommendations = 6;

    public Body Body { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<RecommendationRow> AskedOfIt { get; private set; } = [];
    public IReadOnlyList<ConsultationLink> Asked { get; private set; } = [];
    public IReadOnlyList<StrategyRow> Strategies { get; private set; } = [];
    public IReadOnlyList<OwnedAction> Owned { get; private set; } = [];
    public IReadOnlyList<(string Slug, string Title)> Years { get; private set; } = [];
    /// <summary>The years in which it looked back on its work, newest first, and what it says of the one that is shown.</summary>
    public IReadOnlyList<int> QualityYears { get; private set; } = [];
    public int Year { get; private set; }
    public IReadOnlyList<ChecklistRow> Quality { get; private set; } = [];
    public BodyStory Story { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, int? year, CancellationToken ct)
    {
        if (await db.Bodies.AsNoTracking().Include(b => b.Remits).ThenInclude(r => r.Area).Include(b => b.Remits).ThenInclude(r => r.CommissionedBy).Include(b => b.Remits).ThenInclude(r => r.Budgets).AsSplitQuery()
            .SingleOrDefaultAsync(b => b.Slug == slug, ct) is not { } body) return NotFound();
        (Body, Today) = (body, UkTime.Today(clock));
        Story = await BodyStory.OfAsync(db, body.Id, Today, ct);
        var duties = await successions.DutiesOfAsync([body.Id], ct); // its own, and those that came to it
        Asked = await db.Consultations.AsNoTracking().Where(c => c.AskedById == body.Id && c.PublishedAt != null)
            .OrderByDescending(c => c.OpensAt).ThenByDescending(c => c.Id).Take(12)
            .Select(c => new ConsultationLink(c.Slug, c.Title, c.Question, c.OpensOn, c.ClosesOn, c.Comments, c.People, c.Area.Name)).ToListAsync(ct);
        AskedOfIt = await db.Recommendations.Sent().Where(r => r.AddresseeId == body.Id || duties.Contains(r.AddresseeId)).InOrder(Today).Take(MostRecommendations).ToRowsAsync(Today, ct);
        var plans = db.StrategyVersions.AsNoTracking().Newest();
        Strategies = await plans.Where(v => v.Strategy.ById == body.Id || duties.Contains(v.Strategy.ById)).ToRows().Take(12).ToListAsync(ct);
        Owned = await plans.SelectMany(v => v.Actions).Where(a => a.OwnerId == body.Id || duties.Contains(a.OwnerId!.Value)).OrderBy(a => a.DueOn).ThenBy(a => a.Id).Take(50)
            .Select(a => new OwnedAction(a.Version.Strategy.Slug, a.Version.Title, a.Number, a.Title, a.DueOn,
                a.Version.Strategy.Reports.Where(r => r.Action == a.Number).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Select(r => (ActionState?)r.State).FirstOrDefault())).ToListAsync(ct);
        Years = [.. (await db.AnnualReports.AsNoTracking().Published().Newest().Where(r => r.ById == body.Id).OrderByDescending(r => r.Year).Take(12).Select(r => new { r.Slug, r.Title }).ToListAsync(ct)).Select(r => (r.Slug, r.Title))];
        await LookBackAsync(year, ct);
        HttpContext.ShowsPages([PageTag.Lists], ["year"]);
        return Page();
    }

    private async Task LookBackAsync(int? year, CancellationToken ct)
    {
        QualityYears = await checklists.YearsAsync(library.ForBodies, Body.Id, ct);
        if (QualityYears.Count == 0) return;
        Year = year is { } wanted && QualityYears.Contains(wanted) ? wanted : QualityYears[0];
        Quality = await checklists.RowsAsync(library.ForBodies, ChecklistOf.One(Body, Year), ct);
    }
}
