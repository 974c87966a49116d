using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Caching.Memory;

namespace CommunityVoice.Web.Threads;

/// <summary>One page of a discussion, ready to be sent, and where its neighbours begin.</summary>
public sealed record ShownDiscussion(IHtmlContent Html, ThreadKey? Before, ThreadKey? After)
{
    /// <summary>What it shows, in reading order.</summary>
    public IReadOnlyList<CommentRow> Comments { get; init; } = [];
}

/// <summary>The pages of discussions as text, kept until something in the consultation changes; the same for everybody.</summary>
public sealed class DiscussionFragments : IDisposable
{
    private const long MostCharacters = 32_000_000;

    internal MemoryCache Kept { get; } = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    public void Dispose() => Kept.Dispose();
}

/// <summary>Shows discussions: from what is kept, or from the database.</summary>
public sealed class Discussions(Discussion.Threads threads, CommentList list, DiscussionFragments fragments, PageVersions versions, TimeProvider clock)
{
    public async Task<ShownDiscussion> ShowAsync(Consultation consultation, ThreadQuestion asked, CancellationToken ct)
    {
        var (today, isOpen) = (UkTime.Today(clock), consultation.IsOpenAt(clock.GetUtcNow()));
        // The count is read first, so that a page made while something changes is not kept as if it showed the change.
        var since = versions.Count;
        var key = (asked, consultation.Slug, today, isOpen);
        if (fragments.Kept.TryGetValue(key, out Fragment? kept) && versions.UnchangedSince(kept!.Since, [PageTag.Consultation(consultation.Id), PageTag.Site]))
            return kept.Shown;

        var page = await threads.PageAsync(asked, ct);
        var html = list.Write(page, new ListShape(consultation.Slug, isOpen, today));
        var shown = new ShownDiscussion(new HtmlString(html), page.Before, page.After) { Comments = page.Comments }; // encoded or cleaned where it was written
        using var entry = fragments.Kept.CreateEntry(key);
        (entry.Value, entry.Size, entry.AbsoluteExpirationRelativeToNow) = (new Fragment(shown, since), html.Length + page.Comments.Sum(c => c.Words.Length) + 200, TimeSpan.FromMinutes(1));
        return shown;
    }

    /// <summary>The thread of one comment, with that comment unfolded; none where there is no such comment.</summary>
    public async Task<ShownDiscussion?> ShowThreadAsync(Consultation consultation, long commentId, long? after, long? before, CancellationToken ct)
    {
        if (await threads.ThreadAsync(consultation.Id, commentId, after, before, ct) is not { } page) return null;
        var shape = new ListShape(consultation.Slug, consultation.IsOpenAt(clock.GetUtcNow()), UkTime.Today(clock), commentId);
        return new ShownDiscussion(new HtmlString(list.Write(page, shape)), page.Before, page.After) { Comments = page.Comments };
    }

    private sealed record Fragment(ShownDiscussion Shown, long Since);
}
