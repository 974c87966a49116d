using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Reviews;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Which items of guidelines nobody has looked at in an area, with a way to begin.</summary>
[Authorize]
public sealed class UndiscussedModel(CommunityVoiceDb db, ReviewChoices choices, Undiscussed undiscussed) : PageModel
{
    [FromQuery, Display(Name = "Area")] public string? Area { get; set; }
    [FromQuery, Display(Name = "Guidelines")] public string? Framework { get; set; }

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];
    public Area Place { get; private set; } = null!;
    public Framework? Of { get; private set; }
    public IReadOnlyList<FrameworkItem> Items { get; private set; } = [];

    /// <summary>The newest review of the area by these guidelines.</summary>
    public string? Review { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Areas, Frameworks) = (await choices.AreasAsync(User, ct), await choices.FrameworksAsync(ct));
        if (Areas.Count == 0) return Forbid();
        Area ??= Areas[0].Value;
        Framework ??= Frameworks is [var newest, ..] ? newest.Value : null;
        if (!Areas.Any(a => a.Value == Area)) return NotFound();
        Place = await db.Areas.AsNoTracking().SingleAsync(a => a.Slug == Area, ct);
        Of = await db.Frameworks.AsNoTracking().Include(f => f.Items).SingleOrDefaultAsync(f => f.Slug == Framework, ct);
        if (Of is null) return Frameworks.Count == 0 ? Page() : NotFound();
        Items = await undiscussed.OfAsync(Place.Id, Of, ct);
        Review = await db.Reviews.Where(r => r.AreaId == Place.Id && r.FrameworkId == Of.Id).OrderByDescending(r => r.Id).Select(r => r.Slug).FirstOrDefaultAsync(ct);
        return Page();
    }
}
