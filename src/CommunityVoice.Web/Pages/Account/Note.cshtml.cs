using CommunityVoice.Data;
using CommunityVoice.Moderation;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Account;

/// <summary>One private note and its answer, for whoever wrote it.</summary>
[Authorize]
public sealed class NoteModel(CommunityVoiceDb db) : PageModel
{
    [BindProperty(SupportsGet = true)] public bool Sent { get; set; }

    public PrivateNote Note { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var me = User.Id();
        if (await db.PrivateNotes.AsNoTracking().Include(n => n.Consultation.Area).SingleOrDefaultAsync(n => n.Id == id && n.AuthorId == me, ct) is not { } note) return NotFound();
        Note = note;
        return Page();
    }
}
