using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Search;

/// <summary>One thing found, with the stretch of its text where the words stand.</summary>
public sealed record Hit(string Kind, string Title, string Url, DateTimeOffset At, IReadOnlyList<Passage> Extract);

/// <summary>A piece of text, and whether it is a word that was asked for.</summary>
public sealed record Passage(string Text, bool IsAsked);

/// <summary>One page of what was found, and how much there is of each kind.</summary>
public sealed record Found(IReadOnlyList<Hit> Hits, IReadOnlyDictionary<string, int> OfKind)
{
    public const int PageSize = 20;

    /// <summary>Nobody reads further; whoever wants to asks more exactly.</summary>
    public const int MostPages = 10;

    public int All => OfKind.Values.Sum();

    public static Found Nothing { get; } = new([], new Dictionary<string, int>(StringComparer.Ordinal));
}

/// <summary>Finds what can be found. Any text is a fair question: none is ever an error.</summary>
public interface ISearch
{
    Task<Found> FindAsync(Question question, string? kind, int page, CancellationToken ct);
}

/// <summary>Asks whichever database holds the site, each in its own way.</summary>
public sealed class DatabaseSearch(CommunityVoiceDb db) : ISearch
{
    // The first heading in each list is the title's weight, the second the text's.
    private const string OnSqlite = """
        SELECT e.*, bm25("SearchText", 8.0, 1.0) AS "Rank" FROM "SearchText" JOIN "SearchEntries" e ON e."Id" = "SearchText".rowid
        WHERE "SearchText" MATCH {0}
        """;

    private const string OnPostgres = """
        SELECT e.*, -ts_rank(e."Words", q) AS "Rank" FROM "SearchEntries" e, to_tsquery('english', {0}) q WHERE e."Words" @@ q
        """;

    public async Task<Found> FindAsync(Question question, string? kind, int page, CancellationToken ct)
    {
        if (question.IsEmpty) return Found.Nothing;
        var rows = db.Database.IsSqlite()
            ? db.Database.SqlQueryRaw<Row>(OnSqlite, string.Join(' ', question.Words.Select(w => $"\"{w}\"")))
            : db.Database.SqlQueryRaw<Row>(OnPostgres, string.Join(" & ", question.Words.Select(w => $"'{w}'")));
        var ofKind = await rows.GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var hits = await rows.Where(r => kind == null || r.Kind == kind).OrderBy(r => r.Rank).ThenByDescending(r => r.Id)
            .Skip((Math.Clamp(page, 1, Found.MostPages) - 1) * Found.PageSize).Take(Found.PageSize)
            .Select(r => new { r.Kind, r.Title, r.Url, r.Id, r.Text }).ToListAsync(ct);
        var ids = hits.Select(h => h.Id).ToList();
        var at = await db.SearchEntries.Where(e => ids.Contains(e.Id)).Select(e => new { e.Id, e.At }).ToDictionaryAsync(e => e.Id, e => e.At, ct);
        return new Found([.. hits.Select(h => new Hit(h.Kind, h.Title, h.Url, at[h.Id], Extracts.Of(h.Text, question)))], ofKind);
    }

    private sealed record Row(long Id, string Kind, string Title, string Text, string Url, double Rank);
}
