using System.Text.RegularExpressions;
using CommunityVoice.Analysis.Text;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Moderation;

/// <summary>
/// The few reasons why a comment waits for a moderator before it is public; whoever wrote it is told which. Words about illness,
/// the body or places are never among them: health is what people come to talk about. That somebody may come to harm is.
/// </summary>
public sealed partial class Holding(CommunityVoiceDb db, Signposts signposts, TimeProvider clock)
{
    public static readonly TimeSpan RepeatWindow = TimeSpan.FromHours(24);

    /// <summary>Why this text by this author should wait, or nothing. It also looks at what they posted in the last day.</summary>
    public async Task<string?> ReasonToHoldAsync(Comment comment, Author author, CancellationToken ct) =>
        ReasonToHold(comment, author, await TrustAsync(author, comment.Id, ct)) ?? (await RepeatsAsync(comment.Body, author, ct) ? "You posted the same words before." : null);

    /// <summary>The rules for something that is said again in other words: whether it repeats does not matter then.</summary>
    public async Task<string?> ReasonToHoldEditedAsync(Comment comment, Author author, CancellationToken ct) => ReasonToHold(comment, author, await TrustAsync(author, comment.Id, ct));

    /// <summary>The rules that need nothing but what was said, about whom and by whom.</summary>
    public string? ReasonToHold(Comment comment, Author author, Trust trust) =>
        ReasonToHold(comment.AllWords, trust)
        ?? (IsVerified(author) ? null : signposts.ReasonToHold(comment.AllWords))
        ?? (comment.AboutOther is not null && PersonNames.In(comment.AllWords).Count > 0 ? "It tells about somebody else and seems to name them." : null);

    /// <summary>The rules that need nothing but the text and how well its author is known.</summary>
    public static string? ReasonToHold(string text, Trust trust)
    {
        var details = PersonalDetails.In(text).Select(found => found.Detail).ToHashSet();
        if (details.Contains(PersonalDetail.NhsNumber)) return "It seems to hold an NHS number.";
        if (trust.HidesContact() && details.Contains(PersonalDetail.Email)) return "It seems to hold an e-mail address.";
        if (trust.HidesContact() && details.Contains(PersonalDetail.Phone)) return "It seems to hold a phone number.";
        return trust.MostLinks() is { } most && Links().Count(text) > most ? $"It holds more than {(most == 1 ? "one link" : $"{most} links")}." : null;
    }

    /// <summary>How well the site knows whoever speaks; what they are saying just now does not count.</summary>
    public async Task<Trust> TrustAsync(Author author, long speaking, CancellationToken ct)
    {
        if (IsVerified(author)) return Trust.Verified;
        if (author.PersonId is not { } personId) return Trust.Known; // entered by staff, who read it
        var (stood, removed) = (clock.GetUtcNow() - TrustRules.StandsFor, clock.GetUtcNow() - TrustRules.RemovalCounts);
        var theirs = db.Comments.Where(c => c.AuthorId == personId && c.Id != speaking);
        return await theirs.Visible().AnyAsync(c => c.ShownAt <= stood, ct) && !await theirs.AnyAsync(c => c.RemovedAt >= removed, ct) ? Trust.Known : Trust.New;
    }

    private static bool IsVerified(Author author) => author.SpeaksForId is not null || author.IsOfficial;

    private async Task<bool> RepeatsAsync(string text, Author author, CancellationToken ct)
    {
        if (author.PersonId is not { } personId) return false;
        var since = clock.GetUtcNow() - RepeatWindow;
        var recent = await db.Comments.Where(c => c.AuthorId == personId && c.PostedAt >= since && c.WithdrawnAt == null)
            .OrderByDescending(c => c.Id).Select(c => c.Body).Take(20).ToListAsync(ct);
        var plain = Plain(text);
        // "Yes" twice is an answer, not an advert.
        return plain.Length > 20 && recent.Exists(body => Plain(body) == plain);
    }

    private static string Plain(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"https?://|\bwww\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Links();

}
