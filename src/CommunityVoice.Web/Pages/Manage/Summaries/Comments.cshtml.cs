using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Chooses the comments a finding rests on: filter, tick many, go on.</summary>
[Uses(Capability.Publish)]
public sealed class CommentsModel(CommunityVoiceDb db, DraftAtHand drafts, EvidencePicker picker) : PageModel
{
    [FromQuery] public long? Theme { get; set; }
    [FromQuery] public string? Words { get; set; }
    [FromQuery] public long? After { get; set; }

    [BindProperty] public List<long> Ids { get; set; } = [];

    public Finding Finding { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Themes { get; private set; } = [];
    public IReadOnlyList<Comment> Found { get; private set; } = [];
    public string? Next { get; private set; }

    public bool IsCited(Comment comment) => Finding.Citations.Exists(c => c.CommentId == comment.Id);

    public async Task<IActionResult> OnGetAsync(long id, long findingId, CancellationToken ct) => await FindAsync(id, findingId, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, long findingId, CancellationToken ct)
    {
        if (await FindAsync(id, findingId, ct) is { } refused) return refused;
        if (Ids.Count == 0) ModelState.AddModelError("Ids", "Choose at least one comment");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var consultation = Finding.Version.Summary.ConsultationId;
        var chosen = await db.Comments.Visible().Where(c => Ids.Contains(c.Id) && c.ConsultationId == consultation && !c.IsOfficial).OrderBy(c => c.Id).ToListAsync(ct);
        foreach (var comment in chosen) Finding.Version.Cite(Finding, comment);
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage("Finding", new { id, findingId }) : this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, long findingId, CancellationToken ct)
    {
        var (finding, refused) = await drafts.FindFindingAsync(this, id, findingId, ct);
        if (finding is null) return refused;
        Finding = finding;
        Theme ??= Request.Query.Count == 0 ? finding.ThemeId : null;
        var consultation = finding.Version.Summary.ConsultationId;
        Themes = await picker.ThemesAsync(consultation, ct);
        var found = await picker.CommentsAsync(consultation, Theme, Words, After, ct);
        Found = [.. found.Take(EvidencePicker.PageSize)];
        if (found.Count > Found.Count) Next = $"?theme={Theme}&words={Uri.EscapeDataString(Words ?? "")}&after={Found[^1].Id}";
        return null;
    }
}
