using CommunityVoice.Data;
using CommunityVoice.Moderation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>What became of a report, for whoever holds its receipt.</summary>
[AllowAnonymous]
public sealed class ReceiptModel(CommunityVoiceDb db, HouseRules rules) : PageModel
{
    public ReportReceipt Report { get; private set; } = null!;
    public string Rule => rules.Words(Report.Rule);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var receipt = code.ToUpperInvariant();
        var report = await db.Flags.AsNoTracking().Where(f => f.Receipt == receipt).Select(f => new ReportReceipt(
            f.Receipt, f.Reason, f.At, f.ReporterEmail != null, f.CommentId, f.Comment.Consultation.Slug, f.Comment.Consultation.Title,
            f.Comment.WithdrawnAt != null, f.Decision!.Outcome, f.Decision!.Rule, f.Decision!.At)).SingleOrDefaultAsync(ct);
        if (report is null) return NotFound();
        Report = report;
        return Page();
    }
}

/// <summary>A report as its receipt shows it.</summary>
public sealed record ReportReceipt(
    string Code, FlagReason Reason, DateTimeOffset At, bool WillHear, long CommentId, string Slug, string Title,
    bool IsWithdrawn, DecisionOutcome? Outcome, string? Rule, DateTimeOffset? DecidedAt);
