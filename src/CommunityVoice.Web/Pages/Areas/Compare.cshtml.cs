using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>Two to four places side by side on the same priorities and themes.</summary>
public sealed class CompareModel(CommunityVoiceDb db, AreaComparisons comparisons, TimeProvider clock) : PageModel
{
    private const int MostChoices = 500;
    private const string Counting = "being counted";

    /// <summary>The slugs of the places, in the order to show them.</summary>
    [FromQuery(Name = "a")] public string[] Slugs { get; set; } = [];

    public AreaComparison Comparison { get; private set; } = null!;
    public IReadOnlyList<AreaLinkRow> Choices { get; private set; } = [];

    /// <summary>What is counted alike everywhere, in words.</summary>
    public static IReadOnlyList<(string Measure, Func<ComparedPlace, string> Words)> Measures { get; } =
    [
        ("People who live there", p => p.Population is { } people ? $"{people:N0}" : "not known"),
        ("People heard", p => p.IsBeingCounted ? Counting : $"{p.People:N0}"),
        ("Heard for each 1,000 who live there", p => p.IsBeingCounted ? Counting : p.LeftOut.Count > 0 ? "not all is included" : p.Population is > 0 and var people ? $"{p.People * 1000.0 / people:0.0}" : "not known"),
        ("Comments", p => p.IsBeingCounted ? Counting : $"{p.Comments:N0}"),
        ("Summaries published", p => $"{p.Summaries:N0}"),
        ("Recommendations answered", p => p.Asked == 0 ? "none sent" : $"{p.Answered:N0} of {p.Asked:N0}"),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).OrderByDescending(a => a.Level == AreaLevel.Place).ThenBy(a => a.Name).ThenBy(a => a.Id).Take(MostChoices)
            .Select(a => new AreaLinkRow(a.Name, a.Slug, a.Level)).ToListAsync(ct);
        Comparison = await comparisons.OfAsync([.. Slugs.Where(s => !string.IsNullOrEmpty(s)).Distinct(StringComparer.Ordinal).Take(AreaComparisons.Most)], ct);
        HttpContext.ShowsPages([PageTag.Lists], ["a"]);
    }
}
