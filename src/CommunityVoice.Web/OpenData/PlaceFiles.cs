using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.OpenData;

/// <summary>Open data of places, of who takes part in them, and of ideas.</summary>
public sealed class PlaceFiles(CommunityVoiceDb db, AreaTree tree, SharedViews shared, AreaOverviews overviews, TransferLedgers ledgers, Successions successions, ChecklistLibrary library, DecisionLog log, TimeProvider clock)
{
    public async Task<DataRows<AreaData>?> AreasAsync(DataPage page, CancellationToken ct) =>
        new("Areas", "/areas", [PageTag.Lists], await AreaData.PageAsync(db, UkTime.Today(clock), page.After, page.ToRead, ct));

    public async Task<DataThing<PlaceData>?> PlaceAsync(string slug, CancellationToken ct) =>
        await overviews.OfAsync(slug, ct) is { } overview
            ? new(overview.Area.Name, $"/areas/{slug}", [PageTag.Area(overview.Area.Id), PageTag.Lists], PlaceData.Of(overview))
            : null;

    /// <summary>The themes of a place and of all areas it contains.</summary>
    public async Task<DataRows<ThemeData>?> ThemesAsync(string slug, DataPage page, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return null;
        var view = await shared.OnAsync(UkTime.Today(clock), ct);
        return new($"What it was about in {area.Name}", $"/areas/{slug}", [PageTag.Area(area.Id), PageTag.Lists], await ThemeData.PageAsync(db, view, area, page.After, page.ToRead, ct));
    }

    /// <summary>Money handed on by or to bodies of a place and of all areas it contains.</summary>
    public async Task<DataRows<TransferData>?> TransfersAsync(string slug, DataPage page, CancellationToken ct) =>
        await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct) is { } area
            ? new($"Money handed on in {area.Name}", $"/areas/{slug}/transfers", [PageTag.Area(area.Id), PageTag.Lists], await ledgers.PageAsync(area, page.After, page.ToRead, ct))
            : null;

    /// <summary>What was decided for a place and for all areas it contains.</summary>
    public async Task<DataRows<LoggedDecision>?> DecisionsAsync(string slug, DataPage page, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return null;
        var within = await tree.WithinAsync(area.Id, UkTime.Today(clock), ct);
        return new($"What was decided for {area.Name}", $"/areas/{slug}/decisions", [PageTag.Area(area.Id), PageTag.Lists], await log.AfterAsync(new(within), page.After, page.ToRead, ct));
    }

    public async Task<DataRows<IdeaData>?> IdeasAsync(DataPage page, CancellationToken ct) =>
        new("Ideas taken on", "/ideas", [PageTag.Lists], await IdeaData.PageAsync(db, page.After, page.ToRead, ct));

    public async Task<DataRows<BodyData>?> BodiesAsync(DataPage page, CancellationToken ct)
    {
        var bodies = await Whole().Where(b => b.Id > page.After).OrderBy(b => b.Id).Take(page.ToRead).ToListAsync(ct);
        return new("Who takes part", "/bodies", [PageTag.Lists], await DataOfAsync(bodies, ct));
    }

    public async Task<DataThing<BodyData>?> BodyAsync(string slug, CancellationToken ct) =>
        await Whole().SingleOrDefaultAsync(b => b.Slug == slug, ct) is { } body
            ? new(body.Name, $"/bodies/{slug}", [PageTag.Lists], (await DataOfAsync([body], ct))[0])
            : null;

    private async Task<List<BodyData>> DataOfAsync(List<Body> bodies, CancellationToken ct)
    {
        var data = new List<BodyData>();
        var ids = bodies.ConvertAll(b => b.Id);
        var standings = await db.BodyStandings.AsNoTracking().Where(s => ids.Contains(s.BodyId)).ToListAsync(ct);
        var answers = await db.ChecklistAnswers.AsNoTracking().Where(a => a.Checklist == library.ForBodies.Code && a.BodyId != null && ids.Contains(a.BodyId.Value)).ToListAsync(ct);
        var (tookOver, handedOver) = await HandedWork.OfAsync(db, ids, ct);
        var today = UkTime.Today(clock);
        foreach (var body in bodies)
        {
            var own = standings.FindAll(s => s.BodyId == body.Id);
            var holder = await successions.HolderOfAsync(body, ct);
            data.Add(BodyData.Of(body, holder.Id == body.Id ? null : holder.Slug, BodyStanding.On(today, own), ChecklistData.OfYears(library.ForBodies, answers.Where(a => a.BodyId == body.Id)), today) with
            {
                Standings = StandingData.Of(own, today),
                TookOver = [.. tookOver[body.Id]],
                HandedOver = [.. handedOver[body.Id]],
            });
        }
        return data;
    }

    private IQueryable<Body> Whole() => db.Bodies.AsNoTracking().Include(b => b.Remits).ThenInclude(r => r.Area).Include(b => b.Remits).ThenInclude(r => r.CommissionedBy).Include(b => b.Remits).ThenInclude(r => r.Budgets).AsSplitQuery();
}
