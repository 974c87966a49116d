using System.Text.Json;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>In which ways the comments about themes reached us, fit to be shown; <see cref="ThemeTables"/> counts it.</summary>
public static class ThemeWays
{
    /// <summary>With fewer comments only their number is told.</summary>
    public const int FewestComments = 20;

    internal const string ByWay = "channel";

    /// <summary>
    /// By theme; none where too few comments are about it now, where all came on the site, or where a consultation among those where they were made may tell
    /// no ways any longer, or only by stricter rules (rule R-C14).
    /// </summary>
    public static async Task<IReadOnlyDictionary<long, PublishedTable>> OfAsync(CommunityVoiceDb db, List<long> themes, CancellationToken ct)
    {
        var tables = (await db.ThemeTables.AsNoTracking().Where(t => themes.Contains(t.ThemeId)).Select(t => new { t.ThemeId, t.Tables }).ToListAsync(ct))
            .Select(t => (t.ThemeId, Table: TableOf(t.Tables))).Where(t => t.Table is not null).ToDictionary(t => t.ThemeId, t => t.Table!);
        if (tables.Count == 0) return tables;
        var (told, visible) = (tables.Keys.ToList(), db.Comments.Visible());
        var codings = db.Codings.AsNoTracking().Where(x => told.Contains(x.ThemeId));
        var spoken = (await codings.Select(x => new { x.ThemeId, x.ConsultationId }).Distinct().ToListAsync(ct)).ToLookup(x => x.ThemeId, x => x.ConsultationId);
        var comments = (await codings.Where(x => visible.Any(c => c.Id == x.CommentId)).GroupBy(x => new { x.ThemeId, x.ConsultationId })
            .Select(g => new { g.Key.ThemeId, g.Key.ConsultationId, Comments = g.Count() }).ToListAsync(ct)).ToLookup(x => x.ThemeId);
        var consultations = spoken.SelectMany(s => s).Distinct().ToList();
        var assessed = (await db.DisclosureAssessments.AsNoTracking().Where(a => a.Dataset == Dataset.Heard && consultations.Contains(a.ConsultationId)).OrderBy(a => a.Id).ToListAsync(ct))
            .ToLookup(a => a.ConsultationId);
        return tables.Where(t => comments[t.Key].Where(c => assessed[c.ConsultationId].LastOrDefault() is { MayBePublished: true }).Sum(c => c.Comments) >= FewestComments
            && spoken[t.Key].All(c => MayStand(t.Value, [.. assessed[c]]))).ToDictionary();
    }

    internal static PublishedTable? TableOf(string json) =>
        json.Length == 0 ? null : JsonSerializer.Deserialize<Dictionary<string, PublishedTable>>(json, JsonSerializerOptions.Web)!.GetValueOrDefault(ByWay);

    // What was counted while a consultation might tell it is shown no more once that was taken back, until it is counted without it.
    private static bool MayStand(PublishedTable table, IReadOnlyList<DisclosureAssessment> assessed) => assessed switch
    {
        [] => true,
        [.., { MayBePublished: true } newest] => DisclosureTerms.Of(newest).Allow(table.Profile),
        [.., var newest] => newest.At < table.At || !assessed.Any(a => a.MayBePublished),
    };
}
