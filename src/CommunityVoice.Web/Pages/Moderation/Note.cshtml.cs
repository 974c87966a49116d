using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Moderation;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>One note in confidence, and the answer to it.</summary>
[Uses(Capability.Moderate)]
public sealed class NoteModel(PrivateNotes notes, Signposts signposts) : PageModel
{
    [BindProperty, StringLength(PrivateNote.AnswerMaxLength, ErrorMessage = "The answer must be 4,000 characters or fewer")]
    [Display(Name = "Your answer", Description = "Say where they can turn, and what you will do.")]
    public string? Answer { get; set; }

    public PrivateNote Note { get; private set; } = null!;
    public IReadOnlyList<Signpost> Turns => signposts.In(Note.Body);
    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct)) return NotFound();
        if (string.IsNullOrWhiteSpace(Answer)) ModelState.AddModelError(nameof(Answer), "Enter your answer");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (await notes.AnswerAsync(id, Answer!, User.Id(), ct) == NoteAnswered.Already)
        {
            if (!await FindAsync(id, ct)) return NotFound();
            ModelState.AddModelError("", "A colleague answered it while you were writing. Their answer was sent and yours was not: both are below");
            return this.PageWithErrors();
        }
        Done = $"{Note.Author.DisplayName} has your answer.";
        return Redirect("/moderation/notes");
    }

    private async Task<bool> FindAsync(long id, CancellationToken ct)
    {
        if (await (await notes.OfModeratorAsync(User.Id(), ct)).AsNoTracking().SingleOrDefaultAsync(n => n.Id == id, ct) is not { } note) return false;
        Note = note;
        return true;
    }
}
