using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
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

    /// <summary>The places compared, as addresses of their comparison name them.</summary>
    public string Query => AreaComparisons.Query(Comparison.Places.Select(p => p.Slug));

    /// <summary>What is counted alike everywhere, in words.</summary>
    public static IReadOnlyList<(string Measure, Func<ComparedPlace, string> Words)> Measures { get; } =
    [
        ("People who live there", p => p.Population is { } people ? $"{people:N0}" : "not known"),
        ("People heard", p => p.IsBeingCounted ? Counting : $"{p.People:N0}"),
        ("Heard for each 1,000 who live there", p => p.IsBeingCounted ? Counting : p.LeftOut.Count > 0 ? "not all is included" : p.HeardPerThousand is { } heard ? $"{heard:0.0}" : "not known"),
        ("Comments", p => p.IsBeingCounted ? Counting : $"{p.Comments:N0}"),
        ("Summaries published", p => $"{p.Summaries:N0}"),
        ("Recommendations answered", p => p.Asked == 0 ? "none sent" : $"{p.Answered:N0} of {p.Asked:N0}"),
        ("Money of strategies", p => p.Money is { } money ? MoneyWords.Sum(money) : "no strategy in force"),
        ("Priorities where money and voice lie five points or more apart", p =>
            p.Money is not { } money ? "no strategy in force" : p.IsBeingCounted ? Counting : money.Pence == 0 || money.Basis == VoiceBasis.Nothing ? "not known" : $"{money.Gaps:N0} of {money.Items:N0}"),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Choices = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).OrderByDescending(a => a.Level == AreaLevel.Place).ThenBy(a => a.Name).ThenBy(a => a.Id).Take(MostChoices)
            .Select(a => new AreaLinkRow(a.Name, a.Slug, a.Level)).ToListAsync(ct);
        Comparison = await comparisons.OfAsync([.. Slugs.Where(s => !string.IsNullOrEmpty(s)).Distinct(StringComparer.Ordinal).Take(AreaComparisons.Most)], ct);
        HttpContext.ShowsPages([PageTag.Lists], ["a"]);
    }
}
