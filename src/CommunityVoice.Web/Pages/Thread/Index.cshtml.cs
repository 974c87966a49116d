using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Chains;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityVoice.Web.Pages.Thread;

/// <summary>The thread of anything: one picture and one list of the chain it belongs to, in both directions.</summary>
[AllowAnonymous]
public sealed class IndexModel(GoldenThreads threads, TimeProvider clock) : PageModel
{
    private const int MostPages = 10_000;

    /// <summary>The step whose list is leafed through.</summary>
    [FromQuery] public ChainKind? Show { get; set; }

    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public ChainReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string kind, long id, CancellationToken ct)
    {
        ModelState.Clear(); // an address with a wrong step shows the first page of each
        if (!Enum.GetNames<ChainKind>().Contains(kind, StringComparer.OrdinalIgnoreCase)) return NotFound();
        var question = new ChainQuestion(Enum.Parse<ChainKind>(kind, ignoreCase: true), id, Show, Math.Clamp(Number, 1, MostPages));
        if (await threads.FindAsync(question, ct) is not { } chain) return NotFound();
        Reading = new(chain, UkTime.Today(clock));
        // A new summary, answer or strategy may tie itself to anything: each of them changes the lists.
        HttpContext.ShowsPages([PageTag.Lists], ["show", "page"]);
        return Page();
    }

    public static string Word(ChainKind kind) => kind switch
    {
        ChainKind.Comment => "Comment",
        ChainKind.Theme => "Theme",
        ChainKind.Ballot => "Vote",
        ChainKind.Finding => "Finding",
        ChainKind.Recommendation => "Recommendation",
        ChainKind.Response => "Answer",
        ChainKind.Action => "Action",
        _ => "Budget line",
    };
}
