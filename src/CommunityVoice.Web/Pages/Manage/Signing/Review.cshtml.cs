using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Reviews;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Signing;

/// <summary>Where somebody signs what is taken from a review, or an effect that two bodies agree, for an organisation, or says why not.</summary>
[Authorize]
public sealed class ReviewModel(ReviewSignOffs signOffs) : PageModel
{
    [BindProperty, Display(Name = "Why not?", Description = "Everybody can read it."), StringLength(Partner.ReasonMaxLength)]
    public string? Reason { get; set; }

    [TempData] public string? Done { get; set; }

    public Signatory Signatory { get; private set; } = null!;
    public Review Review { get; private set; } = null!;
    public AgreedImpact? Impact => (Signatory as ImpactParty)?.Impact;
    public string Title => Impact?.Item.Title ?? Review.Title;
    public string Path => Impact is { } impact ? $"/reviews/{Review.Slug}/items/{impact.Item.Code}" : $"/reviews/{Review.Slug}";

    /// <summary>What is to be signed; none while a review is not concluded.</summary>
    public string? Text => Impact is { } impact ? impact.Text : Review.ConcludedAt is null ? null : Review.Conclusion;

    public async Task<IActionResult> OnGetAsync(string kind, long id, CancellationToken ct) => await FindAsync(kind, id, ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(string kind, long id, CancellationToken ct)
    {
        if (await FindAsync(kind, id, ct) is { } refused) return refused;
        if (Text is null) return BadRequest();
        // Pressed twice: it is signed already.
        if (!Signatory.HasSigned && await signOffs.SignAsync(Signatory, User.Id(), ct)) Done = "Signed. Everybody can see it.";
        return RedirectToPage(new { kind, id });
    }

    public async Task<IActionResult> OnPostDeclineAsync(string kind, long id, CancellationToken ct)
    {
        if (await FindAsync(kind, id, ct) is { } refused) return refused;
        if (Text is null) return BadRequest();
        Reason = CleanText.Of(Reason);
        if (Reason.Length == 0) ModelState.TryAddModelError("Reason", "Say why you do not sign");
        if (!ModelState.IsValid) return this.PageWithErrors();
        if (Signatory.State == SignOff.Missing && await signOffs.DeclineAsync(Signatory, Reason, User.Id(), ct)) Done = "The review says that you do not sign, and why.";
        return RedirectToPage(new { kind, id });
    }

    private async Task<IActionResult?> FindAsync(string kind, long id, CancellationToken ct)
    {
        if (!User.HasSecondFactor()) return Forbid();
        Signatory? found = kind switch
        {
            "reviews" => await (await signOffs.PartnersOfAsync(User.Id(), ct)).SingleOrDefaultAsync(p => p.Id == id, ct),
            "impacts" => await (await signOffs.PartiesOfAsync(User.Id(), ct)).SingleOrDefaultAsync(p => p.Id == id, ct),
            _ => null,
        };
        if (found is null) return Forbid();
        (Signatory, Review) = (found, found is ImpactParty party ? party.Impact.Review : ((ReviewPartner)found).Review);
        return null;
    }
}
