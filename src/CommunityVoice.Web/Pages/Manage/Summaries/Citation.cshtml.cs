using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>Quotes words of a cited comment exactly, or takes the citation out.</summary>
[Uses(Capability.Publish)]
public sealed class CitationModel(CommunityVoiceDb db, DraftAtHand drafts) : PageModel
{
    [BindProperty] public QuoteInput Input { get; set; } = new();

    public Citation Citation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, long citationId, CancellationToken ct)
    {
        if (await FindAsync(id, citationId, ct) is { } refused) return refused;
        Input.Quote = Citation.Quote;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, long citationId, bool remove, CancellationToken ct)
    {
        if (await FindAsync(id, citationId, ct) is { } refused) return refused;
        var quote = string.IsNullOrWhiteSpace(Input.Quote) ? null : Input.Quote.Trim().ReplaceLineEndings("\n");
        if (remove) ModelState.Clear();
        else if (Citation.Comment is null) return BadRequest();
        else if (quote is not null && !Citation.Comment.IsVisible) ModelState.AddModelError("Input.Quote", "This comment is no longer shown: take it out");
        else if (quote is not null && Citation.Comment.IsNotToBeQuoted) ModelState.AddModelError("Input.Quote", "Whoever said this did not agree to be quoted: leave the box empty to cite it without");
        else if (quote is not null && !Quotation.StandsIn(quote, Citation.Comment.Body)) ModelState.AddModelError("Input.Quote", "These words do not stand in the comment. Copy them exactly");
        if (!ModelState.IsValid) return this.PageWithErrors();
        var (draft, finding) = (Citation.Finding.Version, Citation.Finding);
        if (remove) draft.Uncite(Citation);
        else draft.Quote(Citation, quote);
        return await Seen.SaveAsync(db, this, ct) ? RedirectToPage("Finding", new { id, findingId = finding.Id }) : this.PageWithErrors();
    }

    private async Task<IActionResult?> FindAsync(long id, long citationId, CancellationToken ct)
    {
        var (draft, refused) = await drafts.FindDraftAsync(this, id, ct);
        if (draft is null) return refused;
        if (draft.Findings.SelectMany(f => f.Citations).FirstOrDefault(c => c.Id == citationId) is not { } citation) return NotFound();
        Citation = citation;
        return null;
    }

    /// <summary>What the form holds.</summary>
    public sealed class QuoteInput
    {
        [Display(Name = "Words to quote", Description = "Copied exactly from the comment. Leave it empty to cite without quoting. No name is shown.")]
        [StringLength(Quotation.MaxLength)]
        public string? Quote { get; set; }
    }
}
