using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Summaries;

/// <summary>Everything one finding rests on, a page at a time.</summary>
public sealed class FindingModel(CommunityVoiceDb db) : PageModel
{
    private const int PageSize = 50;

    /// <summary>An earlier version's finding; the newest version's without it.</summary>
    [FromQuery] public int? Version { get; set; }

    /// <summary>Citations after this one.</summary>
    [FromQuery] public long? After { get; set; }

    public Finding Finding { get; private set; } = null!;
    public int Number { get; private set; }
    public IReadOnlyList<Citation> Citations { get; private set; } = [];
    public int InAll { get; private set; }
    public string? Next { get; private set; }
    public IEnumerable<CameOfIt> CameOf { get; private set; } = [];

    public string Back => $"/summaries/{Finding.Version.Summary.Slug}" + (Version is { } version ? $"/v{version}" : "") + $"#finding-{Number}";

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken ct)
    {
        var versions = db.SummaryVersions.Where(v => v.Summary.Slug == slug && v.PublishedAt != null && (Version == null || v.Number == Version));
        var versionId = await versions.OrderByDescending(v => v.Number).Select(v => (long?)v.Id).FirstOrDefaultAsync(ct);
        var finding = number < 1 ? null : await db.Findings.AsNoTracking().Where(f => f.VersionId == versionId).OrderBy(f => f.Order).ThenBy(f => f.Id)
            .Skip(number - 1).Include(f => f.Version.Summary.Consultation).FirstOrDefaultAsync(ct);
        if (finding is null) return NotFound();
        (Finding, Number) = (finding, number);
        var citations = db.Citations.AsNoTracking().Where(c => c.FindingId == finding.Id);
        InAll = await citations.CountAsync(ct);
        var found = await citations.Where(c => After == null || c.Id > After).OrderBy(c => c.Id).Include(c => c.Comment).Include(c => c.Priority).Take(PageSize + 1).ToListAsync(ct);
        Citations = [.. found.Take(PageSize)];
        if (found.Count > PageSize) Next = $"?after={Citations[^1].Id}" + (Version is { } version ? $"&version={version}" : "");
        CameOf = (await CameOfIt.OfAsync(db, finding.Version.SummaryId, ct))[finding.Heading];
        HttpContext.ShowsPages([PageTag.Summary(finding.Version.SummaryId), PageTag.Consultation(finding.Version.Summary.ConsultationId)], ["version", "after"]);
        return Page();
    }
}
