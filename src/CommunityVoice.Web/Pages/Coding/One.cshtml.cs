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

/// <summary>Gives themes to one comment after the other, by key if there is a keyboard: what might fit is suggested, and the last step can be undone.</summary>
[Uses(Capability.Code)]
public sealed class OneModel(CommunityVoiceDb db, OneByOne coding, ThemeList themes, IAuthorizationService authorization, TimeProvider clock) : PageModel
{
    [BindProperty] public OneInput Input { get; set; } = new();
    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<ThemeRow> Themes { get; private set; } = [];
    public CommentToCode? Current { get; private set; }
    public CodingProgress Progress { get; private set; } = null!;
    public SuggestionRecord Record { get; private set; } = null!;

    /// <summary>What the last step did, to undo it.</summary>
    public CodingStep? Last { get; private set; }
    public bool HasSkipped { get; private set; }
    public string Here => $"/moderation/themes/{Consultation.Slug}/one";

    public async Task<IActionResult> OnGetAsync(string slug, long after, long? at, string? last, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refusal) return refusal;
        (Last, HasSkipped) = (CodingStep.Read(last), after > 0);
        if ((at ?? await coding.NextAsync(Consultation.Id, after, ct)) is not { } id) return await ShowAsync(null, ct);
        if (await coding.FindAsync(Consultation, id, Themes, ct) is not { } comment) return NotFound();
        (Input.Themes, Input.WithCopies) = ([.. comment.Themes], true);
        return await ShowAsync(comment, ct);
    }

    public async Task<IActionResult> OnPostAsync(string slug, long at, string? undo, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } refusal) return refusal;
        var step = CodingStep.Read(undo);
        if (await coding.FindAsync(Consultation, step?.CommentId ?? at, Themes, ct) is not { } comment) return NotFound();
        if (step is not null)
        {
            await coding.UndoAsync(step with { Given = Known(step.Given), TakenOff = Known(step.TakenOff) }, User.Id(), ct);
            return Redirect($"{Here}?at={step.CommentId}");
        }
        var chosen = Known(Input.Themes);
        var isNew = !string.IsNullOrWhiteSpace(Input.NewTheme);
        if (chosen.Count == 0 && !isNew && comment.Themes.Count == 0) ModelState.AddModelError("Input.Themes", "Choose a theme, name a new one, or skip this comment");
        if (!ModelState.IsValid)
        {
            await ShowAsync(comment, ct);
            return this.PageWithErrors();
        }
        if (isNew) chosen.Add(await NewThemes.FindOrAddAsync(db, Consultation.AreaId, Input.NewTheme!, User.Id(), clock.GetUtcNow(), ct));
        var saved = await coding.SaveAsync(at, chosen, [.. Themes.Select(t => t.Id)], Known(Input.Suggested), Input.WithCopies, User.Id(), ct);
        return Redirect($"{Here}?after={at}&last={saved}");
    }

    private List<long> Known(IEnumerable<long> ids) => [.. Themes.Select(t => t.Id).Intersect(ids)];

    private async Task<IActionResult> ShowAsync(CommentToCode? comment, CancellationToken ct)
    {
        (Current, Progress) = (comment, await themes.ProgressAsync(Consultation.Id, Consultation.Comments, ct));
        Record = await coding.RecordAsync(Consultation.Id, ct);
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
