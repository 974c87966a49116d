using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>Renames an element and says what it cannot work without.</summary>
[Authorize]
public sealed class EditModel(CommunityVoiceDb db, ElementDesk desk, ElementChoices choices) : PageModel
{
    [BindProperty] public ElementInput Input { get; set; } = new();

    public Element Element { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Bodies { get; private set; } = [];

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        Input = ElementInput.From(Element);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        ModelState.Remove("Input.AreaId"); // it stays where it is
        if (Input.Needs.Exists(n => !Others.Any(o => o.Value == $"{n}"))) return BadRequest();
        var provider = await db.Bodies.SingleOrDefaultAsync(b => b.Id == Input.ProviderId, ct);
        if (Input.ProviderId is not null && provider is null) return BadRequest();
        Input.Check(ModelState);
        var facts = Input.Facts(provider);
        if (await desk.HasAnotherAsync(Element.AreaId, id, facts.DirectoryId, ct)) ModelState.AddModelError("Input.DirectoryId", "The area has another with this number");
        if (ModelState.IsValid && await desk.RoundAsync(Element, Input.Needs, ct) is { } round) ModelState.AddModelError("Input.Needs", round);
        if (!ModelState.IsValid) return this.PageWithErrors();
        var needs = await db.Elements.Where(e => Input.Needs.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(ct);
        if (await desk.ChangeAsync(Element, facts, needs, User.Id(), ct))
        {
            Done = "It is saved.";
            return RedirectToPage("Index");
        }
        ModelState.AddModelError("Input.Name", "The area has another of that name");
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        if (await desk.FindAsync(id, ct) is not { } found) return NotFound();
        if (!(await desk.AreasAsync(User.Id(), ct)).Contains(found.AreaId)) return Forbid();
        var kept = found.Needs.ConvertAll(n => n.NeedsId);
        var others = (await desk.OfAsync(found.AreaId, ct)).Where(e => e.Id != id).ToList();
        others.AddRange(await db.Elements.AsNoTracking().Where(e => kept.Contains(e.Id) && e.EndedAt != null).ToListAsync(ct));
        Bodies = await choices.BodiesAsync(found.ProviderId, ct);
        (Element, Others) = (found, [.. others.DistinctBy(e => e.Id).Select(e => new SelectListItem(e.Name, $"{e.Id}"))]);
        return null;
    }
}
