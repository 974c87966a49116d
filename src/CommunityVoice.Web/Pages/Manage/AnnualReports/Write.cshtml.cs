using System.ComponentModel.DataAnnotations;
using CommunityVoice.AnnualReports;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Markup;
using CommunityVoice.Web.Pages.Manage.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Manage.AnnualReports;

/// <summary>Writes around the figures of a draft; or says what can be done with a published report.</summary>
[Uses(Capability.Publish)]
public sealed class WriteModel(CommunityVoiceDb db, ReportAtHand reports) : PageModel
{
    [BindProperty] public WriteInput Input { get; set; } = new();

    public AnnualReport Report { get; private set; } = null!;
    public AnnualPack Pack { get; private set; } = null!;

    /// <summary>What another editor wrote meanwhile.</summary>
    public string? Theirs { get; private set; }

    [TempData] public string? Done { get; set; }

    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var (report, refused) = await reports.FindAsync(this, id, ct);
        if (report is null) return refused!;
        (Report, Pack) = (report, report.Pack);
        Input = new() { Title = report.Title, InShort = report.InShort, WhatItShows = report.WhatItShows, WhatNext = report.WhatNext, Seen = Mark(report.Text) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken ct)
    {
        var (draft, refused) = await reports.FindDraftAsync(this, id, ct);
        if (draft is null) return refused!;
        (Report, Pack) = (draft, draft.Pack);
        if (ModelState.IsValid && Input.Seen != Mark(draft.Text))
        {
            Theirs = string.Join("\n\n", new[] { $"**{draft.Title}**", draft.InShort, draft.WhatItShows, draft.WhatNext }.Where(t => t.Length > 0));
            Seen.Tell(this, "Input.InShort", "Somebody else changed this report while you were writing", () => Input.Seen = Mark(draft.Text));
        }
        if (!ModelState.IsValid) return this.PageWithErrors();
        draft.Write(new(CleanText.OneLine(Input.Title), CleanText.Of(Input.InShort), CleanText.Of(Input.WhatItShows), CleanText.Of(Input.WhatNext)));
        if (!await Seen.SaveAsync(db, this, ct)) return this.PageWithErrors();
        Done = "Saved.";
        return RedirectToPage("Write", new { id });
    }

    private static string Mark(AnnualText text) => Seen.Of(text.Title, text.InShort, text.WhatItShows, text.WhatNext);

    /// <summary>What the form holds.</summary>
    public sealed class WriteInput
    {
        [Display(Name = "Title"), Required(ErrorMessage = "Enter a title"), StringLength(AnnualReport.TitleMaxLength)]
        public string? Title { get; set; }

        [Display(Name = "In short", Description = "One paragraph before the figures: what the year was about, and what stood out. Markdown works."), StringLength(AnnualReport.TextMaxLength)]
        public string? InShort { get; set; }

        [Display(Name = "What this year shows (optional)", Description = "After the figures: what they mean to you, and what they cannot tell."), StringLength(AnnualReport.TextMaxLength)]
        public string? WhatItShows { get; set; }

        [Display(Name = "What we do next (optional)"), StringLength(AnnualReport.TextMaxLength)]
        public string? WhatNext { get; set; }
        public string? Seen { get; set; }
    }
}
