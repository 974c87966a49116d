using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>To whom a draft was shown for accuracy, what they said, and showing it to another.</summary>
[Uses(Capability.Publish)]
public sealed class FactChecksModel(DraftAtHand drafts, FactChecks checks, Addressees addressees, TimeProvider clock) : PageModel
{
    [BindProperty] public CheckInput Input { get; set; } = new();

    public SummaryVersion Version { get; private set; } = null!;
    public IReadOnlyList<Body> Bodies { get; private set; } = [];
    public IEnumerable<SelectListItem> Items => Bodies.Select(b => new SelectListItem(b.Name, $"{b.Id}"));
    public DateOnly Today => UkTime.Today(clock);

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct) => await FindAsync(id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is { } refused) return refused;
        if (!Version.IsDraft) return RedirectToPage(new { id });
        var body = Bodies.FirstOrDefault(b => b.Id == Input.Body);
        if (Input.Body is not null && body is null) return BadRequest();
        var email = string.IsNullOrWhiteSpace(Input.Email) ? body?.ContactEmail : Input.Email.Trim();
        if (body is not null && string.IsNullOrEmpty(email)) ModelState.TryAddModelError("Input.Email", $"Enter an e-mail address: none is known for {body.Name}");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (await checks.SendAsync(Version, body!, email!, Input.Days!.Value, User.Id(), ct) is not null) return RedirectToPage(new { id });
        ModelState.AddModelError("Input.Days", "The bank holidays of those days are not known here, so no last day can be set");
        return this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, CancellationToken ct)
    {
        var (version, refused) = await drafts.FindOwnAsync(this, id, ct);
        if (version is null) return refused;
        Version = version;
        Bodies = await addressees.OfAsync(version.Summary.Consultation.AreaId, ct);
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class CheckInput
    {
        [Display(Name = "Which organisation?"), Required(ErrorMessage = "Choose an organisation")]
        public long? Body { get; set; }

        [Display(Name = "E-mail address of their contact", Description = "Leave it empty to use the organisation’s own address."), EmailAddress, StringLength(256)]
        public string? Email { get; set; }

        [Display(Name = "How long do they have?", Description = "Days without weekends and bank holidays.")]
        [Required(ErrorMessage = "Enter a number of working days"), Range(1, FactCheck.MostDays)]
        public int? Days { get; set; } = FactCheck.UsualDays;
    }
}
