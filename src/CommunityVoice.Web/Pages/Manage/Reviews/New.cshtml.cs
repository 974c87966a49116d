using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Reviews;

/// <summary>Starts a review of an area by a set of guidelines. It is public at once.</summary>
[Authorize]
public sealed class NewModel(CommunityVoiceDb db, ReviewDesk desk, Permissions permissions) : PageModel
{
    [BindProperty] public NewInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ListAsync(ct) ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ListAsync(ct)) return Forbid();
        if (!ModelState.IsValid) return this.PageWithErrors();
        var area = Areas.Any(a => a.Value == Input.Area) ? await db.Areas.SingleOrDefaultAsync(a => a.Slug == Input.Area, ct) : null;
        var framework = await db.Frameworks.SingleOrDefaultAsync(f => f.Slug == Input.Framework, ct);
        if (area is null || framework is null || await desk.BodyAsync(User.Id(), area.Id, ct) is not { } by) return BadRequest();
        var review = await desk.StartAsync(Input.Title!, Input.About!, area, framework, by, User.Id(), ct);
        return RedirectToPage("Details", new { slug = review.Slug });
    }

    private async Task<bool> ListAsync(CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return false;
        var areas = await permissions.AreasAsync(User.Id(), Capability.Publish, ct);
        areas.UnionWith(await permissions.AreasAsync(User.Id(), Capability.Plan, ct));
        Areas = await db.Areas.AsNoTracking().Where(a => areas.Contains(a.Id) && AreaQueries.Known.Contains(a.Level))
            .OrderByDescending(a => a.Level).ThenBy(a => a.Name).ThenBy(a => a.Id).Select(a => new SelectListItem(a.Name, a.Slug)).ToListAsync(ct);
        Frameworks = await db.Frameworks.AsNoTracking().OrderByDescending(f => f.Id).Select(f => new SelectListItem(f.Name, f.Slug)).ToListAsync(ct);
        return Areas.Count > 0;
    }

    /// <summary>What the form holds.</summary>
    public sealed class NewInput
    {
        [Display(Name = "Title", Description = "Such as “Neighbourhood review 2027”."), Required(ErrorMessage = "Enter a title"), StringLength(Review.TitleMaxLength)]
        public string? Title { get; set; }

        [Display(Name = "What is it about?", Description = "What you look at, with whom, and what comes of it."), Required(ErrorMessage = "Say what it is about"), StringLength(Review.AboutMaxLength)]
        public string? About { get; set; }

        [Display(Name = "Area"), Required(ErrorMessage = "Choose an area")]
        public string? Area { get; set; }

        [Display(Name = "Guidelines", Description = "What is found is said of each item of these."), Required(ErrorMessage = "Choose guidelines")]
        public string? Framework { get; set; }
    }
}
