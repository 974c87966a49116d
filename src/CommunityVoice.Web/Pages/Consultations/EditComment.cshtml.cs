using System.ComponentModel.DataAnnotations;
using CommunityVoice.Analysis.Text;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>Changes one's own comment: for fifteen minutes, or because a moderator asked.</summary>
[Authorize]
public sealed class EditCommentModel(CommunityVoiceDb db, Conversation conversation, TimeProvider clock) : PageModel
{
    [BindProperty] public EditInput Input { get; set; } = new();

    public Comment Comment { get; private set; } = null!;
    public DateTimeOffset Until => Comment.PostedAt + Comment.EditWindow;
    public bool IsInTime => Comment.CanBeEditedAsAsked || Comment.CanBeEditedAt(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct)
    {
        if (await db.FindOwnAsync(slug, id, User.Id(), ct) is not { } own) return NotFound();
        (Comment, Input.Body, Input.MissingWords) = (own, own.Body, own.MissingWords);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (await db.FindOwnAsync(slug, id, User.Id(), ct) is not { } own) return NotFound();
        Comment = own;
        var body = CleanText.Of(Input.Body);
        if (ModelState.IsValid && body.Length == 0) ModelState.AddModelError("Input.Body", "Enter your comment");
        if (PersonalDetails.In($"{body}\n{Input.MissingWords}").FirstOrDefault(d => d.Detail == PersonalDetail.NhsNumber) is { Words: { } number })
            ModelState.AddModelError("Input.Body", $"Take out the NHS number {number}: it shows who somebody is");
        if (!ModelState.IsValid) return this.PageWithErrors();

        if (await conversation.EditAsync(User.Id(), id, body, own.MissingWords.Length > 0 ? Input.MissingWords ?? "" : null, ct) == ChangeOutcome.Changed) return Redirect($"/consultations/{slug}/comments/{id}#comment-{id}");
        ModelState.AddModelError("Input.Body", "The time to change it has passed. You can take it back and write a new one");
        return this.PageWithErrors();
    }

    /// <summary>The changed words.</summary>
    public sealed class EditInput
    {
        [Required, StringLength(Comment.BodyMaxLength), Display(Name = "Your comment")]
        public string? Body { get; set; }

        [StringLength(Comment.MissingMaxLength), Display(Name = "What was missing, in your own words", Description = "You can leave it empty.")]
        public string? MissingWords { get; set; }
    }
}
