using System.ComponentModel.DataAnnotations;
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
public sealed class NewModel(CommunityVoiceDb db, ReviewDesk desk, ReviewChoices choices) : PageModel
{
    [BindProperty] public NewInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Frameworks { get; private set; } = [];

    /// <summary>An area and guidelines may be chosen by whatever led here.</summary>
    public async Task<IActionResult> OnGetAsync(string? area, string? framework, CancellationToken ct)
    {
        (Input.Area, Input.Framework) = (area, framework);
        return await ListAsync(ct) ? Page() : Forbid();
    }

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
        (Areas, Frameworks) = (await choices.AreasAsync(User, ct), await choices.FrameworksAsync(ct));
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
