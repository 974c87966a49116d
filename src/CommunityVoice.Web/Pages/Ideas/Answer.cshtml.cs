using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Ideas;

/// <summary>Answers one idea: take it on, publish it, or say why not.</summary>
[Uses(Capability.SupportIdeas)]
public sealed class AnswerModel(CommunityVoiceDb db, Suggestions suggestions, IAuthorizationService authorization) : PageModel
{
    [BindProperty] public AnswerInput Input { get; set; } = new();

    public Idea Idea { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (Input.Do == IdeaAnswer.Decline && string.IsNullOrWhiteSpace(Input.Words)) ModelState.AddModelError("Input.Words", "Say why, so that the author knows");
        if (Input.Do == IdeaAnswer.Adopt && string.IsNullOrWhiteSpace(Input.Words)) ModelState.AddModelError("Input.Words", "Write a line to the author");
        if (!ModelState.IsValid) return this.PageWithErrors();

        var words = Input.Words?.Trim() ?? "";
        var outcome = Input.Do switch
        {
            IdeaAnswer.Adopt => await suggestions.AdoptAsync(User.Id(), id, words, ct),
            IdeaAnswer.Decline => await suggestions.DeclineAsync(User.Id(), id, words, ct),
            _ => await suggestions.TakeOnAsync(User.Id(), id, ct),
        };
        if (outcome == IdeaOutcome.Done) return Redirect("/moderation/ideas");
        ModelState.AddModelError("Input.Do", outcome switch
        {
            IdeaOutcome.AlreadyAnswered => "Somebody answered it in the meantime",
            IdeaOutcome.TheirOwn => "It is your own idea: somebody else answers it",
            IdeaOutcome.NoListeningSpace => $"There is no listening space for {Idea.Area.Name} to show it in. Open one first",
            _ => "None of your groups looks after ideas here",
        });
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var found = await db.Ideas.AsNoTracking().Include(i => i.Area).Include(i => i.Author).Include(i => i.Supporter).SingleOrDefaultAsync(i => i.Id == id && i.WithdrawnAt == null, ct);
        if (found is null) return NotFound();
        if (!await authorization.MayAsync(User, Capability.SupportIdeas, found.AreaId)) return Forbid();
        Idea = found;
        return null;
    }
}

/// <summary>What to do with an idea.</summary>
public enum IdeaAnswer
{
    [Display(Name = "Look after it", Description = "The author sees your name.")]
    TakeOn,

    [Display(Name = "Publish it", Description = "It is shown in the listening space, as theirs.")]
    Adopt,

    [Display(Name = "Do not publish it", Description = "The author is told why.")]
    Decline,
}

/// <summary>The answer.</summary>
public sealed class AnswerInput
{
    [Required, Display(Name = "What do you want to do?")]
    public IdeaAnswer? Do { get; set; }

    [StringLength(1000), Display(Name = "Your words to the author", Description = "Sent to them by e-mail.")]
    public string? Words { get; set; }
}
