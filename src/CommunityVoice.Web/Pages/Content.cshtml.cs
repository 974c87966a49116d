using CommunityVoice.Bodies;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages;

/// <summary>Shows a page of <c>content/pages</c> at its path. The route catches whatever no other page wants.</summary>
public sealed class ContentModel(ContentLibrary library, CommunityVoiceDb db, TimeProvider clock) : PageModel
{
    public ContentPage Shown { get; private set; } = null!;

    public IHtmlContent Body => new HtmlString(Shown.Html); // our own editors' words, made into HTML at start

    /// <summary>The page that also says who moderates today, and how independent they are (rule R-A24).</summary>
    public const string Moderation = "how-we-moderate";

    public IReadOnlyList<Moderating> Moderators { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? path, CancellationToken ct)
    {
        if (library.Find(path ?? "") is not { } page) return NotFound();
        Shown = page;
        if (page.Path == Moderation) Moderators = await ModeratorsAsync(ct);
        HttpContext.ShowsPages([]);
        return Page();
    }

    private async Task<List<Moderating>> ModeratorsAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var remits = await db.Remits.AsNoTracking().Where(r => r.Capabilities.HasFlag(Capability.Moderate) && r.StartsOn <= today && (r.EndsOn == null || today < r.EndsOn))
            .OrderBy(r => r.Area.Name).ThenBy(r => r.Id).Take(100).Select(r => new Moderating(r.BodyId, r.Body.Name, r.Body.Slug, r.Label, r.Area.Name)).ToListAsync(ct);
        var standings = await db.BodyStandings.OnAsync([.. remits.Select(r => r.BodyId).Distinct()], today, ct);
        return remits.ConvertAll(r => r with { Standing = standings.GetValueOrDefault(r.BodyId) });
    }
}

/// <summary>A body that moderates somewhere today.</summary>
public sealed record Moderating(long BodyId, string Body, string Slug, string Label, string Area)
{
    public BodyStanding? Standing { get; init; }
}
