using System.ComponentModel.DataAnnotations;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.Pages.Account;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>A note to the voice body in place of a comment, also with the words of a comment that somebody was about to publish.</summary>
[AllowAnonymous]
public sealed class PrivateModel(CommunityVoiceDb db, PrivateNotes notes, Drafts drafts, Signposts signposts) : PageModel
{
    [BindProperty] public PrivateInput Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<Signpost> Turns => signposts.In(Input.Body);
    public AskForEmail? Ask { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostWriteAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct)) return NotFound();
        ModelState.Clear(); // they have not sent it yet
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(string slug, CancellationToken ct)
    {
        if (!await FindAsync(slug, ct)) return NotFound();
        Input.Body = CleanText.Of(Input.Body);
        if (Input.Body.Length == 0) ModelState.TryAddModelError("Input.Body", "Enter what you want to tell us");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (User.IdOrNull() is not { } person)
        {
            Ask = new AskForEmail { Draft = drafts.Protect(new Draft(Consultation.Slug, null, Input.Body, "") { IsPrivate = true }), Button = "Send me a code to send it" };
            return Page();
        }
        if (await notes.SendAsync(person, Consultation.Id, Input.Body, ct) is { } note) return Redirect($"/account/notes/{note.Id}?sent=true");
        ModelState.AddModelError("Input.Body", $"You have sent {PrivateNotes.MostAtOnce} notes in {PrivateNotes.Spell.TotalMinutes:0} minutes. Wait a little, then send this one: your words stay here");
        return this.PageWithErrors();
    }

    private async Task<bool> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return false;
        Consultation = found;
        return true;
    }
}

/// <summary>What the form asks for.</summary>
public sealed class PrivateInput
{
    [StringLength(PrivateNote.BodyMaxLength)]
    [Display(Name = "What do you want to tell us?")]
    public string? Body { get; set; }
}
