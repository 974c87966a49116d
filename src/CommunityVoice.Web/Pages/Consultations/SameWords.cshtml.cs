using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Themes;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>What several people sent in nearly the same words: each such text once, with how often it was counted.</summary>
[AllowAnonymous]
public sealed class SameWordsModel(CommunityVoiceDb db) : PageModel
{
    private const int PageSize = 20;
    private const int LongestBeginning = 400;

    public Consultation Consultation { get; private set; } = null!;
    public IReadOnlyList<(SameWords Group, string? Beginning)> Groups { get; private set; } = [];
    public int All { get; private set; }
    public int Comments { get; private set; }
    public int Number { get; private set; }
    public string Here => $"/consultations/{Consultation.Slug}/same-words";

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken ct)
    {
        if (await db.Consultations.AsNoTracking().Published().Include(c => c.Area).SingleOrDefaultAsync(c => c.Slug == slug, ct) is not { } found) return NotFound();
        Consultation = found;
        Number = Math.Max(1, number);
        var groups = await db.NearCopies.Where(n => n.ConsultationId == found.Id).GroupsAsync(db, ct);
        (All, Comments) = (groups.Count, groups.Sum(g => g.Comments));
        List<SameWords> shown = [.. groups.Skip((Number - 1) * PageSize).Take(PageSize)];
        List<long> firsts = [.. shown.Select(g => g.CopiesOf)];
        // The first may have been taken back since, or not want to be quoted: then the earliest that can be seen and quoted speaks for them.
        var bodies = (await db.NearCopies.Where(n => firsts.Contains(n.FirstId)).Join(db.Comments.Visible().Quotable(), n => n.CommentId, c => c.Id, (n, c) => new { n.FirstId, c.Id })
            .GroupBy(x => x.FirstId).Select(g => new { g.Key, Id = g.Min(x => x.Id) }).Join(db.Comments, g => g.Id, c => c.Id, (g, c) => new { g.Key, c.Body }).ToListAsync(ct)).ToDictionary(x => x.Key, x => x.Body);
        Groups = shown.ConvertAll(g => (g, bodies.TryGetValue(g.CopiesOf, out var body) ? Words.Cut(CleanText.OfMarkdown(body), LongestBeginning) : null));
        HttpContext.ShowsPages([PageTag.Consultation(found.Id), PageTag.Area(found.AreaId)], ["number"]);
        return Page();
    }

    public string? Other(int number) => number < 1 || (number - 1) * PageSize >= All ? null : $"{Here}?number={number}";
}
