namespace CommunityVoice.People;

/// <summary>
/// A comment written before signing in: where, in answer to what, the words, and the name its writer chose. One with a title is an
/// idea, and its slug is an area's. It may be about a section of a document.
/// </summary>
public sealed record Draft(string Slug, long? ReplyTo, string Body, string Name, string? Title = null, string? About = null);

/// <summary>Publishes a draft for whoever completed the sign-in that carried it.</summary>
public interface IDraftReceiver
{
    /// <summary>Answers the address of what was published, or of a page that says why it was not.</summary>
    Task<string> PublishAsync(Guid personId, Draft draft, CancellationToken ct);
}
