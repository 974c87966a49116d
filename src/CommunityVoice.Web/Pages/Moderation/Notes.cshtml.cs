using CommunityVoice.Bodies;
using CommunityVoice.Moderation;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>A private note in the list: its words are read on its own page.</summary>
public sealed record NoteRow(long Id, string By, string Title, DateTimeOffset SentAt, DateTimeOffset? AnsweredAt, IReadOnlyList<string> Signposts);

/// <summary>Notes in confidence of the moderator's areas: those that wait first, the oldest of them on top.</summary>
[Uses(Capability.Moderate)]
public sealed class NotesModel(PrivateNotes notes, Signposts signposts) : PageModel
{
    private const int OnPage = 25;

    public IReadOnlyList<NoteRow> Notes { get; private set; } = [];
    public bool IsFirstPage { get; private set; }
    public string? Next { get; private set; }
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(int from, CancellationToken ct)
    {
        var start = Math.Max(from, 0);
        var rows = await (await notes.OfModeratorAsync(User.Id(), ct)).AsNoTracking()
            .OrderBy(n => n.AnsweredAt == null ? 0 : 1).ThenBy(n => n.Id).Skip(start).Take(OnPage + 1).ToListAsync(ct);
        Notes = [.. rows.Take(OnPage).Select(n => new NoteRow(n.Id, n.Author.DisplayName, n.Consultation.Title, n.SentAt, n.AnsweredAt,
            [.. signposts.In(n.Body).Where(s => s.Holds && n.AnsweredAt is null).Select(s => s.Title)]))];
        (IsFirstPage, Next) = (start == 0, rows.Count > OnPage ? $"/moderation/notes?from={start + OnPage}" : null);
        return Page();
    }
}
