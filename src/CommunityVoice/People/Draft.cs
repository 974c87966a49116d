using CommunityVoice.Discussion;

namespace CommunityVoice.People;

/// <summary>
/// A comment written before signing in: where, in answer to what, the words, and the name its writer chose. One with a title is an
/// idea, and its slug is an area's. It may be about a section of a document.
/// </summary>
public sealed record Draft(string Slug, long? ReplyTo, string Body, string Name, string? Title = null, string? About = null)
{
    /// <summary>Where it tells about somebody else: whether they agree.</summary>
    public ThirdParty? AboutOther { get; init; }

    /// <summary>The element of the place that was missing, and what they say of it.</summary>
    public long? Missing { get; init; }
    public string? MissingWords { get; init; }

    /// <summary>It goes to the voice body in private and not into the discussion.</summary>
    public bool IsPrivate { get; init; }
}

/// <summary>Publishes a draft for whoever completed the sign-in that carried it.</summary>
public interface IDraftReceiver
{
    /// <summary>Answers the address of what was published, or of a page that says why it was not.</summary>
    Task<string> PublishAsync(Guid personId, Draft draft, CancellationToken ct);
}
