using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Markup;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Search;

/// <summary>The kinds of thing that can be found.</summary>
public static class SearchKind
{
    public const string Consultation = "consultation";
    public const string Comment = "comment";
    public const string Idea = "idea";
    public const string Summary = "summary";
    public const string Recommendation = "recommendation";
    public const string Strategy = "strategy";
    public const string AnnualReport = "annual-report";
    public const string Page = "page";
}

/// <summary>Keeps what can be found. Each change takes effect at once, within the transaction that is open.</summary>
public sealed class SearchIndex(CommunityVoiceDb db)
{
    private const int TitleMaxLength = 200;
    private const int TextMaxLength = 100_000;

    /// <summary>Enters something, or changes what was entered for it. The text may be Markdown.</summary>
    public Task PutAsync(string kind, long id, string title, string text, string url, DateTimeOffset at, CancellationToken ct)
    {
        title = CleanText.Cut(CleanText.OneLine(title), TitleMaxLength);
        text = CleanText.Cut(CleanText.OfMarkdown(text), TextMaxLength);
        object when = db.Database.IsSqlite() ? at.UtcTicks : at.ToUniversalTime(); // as the model converts it
        // One statement that both databases understand, so that two writers of the same entry cannot collide.
        return db.TransactAsync(() => db.Database.ExecuteSqlRawAsync("""
            INSERT INTO "SearchEntries" ("Kind", "SubjectId", "Title", "Text", "Url", "At") VALUES ({0}, {1}, {2}, {3}, {4}, {5})
            ON CONFLICT ("Kind", "SubjectId") DO UPDATE
            SET "Title" = excluded."Title", "Text" = excluded."Text", "Url" = excluded."Url", "At" = excluded."At"
            """, [kind, id, title, text, url, when], ct), ct);
    }

    public Task RemoveAsync(string kind, long id, CancellationToken ct) => db.TransactAsync(
        () => db.SearchEntries.Where(e => e.Kind == kind && e.SubjectId == id).ExecuteDeleteAsync(ct), ct);

    public async Task PutAsync(Comment comment, CancellationToken ct)
    {
        var about = await db.Consultations.Where(c => c.Id == comment.ConsultationId).Select(c => new { c.Slug, c.Title }).SingleAsync(ct);
        await PutAsync(SearchKind.Comment, comment.Id, $"Comment on {about.Title}", comment.Body,
            $"/consultations/{about.Slug}/comments/{comment.Id}", comment.PostedAt, ct);
    }

    /// <summary>Enters a published consultation; one that is still a draft cannot be found.</summary>
    public Task PutAsync(Consultation consultation, CancellationToken ct) => consultation.PublishedAt is not { } published
        ? RemoveAsync(SearchKind.Consultation, consultation.Id, ct)
        : PutAsync(SearchKind.Consultation, consultation.Id, consultation.Title,
            string.Join("\n\n", consultation.Question, consultation.Why, consultation.CanChange, consultation.CannotChange, consultation.Options),
            $"/consultations/{consultation.Slug}", published, ct);

    /// <summary>Enters a recommendation that was sent; one that is withdrawn stays findable, with its reason on its page.</summary>
    public Task PutAsync(Recommendation recommendation, CancellationToken ct) => PutAsync(SearchKind.Recommendation, recommendation.Id, recommendation.Ask,
        $"Asked of {recommendation.Addressee.Name}.\n\n{recommendation.Rationale}\n\n{recommendation.Measure}", $"/recommendations/{recommendation.Id}", recommendation.SentAt!.Value, ct);

    /// <summary>Enters the site's own pages, and forgets those that are gone.</summary>
    public Task PutAsync(ContentLibrary library, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var known = await db.SearchEntries.AsNoTracking().Where(e => e.Kind == SearchKind.Page).ToDictionaryAsync(e => e.SubjectId, ct);
        foreach (var page in library.All)
        {
            var (id, text) = (IdOf(page.Path), $"{page.Summary}\n\n{page.Text}");
            if (known.Remove(id, out var entry) && entry.Title == page.Title && entry.Text == CleanText.Cut(CleanText.OfMarkdown(text), TextMaxLength)) continue;
            await PutAsync(SearchKind.Page, id, page.Title, text, "/" + page.Path, UkTime.StartOf(page.Reviewed), ct);
        }
        foreach (var gone in known.Keys) await RemoveAsync(SearchKind.Page, gone, ct);
    }, ct);

    /// <summary>Enters every consultation and every visible comment, for after an import.</summary>
    public async Task<int> RebuildAsync(CancellationToken ct)
    {
        var entered = 0;
        foreach (var consultation in await db.Consultations.AsNoTracking().Published().OrderBy(c => c.Id).ToListAsync(ct))
        {
            await PutAsync(consultation, ct);
            entered++;
        }
        for (long last = 0; ;)
        {
            var some = await db.Comments.AsNoTracking().Visible().Where(c => c.Id > last).OrderBy(c => c.Id).Take(500).ToListAsync(ct);
            if (some is []) return entered;
            await db.TransactAsync(async () =>
            {
                foreach (var comment in some) await PutAsync(comment, ct);
            }, ct);
            (last, entered) = (some[^1].Id, entered + some.Count);
        }
    }

    // A page has no number of its own; its path gives a steady one.
    private static long IdOf(string path) =>
        Convert.ToInt64(Hashes.Sha256(path)[..15], 16);
}
