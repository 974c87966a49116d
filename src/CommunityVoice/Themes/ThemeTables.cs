using CommunityVoice.Analysis;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>
/// Counts in the background in which ways the comments about each theme reached us, one node at a time. What is published is renewed once ten comments more or
/// fewer are about it, or a day has passed, and only where nobody who keeps the old numbers could tell how a few came (rule R-C8).
/// </summary>
/// <remarks>
/// Only comments that anybody can read are counted: whoever takes those away from a number that held others too would know how the others came. A theme whose area
/// leaves a part out, because nobody signed that it shares, keeps what was published and shows none of it. A consultation is counted where it may tell how people
/// reached it, and the strictest profile among them holds for all.
/// </remarks>
public sealed class ThemeTables(CommunityVoiceDb db, SharedViews shared, Leases leases, TimeProvider clock)
{
    /// <summary>Counts what is due; answers how many themes that were.</summary>
    public async Task<int> RefreshDueAsync(CancellationToken ct)
    {
        // Every theme is counted at once, which reads all that was said: it rests between two counts.
        if (!await leases.TryTakeAnewAsync("theme-tables", HeardTables.Rest, ct)) return 0;
        var now = clock.GetUtcNow();
        var published = await db.ThemeTables.AsNoTracking().Select(t => new { t.ThemeId, t.Comments, t.PublishedAt, t.CountedAt, t.Stamp, t.Tables }).ToDictionaryAsync(t => t.ThemeId, ct);
        var done = 0;
        foreach (var theme in await CodedAsync(ct))
        {
            var isDue = published.TryGetValue(theme.Id, out var last)
                ? IsLaxer(last.Tables, theme.Profile) || (last.Stamp != theme.Stamp && last.CountedAt + HeardTables.Rest <= now
                    && (Math.Abs(theme.Comments - last.Comments) >= SnapshotGuard.FewestNewPapers || last.PublishedAt + SnapshotGuard.Longest <= now))
                : !theme.IsAllOnTheSite;
            if (!isDue || theme.Comments < ThemeWays.FewestComments) continue;
            await CountAsync(theme, now, ct);
            done++;
        }
        return done;
    }

    private Task CountAsync(Coded theme, DateTimeOffset now, CancellationToken ct) => db.TransactAsync(async () =>
    {
        db.ChangeTracker.Clear();
        var table = await db.ThemeTables.SingleOrDefaultAsync(t => t.ThemeId == theme.Id, ct);
        if (table is null) db.ThemeTables.Add(table = new ThemeTable(theme.Id));
        var guarded = new GuardedTables(table.Tables, table.Kept, now, theme.Profile);
        guarded.Put(ThemeWays.ByWay, new CountTable([.. HeardTally.Ways.Select(w => w?.Word() ?? EntryChannelWords.OnTheSite)], [""], [.. theme.Ways.Select(w => new[] { w })]) { Known = KnownTotals.Grand });
        if (guarded.Published != table.Tables)
        {
            table.Publish(guarded.Published, guarded.Kept, theme.Comments, now);
            db.Touch(PageTag.Area(theme.AreaId), PageTag.Lists);
        }
        table.Counted(theme.Stamp, now);
        await db.SaveChangesAsync(ct);
    }, ct);

    private async Task<List<Coded>> CodedAsync(CancellationToken ct)
    {
        var visible = db.Comments.Visible();
        var counts = await db.Codings.AsNoTracking().Where(c => visible.Any(v => v.Id == c.CommentId)).GroupBy(c => new { c.ThemeId, c.Theme.AreaId, c.ConsultationId, c.Comment.Channel })
            .Select(g => new { g.Key.ThemeId, g.Key.AreaId, g.Key.ConsultationId, g.Key.Channel, Comments = g.Count() }).ToListAsync(ct);
        var terms = (await db.DisclosureAssessments.TermsAsync(Dataset.Heard, ct)).Where(t => t.Value.MayBePublished).ToDictionary();
        var view = await shared.OnAsync(UkTime.Today(clock), ct);
        return [.. counts.Where(c => terms.ContainsKey(c.ConsultationId)).GroupBy(c => (c.ThemeId, c.AreaId)).Where(t => view.LeftOutOf(t.Key.AreaId).Count == 0).OrderBy(t => t.Key.ThemeId)
            .Select(t => new Coded(t.Key.ThemeId, t.Key.AreaId, [.. HeardTally.Ways.Select(w => t.Where(c => c.Channel == w).Sum(c => c.Comments))],
                t.Select(c => terms[c.ConsultationId].Profile).MaxBy(DisclosureTerms.StrictnessOf)!))];
    }

    private static bool IsLaxer(string tables, DisclosureProfile profile) =>
        ThemeWays.TableOf(tables) is { } table && DisclosureTerms.StrictnessOf(DisclosureTerms.ProfileOf(table.Profile)) < DisclosureTerms.StrictnessOf(profile);

    private sealed record Coded(long Id, long AreaId, IReadOnlyList<int> Ways, DisclosureProfile Profile)
    {
        public int Comments => Ways.Sum();

        public bool IsAllOnTheSite => Ways.Skip(1).All(w => w == 0);

        public string Stamp => string.Join('-', Ways);
    }
}
