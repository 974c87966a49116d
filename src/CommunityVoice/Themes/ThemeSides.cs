using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>What speaks for and against a theme as open data, as its page shows it: protected numbers, and where as many comments of one side as of the other are, the newest first; none while the number of a side is hidden.</summary>
public sealed record ThemeSides(IReadOnlyList<GroupData> Counts, IReadOnlyList<string> For, IReadOnlyList<string> Against)
{
    public ShownCount? Count(string label) => Counts.FirstOrDefault(c => c.Label == label)?.Count;

    /// <summary>By theme, of those with a comment for or against. Themes: those whose pages leave nothing out.</summary>
    internal static async Task<Dictionary<long, ThemeSides>> OfAsync(CommunityVoiceDb db, List<long> themes, CancellationToken ct)
    {
        var visible = db.Comments.Visible();
        var coded = db.Codings.Where(c => themes.Contains(c.ThemeId) && visible.Any(v => v.Id == c.CommentId));
        var counts = (await coded.GroupBy(c => new { c.ThemeId, c.Stance }).Select(g => new { g.Key.ThemeId, g.Key.Stance, Count = g.Count() }).ToListAsync(ct))
            .GroupBy(c => c.ThemeId).Select(g => (Theme: g.Key, Shown: Stances.Protect(g.ToDictionary(c => c.Stance, c => c.Count)))).Where(t => t.Shown is not null).ToList();
        if (counts.Count == 0) return [];
        var taken = counts.ConvertAll(t => t.Theme);
        var (agreeing, opposing) = (await NewestAsync(Stance.For), await NewestAsync(Stance.Against));
        return counts.ToDictionary(t => t.Theme, t =>
        {
            var each = Stances.MayQuote(t.Shown!) ? Math.Min(agreeing[t.Theme].Count(), opposing[t.Theme].Count()) : 0;
            return new ThemeSides(
                [.. t.Shown!.Rows.Select(r => new GroupData(r.Label, ShownCount.Of(r.Count), Shares.Round(r.Share), r.ShareWords))],
                [.. agreeing[t.Theme].Take(each)], [.. opposing[t.Theme].Take(each)]);
        });

        // What is taken of each theme is projected only afterwards: SQLite would have to join by APPLY otherwise, which it cannot.
        async Task<ILookup<long, string>> NewestAsync(Stance stance) => (await db.Themes.Where(t => taken.Contains(t.Id))
            .SelectMany(t => coded.Where(c => c.ThemeId == t.Id && c.Stance == stance && !c.Comment.IsNotToBeQuoted).OrderByDescending(c => c.CommentId).Take(Stances.MostOfEach))
            .Select(c => new { c.ThemeId, c.CommentId, c.Comment.Consultation.Slug }).ToListAsync(ct))
            .OrderByDescending(c => c.CommentId).ToLookup(c => c.ThemeId, c => $"/consultations/{c.Slug}/comments/{c.CommentId}");
    }
}
