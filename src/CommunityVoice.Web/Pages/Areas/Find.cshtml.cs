using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>One area that a postcode lies in.</summary>
public sealed record AreaFound(string Slug, string Name, AreaLevel Level);

/// <summary>Finds every area a postcode lies in, from the list held here; the postcode goes nowhere else.</summary>
public sealed class FindModel(CommunityVoiceDb db, AreaTree tree, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Your postcode", Description = "For example, QV4 2AB")]
    public string? Postcode { get; set; }

    public string? Found { get; private set; }
    public IReadOnlyList<AreaFound> Areas { get; private set; } = [];
    public IReadOnlyList<ConsultationLink> Open { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Request.Query.ContainsKey(nameof(Postcode))) return Page();
        if (PostcodeText.Normalise(Postcode) is not { } code) return Wrong("Enter a whole postcode, like QV4 2AB");
        if (await db.Postcodes.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, ct) is not { } postcode)
            return Wrong($"We do not have {PostcodeText.Written(code)} in our list. Check it, or choose your area from the list");

        Found = PostcodeText.Written(code);
        var now = clock.GetUtcNow();
        var around = await tree.AroundAsync(postcode.WardId, UkTime.Day(now), ct);
        Areas = await db.Areas.AsNoTracking().KnownToPeople().Where(a => around.Contains(a.Id))
            .Select(a => new AreaFound(a.Slug, a.Name, a.Level)).ToListAsync(ct);
        Areas = [.. Areas.OrderBy(a => a.Level)];
        Open = await db.Consultations.AsNoTracking().OpenAt(now).Where(c => around.Contains(c.AreaId))
            .OrderBy(c => c.ClosesAt == null).ThenBy(c => c.ClosesAt).ThenBy(c => c.Id)
            .Select(c => new ConsultationLink(c.Slug, c.Title, c.Question, c.OpensOn, c.ClosesOn, c.Comments, c.People, c.Area.Name)).ToListAsync(ct);
        return Page();
    }

    private IActionResult Wrong(string message)
    {
        ModelState.AddModelError(nameof(Postcode), message);
        return this.PageWithErrors();
    }
}
