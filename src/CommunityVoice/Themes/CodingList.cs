using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>A comment as an analyst reads it, with the ids of its themes.</summary>
public sealed record CodedComment(long Id, string AuthorName, Voice Voice, string? Area, string Body, DateTimeOffset PostedAt, int Supports, bool IsPublic)
{
    public IReadOnlyList<long> Themes { get; init; } = [];

    /// <summary>How many comments are in nearly the same words, this one among them; nought when it is alone.</summary>
    public int Copies { get; init; }
}

/// <summary>One page of comments, how many match in all, and the key of the next page.</summary>
public sealed record CodingPage(IReadOnlyList<CodedComment> Comments, int Matching, long? Next)
{
    public bool HasCopies => Comments.Any(c => c.Copies > 1);
}

/// <summary>Lists a consultation's comments for coding, paged by key, so that the last page costs what the first does.</summary>
public sealed class CodingList(CommunityVoiceDb db)
{
    public const int PageSize = 50;

    public async Task<CodingPage> PageAsync(Consultation consultation, CommentFilter filter, IReadOnlyList<ThemeRow> themes, long after, CancellationToken ct)
    {
        var matching = filter.Of(db, consultation.Id, Rare(themes));
        var comments = await matching.Where(c => c.Id > after).OrderBy(c => c.Id).Take(PageSize + 1)
            .Select(c => new CodedComment(c.Id, c.Author != null ? c.Author.DisplayName : c.AuthorName, c.Voice, c.Area!.Name, c.Body, c.PostedAt, c.Supports, c.CountedAt == null))
            .ToListAsync(ct);
        long? next = comments.Count > PageSize ? comments[PageSize - 1].Id : null;
        List<long> ids = [.. comments.Take(PageSize).Select(c => c.Id)];
        var codings = (await db.Codings.Where(x => ids.Contains(x.CommentId)).Select(x => new { x.CommentId, x.ThemeId }).ToListAsync(ct))
            .ToLookup(x => x.CommentId, x => x.ThemeId);
        var copies = await db.SameWordsAsync(ids, ct);
        return new([.. comments.Take(PageSize).Select(c => c with { Themes = [.. codings[c.Id]], Copies = copies.GetValueOrDefault(c.Id)?.Comments ?? 0 })],
            filter.IsEmpty ? consultation.Comments + await matching.CountedOnly().CountAsync(ct) : await matching.CountAsync(ct), next);
    }

    /// <summary>Every comment that matches, for giving all of them a theme at once.</summary>
    public Task<List<long>> AllAsync(long consultationId, CommentFilter filter, IReadOnlyList<ThemeRow> themes, CancellationToken ct) =>
        filter.Of(db, consultationId, Rare(themes)).Select(c => c.Id).ToListAsync(ct);

    private static List<long> Rare(IReadOnlyList<ThemeRow> themes) => [.. themes.Where(t => t.IsHeardFromFew).Select(t => t.Id)];
}
