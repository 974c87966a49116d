using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Themes;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>Gives themes to a consultation's comments: filter, choose many, assign or take off.</summary>
[Uses(Capability.Code)]
public sealed class CodeModel(
    CommunityVoiceDb db, CodingDesk desk, CodingList list, ThemeList themes, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)] public CommentFilter Filter { get; set; } = new();
    [BindProperty] public CodeInput Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<ThemeRow> Themes { get; private set; } = [];
    public CodingPage List { get; private set; } = null!;
    public CodingProgress Progress { get; private set; } = null!;
    public long After { get; private set; }

    /// <summary>How many links the last change made or ended.</summary>
    public int? Changed { get; private set; }

    public string NameOf(long themeId) => Themes.FirstOrDefault(t => t.Id == themeId)?.Name ?? "A theme of elsewhere";

    public async Task<IActionResult> OnGetAsync(string slug, long after, int? changed, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refusal) return refusal;
        (Changed, Input.WithCopies) = (changed, true);
        return await ShowAsync(after, ct);
    }

    public async Task<IActionResult> OnPostAsync(string slug, long after, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refusal) return refusal;
        var hasNew = !Input.Takes && !string.IsNullOrWhiteSpace(Input.NewTheme);
        var known = Themes.Select(t => t.Id).Intersect(Input.Themes).ToList();
        if (known.Count == 0 && !hasNew) ModelState.AddModelError("Input.Themes", Input.Takes ? "Choose the themes to take off" : "Choose a theme or name a new one");
        if (Input.Ids.Count == 0 && !Input.Everything) ModelState.AddModelError("Input.Ids", "Choose at least one comment");
        if (!ModelState.IsValid)
        {
            await ShowAsync(after, ct);
            return this.PageWithErrors();
        }
        if (hasNew) known.Add(await NewThemes.FindOrAddAsync(db, Consultation.AreaId, Input.NewTheme!, User.Id(), clock.GetUtcNow(), ct));
        if (Input.Everything) return Redirect($"/moderation/themes/{slug}/all{FilterAddress.Of(Filter, [("themes", string.Join(',', known)), ("takes", Input.Takes ? "true" : null)])}");

        var ids = await db.Comments.Where(c => c.ConsultationId == Consultation.Id && Input.Ids.Contains(c.Id)).Select(c => c.Id).ToListAsync(ct);
        if (Input.WithCopies) ids = await db.WithCopiesAsync(ids, ct);
        var changed = Input.Takes ? await desk.TakeOffAsync(known, ids, User.Id(), ct) : await desk.AssignAsync(known, ids, User.Id(), ct);
        return Redirect($"/moderation/themes/{slug}{FilterAddress.Of(Filter, [("after", after > 0 ? $"{after}" : null), ("changed", $"{changed}")])}");
    }

    private async Task<IActionResult> ShowAsync(long after, CancellationToken ct)
    {
        After = after;
        List = await list.PageAsync(Consultation, Filter, Themes, after, ct);
        Progress = await themes.ProgressAsync(Consultation.Id, Consultation.Comments, ct);
        return Page();
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } consultation) return NotFound();
        Consultation = consultation;
        if (!await authorization.MayAsync(User, Capability.Code, consultation.AreaId)) return Forbid();
        Themes = await themes.ForAsync(consultation.Id, consultation.AreaId, ct);
        return null;
    }
}
