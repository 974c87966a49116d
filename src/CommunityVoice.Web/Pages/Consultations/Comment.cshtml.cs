using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
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

/// <summary>A new comment or an answer: written first, looked at, and published; who it is from is asked last.</summary>
[AllowAnonymous]
public sealed class CommentModel(CommunityVoiceDb db, Conversation conversation, Authors authors, Drafts drafts, Signposts signposts, TimeProvider clock) : PageModel
{
    [BindProperty] public CommentInput Input { get; set; } = new();

    public Consultation Consultation { get; private set; } = null!;
    public Comment? Answered { get; private set; }
    public VersionSection? About { get; private set; }
    public IReadOnlyList<Body> Bodies { get; private set; } = [];
    public bool IsSignedIn => User.IdOrNull() is not null;
    public CommentCheck? Check { get; private set; } // once it can be published
    public AskForEmail? Ask { get; private set; }
    public string? Ended { get; private set; } // what became of the area that it listens to

    public async Task<IActionResult> OnGetAsync(string slug, long? replyTo, string? about, CancellationToken ct)
    {
        (Input.ReplyTo, Input.About) = (replyTo, about);
        return await FindAsync(slug, ct) ?? Page();
    }

    public async Task<IActionResult> OnPostChangeAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? Page();

    public async Task<IActionResult> OnPostPreviewAsync(string slug, CancellationToken ct) => await FindAsync(slug, ct) ?? (IsRight() ? Page() : this.PageWithErrors());

    public async Task<IActionResult> OnPostPublishAsync(string slug, CancellationToken ct)
    {
        if (await FindAsync(slug, ct) is { } elsewhere) return elsewhere;
        if (!IsRight()) return this.PageWithErrors();
        if (User.IdOrNull() is not { } person) return Page();

        var posted = await conversation.PostAsync(person, new(Consultation.Id, Input.Body!, Input.ReplyTo, Input.SpeaksFor) { About = Input.About, AboutOther = Input.AboutOther, Missing = Input.Missing, MissingWords = Input.MissingWords }, ct);
        if (posted.Comment is { } comment) return Redirect($"/consultations/{slug}/comments/{comment.Id}#comment-{comment.Id}");
        (Check, Ask) = (null, null);
        ModelState.AddModelError("Input.Body", posted.Outcome.Words());
        return this.PageWithErrors();
    }

    private bool IsRight()
    {
        Input.Body = CleanText.Of(Input.Body);
        var check = CommentCheck.Of(Input, signposts);
        foreach (var (field, message) in Input.Faults(IsSignedIn, check.Details)) ModelState.TryAddModelError($"Input.{field}", message);
        if (!ModelState.IsValid) return false;
        Check = check;
        if (!IsSignedIn) Ask = new AskForEmail { Draft = drafts.Protect(new Draft(Consultation.Slug, Input.ReplyTo, Input.Body, CleanText.OneLine(Input.Name), About: Input.About) { AboutOther = Input.AboutOther, Missing = Input.Missing, MissingWords = Input.MissingWords }), Button = "Send me a code to publish it" };
        return true;
    }

    private async Task<IActionResult?> FindAsync(string slug, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().OpenAt(clock.GetUtcNow()).Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return NotFound();
        (Consultation, Ended, About) = (found, found.HasLostItsAreaOn(UkTime.Today(clock)) ? await AreaStory.EndedWordsAsync(db, found.AreaId, UkTime.Today(clock), ct) : null, Input.About is { Length: > 0 } about ? await ReadSection.CurrentAsync(db, found.Id, about, ct) : null);
        Answered = await db.Comments.AsNoTracking().Visible().SingleOrDefaultAsync(c => c.Id == Input.ReplyTo && c.ConsultationId == found.Id, ct);
        if ((Input.ReplyTo is not null && Answered is null) || (Input.About is { Length: > 0 } && About is null && Request.Method == HttpMethods.Get)) return NotFound();
        if (Ended is not null && Request.Method == HttpMethods.Post) ModelState.TryAddModelError("Input.Body", Ended);
        if (User.IdOrNull() is { } person) Bodies = await authors.BodiesAsync(person, ct);
        return null;
    }
}
