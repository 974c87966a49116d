using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>Finds every level a postcode lies in, who acts there and who holds the budget, from the list held here; the postcode goes nowhere else.</summary>
public sealed class FindModel(CommunityVoiceDb db, PostcodeLookup postcodes, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "Your postcode", Description = "For example, QV4 2AB")]
    public string? Postcode { get; set; }

    public string? Found { get; private set; }
    public IReadOnlyList<PostcodeLevel> Levels { get; private set; } = [];
    public IReadOnlyList<ConsultationLink> Open { get; private set; } = [];
    public bool IsSplit => Levels.Any(l => l.Instead is not null);
    public IEnumerable<PostcodeLevel> CrossingBoundaries => Levels.Where(l => l.Overlaps.Count > 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Request.Query.ContainsKey(nameof(Postcode))) return Page();
        if (PostcodeText.Normalise(Postcode) is not { } code) return Wrong("Enter a whole postcode, like QV4 2AB");
        if (await postcodes.OfAsync(code, ct) is not { } levels)
            return Wrong($"We do not have {PostcodeText.Written(code)} in our list. Check it, or choose your area from the list");

        (Found, Levels) = (PostcodeText.Written(code), levels);
        var (now, around) = (clock.GetUtcNow(), levels.Select(l => l.Id).ToHashSet());
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
