using CommunityVoice.Analysis.Text;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Pages.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Ideas;

/// <summary>The one-minute form for an idea: written first, who it is from asked last.</summary>
[AllowAnonymous]
public sealed class NewModel(CommunityVoiceDb db, Suggestions suggestions, Drafts drafts, TimeProvider clock) : PageModel
{
    [BindProperty] public IdeaInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public bool IsSignedIn => User.IdOrNull() is not null;
    public AskForEmail? Ask { get; private set; }

    public async Task OnGetAsync(string? area, CancellationToken ct)
    {
        Input.Area = area;
        await FindAreasAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await FindAreasAsync(ct);
        if (ModelState.IsValid && !Areas.Any(a => a.Value == Input.Area))
        {
            var id = await db.Areas.Where(a => a.Slug == Input.Area).Select(a => a.Id).SingleOrDefaultAsync(ct);
            ModelState.AddModelError("Input.Area", await AreaStory.EndedWordsAsync(db, id, UkTime.Today(clock), ct) ?? "Choose the area");
        }
        if (!IsSignedIn && string.IsNullOrWhiteSpace(Input.Name)) ModelState.AddModelError("Input.Name", "Enter a name to show");
        if (!string.IsNullOrEmpty(Input.Website)) ModelState.AddModelError("Input.Website", "Leave this box empty");
        if (PersonalDetails.In($"{Input.Title}\n{Input.Body}").FirstOrDefault(d => d.Detail == PersonalDetail.NhsNumber) is { Words: { } number })
            ModelState.AddModelError("Input.Body", $"Take out the NHS number {number}: it shows who somebody is");
        if (!ModelState.IsValid) return this.PageWithErrors();

        if (User.IdOrNull() is not { } person)
        {
            Ask = new AskForEmail { Draft = drafts.Protect(new Draft(Input.Area!, null, CleanText.Of(Input.Body), CleanText.OneLine(Input.Name), CleanText.OneLine(Input.Title))), Button = "Send me a code" };
            return Page();
        }
        var areaId = await db.Areas.Where(a => a.Slug == Input.Area).Select(a => a.Id).SingleAsync(ct);
        if (await suggestions.SendAsync(person, areaId, Input.Title!, Input.Body!, ct) is { } idea) return Redirect($"/ideas/{idea.Id}");
        ModelState.AddModelError("Input.Title", $"You have sent {Suggestions.MostAtOnce} ideas in {Suggestions.Spell.TotalMinutes:0} minutes. Wait a little, then send this one: your words stay here");
        return this.PageWithErrors();
    }

    // Wards and larger: what people call the place they live in.
    private async Task FindAreasAsync(CancellationToken ct) => Areas = [.. (await db.Areas.AsNoTracking().HoldingOn(UkTime.Today(clock))
        .Where(a => a.Level == AreaLevel.Neighbourhood || a.Level == AreaLevel.Ward || a.Level == AreaLevel.Locality || a.Level == AreaLevel.NeighbourhoodTeam || a.Level == AreaLevel.Place)
        .OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => new { a.Name, a.Slug }).ToListAsync(ct)).Select(a => new SelectListItem(a.Name, a.Slug))];
}
