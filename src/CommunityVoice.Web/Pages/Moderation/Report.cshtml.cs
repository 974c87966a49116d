using System.ComponentModel.DataAnnotations;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Moderation;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>Reports a comment to the moderators. Nobody needs an account for it.</summary>
[AllowAnonymous]
public sealed class ReportModel(CommunityVoiceDb db, Reporting reporting, Reporters reporters, HouseRules rules) : PageModel
{
    [BindProperty] public ReportInput Input { get; set; } = new();

    public ReportedComment Comment { get; private set; } = null!;
    public IHtmlContent Body => new HtmlString(CommentMarkup.ToHtml(Comment.Body)); // cleaned by the allow-list
    public IEnumerable<Choice> Reasons => rules.Reasons.Select(r => new Choice($"{r.Reason}", r.Words, r.Hint));

    public async Task<IActionResult> OnGetAsync(string slug, long id, CancellationToken ct) =>
        await FindAsync(slug, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, long id, CancellationToken ct)
    {
        if (!await FindAsync(slug, id, ct)) return NotFound();
        if (!Comment.IsVisible) return Page();
        // Programs fill in every box; somebody whose browser did so is told.
        if (!string.IsNullOrEmpty(Input.Website)) ModelState.AddModelError("Input.Website", "Leave this box empty");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var detail = string.IsNullOrWhiteSpace(Input.Detail) ? null : Input.Detail.Trim();
        var report = await reporting.ReportAsync(id, Input.Reason!.Value, detail, reporters.Of(HttpContext, Input.Email), ct);
        if (report.IsTooMany) return StatusCode(StatusCodes.Status429TooManyRequests);
        return RedirectToPage("/Moderation/Receipt", new { code = report.Receipt });
    }

    // Held comments were never public, so there is nothing that the public could report.
    private async Task<bool> FindAsync(string slug, long id, CancellationToken ct)
    {
        var comment = await db.Comments.AsNoTracking()
            .Where(c => c.Id == id && c.Consultation.Slug == slug && c.Consultation.PublishedAt != null && c.ShownAt != null)
            .Select(c => new ReportedComment(c.Id, slug, c.Consultation.Title, c.Author != null ? c.Author.DisplayName : c.AuthorName, $"{c.Voice}",
                c.Body, c.PostedAt, c.WithdrawnAt == null && c.RemovedAt == null && c.HeldAt == null, c.RemovedRule, c.MissingWords))
            .SingleOrDefaultAsync(ct);
        if (comment is not null) Comment = comment;
        return comment is not null;
    }
}

/// <summary>The comment that somebody is about to report.</summary>
public sealed record ReportedComment(
    long Id, string Slug, string Title, string AuthorName, string Voice, string Body, DateTimeOffset PostedAt, bool IsVisible, string? RemovedRule, string MissingWords);

/// <summary>What a report says.</summary>
public sealed class ReportInput
{
    [Required(ErrorMessage = "Choose what is wrong with it")]
    [Display(Name = "What is wrong with it?")]
    public FlagReason? Reason { get; set; }

    [StringLength(Flag.DetailMaxLength)]
    [Display(Name = "Anything else we should know (optional)", Description = "Leave out private details.")]
    public string? Detail { get; set; }

    [StringLength(256), EmailAddress]
    [Display(Name = "Your e-mail address (optional)", Description = "Only if you want to hear what we decide. We do not tell the author who reported it.")]
    public string? Email { get; set; }

    [Display(Name = "Leave this box empty")]
    public string? Website { get; set; }
}
