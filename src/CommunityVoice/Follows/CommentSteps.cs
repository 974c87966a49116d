using CommunityVoice.Discussion;
using CommunityVoice.Notifications;

namespace CommunityVoice.Follows;

/// <summary>The first steps of a comment that its author is told with their next letter: that we have it, and that it is public. What was overtaken before that letter is left out.</summary>
public sealed class CommentSteps(ContributorNews news, SiteAddress site)
{
    public void Received(Comment comment)
    {
        if (comment.IsOfficial) return; // bodies know what they answer
        if (comment.IsVisible) Owe(comment, "comment-published");
        else Owe(comment, "comment-received");
    }

    /// <summary>It was changed, and waits for a check now.</summary>
    public async Task HeldAsync(Comment comment, CancellationToken ct)
    {
        await news.ForgetAsync(Key(comment), ct);
        Owe(comment, "comment-received");
    }

    /// <summary>A moderator decided. That it only stays where it was is no news to whoever wrote it.</summary>
    public async Task DecidedAsync(Comment comment, bool wasVisible, CancellationToken ct)
    {
        if (comment.IsVisible && wasVisible) return;
        await news.ForgetAsync(Key(comment), ct);
        if (comment.IsVisible) Owe(comment, "comment-published-after-check");
    }

    public Task WithdrawnAsync(Comment comment, CancellationToken ct) => news.ForgetAsync(Key(comment), ct);

    private void Owe(Comment comment, string kind)
    {
        if (comment.AuthorId is not { } author) return;
        news.Owe(author, Key(comment), kind, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = comment.Consultation.Title,
            ["reason"] = comment.HeldBecause ?? "",
            ["link"] = site.To($"/consultations/{comment.Consultation.Slug}/comments/{comment.Id}"),
        });
    }

    private static string Key(Comment comment) => $"comment-{comment.Id}";
}
