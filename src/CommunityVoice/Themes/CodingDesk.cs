using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>Gives themes to comments and takes them off, many at once and no matter how often it is asked.</summary>
public sealed class CodingDesk(CommunityVoiceDb db, TimeProvider clock)
{
    // Enough for a page or a whole import; a statement with more ids than this would be slow to read.
    private const int Chunk = 500;

    /// <summary>Gives every theme to every comment that lacks it; answers how many links that made.</summary>
    public Task<int> AssignAsync(IReadOnlyCollection<long> themeIds, IReadOnlyCollection<long> commentIds, Guid by, CancellationToken ct) =>
        ChangeAsync("comments.coded", themeIds, commentIds, by, chunk => InsertAsync(themeIds, chunk, by, ct), ct);

    /// <summary>Takes every one of the themes off every one of the comments; answers how many links that ended.</summary>
    public Task<int> TakeOffAsync(IReadOnlyCollection<long> themeIds, IReadOnlyCollection<long> commentIds, Guid by, CancellationToken ct) =>
        ChangeAsync("comments.uncoded", themeIds, commentIds, by, chunk => db.Codings
            .Where(c => themeIds.Contains(c.ThemeId) && chunk.Contains(c.CommentId)).ExecuteDeleteAsync(ct), ct);

    /// <summary>Takes off what this person gave since a moment; what was there before stays.</summary>
    public Task<int> UndoAsync(IReadOnlyCollection<long> themeIds, IReadOnlyCollection<long> commentIds, Guid by, DateTimeOffset since, CancellationToken ct) =>
        ChangeAsync("comments.uncoded", themeIds, commentIds, by, chunk => db.Codings
            .Where(c => themeIds.Contains(c.ThemeId) && chunk.Contains(c.CommentId) && c.ById == by && c.At >= since).ExecuteDeleteAsync(ct), ct);

    private Task<int> ChangeAsync(
        string verb, IReadOnlyCollection<long> themeIds, IReadOnlyCollection<long> commentIds, Guid by, Func<long[], Task<int>> change, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var (changed, touched) = (0, new HashSet<long>());
            foreach (var chunk in commentIds.Distinct().Chunk(Chunk))
            {
                changed += await change(chunk);
                touched.UnionWith(await db.Comments.Where(c => chunk.Contains(c.Id)).Select(c => c.ConsultationId).Distinct().ToListAsync(ct));
            }
            if (changed == 0) return 0;
            var names = await db.Themes.Where(t => themeIds.Contains(t.Id)).OrderBy(t => t.Id).Select(t => t.Name).ToListAsync(ct);
            foreach (var consultation in touched)
            {
                db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Consultation), consultation,
                    string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names)}: {changed} links to {commentIds.Count} comments"), clock.GetUtcNow()));
                db.Touch(PageTag.Consultation(consultation));
            }
            db.Touch(PageTag.Lists);
            await db.SaveChangesAsync(ct);
            return changed;
        }, ct);

    // One statement for a whole chunk, and a link that is there already stays as it is: who set it first, and when.
    private Task<int> InsertAsync(IReadOnlyCollection<long> themeIds, long[] commentIds, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        object at = db.Database.IsSqlite() ? now.UtcTicks : now; // as the model converts it
#pragma warning disable EF1002 // nothing but numbers is written into the statement
        return db.Database.ExecuteSqlRawAsync($$"""
            INSERT INTO "Codings" ("CommentId", "ConsultationId", "ThemeId", "ById", "At")
            SELECT c."Id", c."ConsultationId", t."Id", {0}, {1} FROM "Comments" c CROSS JOIN "Themes" t
            WHERE c."Id" IN ({{List(commentIds)}}) AND t."Id" IN ({{List(themeIds)}})
            ON CONFLICT DO NOTHING
            """, [by, at], ct);
#pragma warning restore EF1002
    }

    private static string List(IEnumerable<long> ids) => string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}
