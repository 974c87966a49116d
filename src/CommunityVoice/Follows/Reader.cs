using CommunityVoice.Data;
using CommunityVoice.People;

namespace CommunityVoice.Follows;

/// <summary>
/// Whoever gets the letter that bundles news: a person with an account, or an address without one that confirmed it. One letter a day at most.
/// </summary>
public sealed class Reader : INeverOnCachedPages
{
    private Reader() { } // EF Core

    public Reader(Guid personId, DateTimeOffset now) => (PersonId, Token, StartedAt) = (personId, NewToken(), now);

    /// <summary>An address without an account, which was shown to be theirs.</summary>
    public Reader(string confirmedEmail, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(confirmedEmail);
        (Email, Token, StartedAt) = (confirmedEmail, NewToken(), now);
    }

    public long Id { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>Where to write to somebody without an account; that of an account stands there.</summary>
    [Personal(DataClass.Contact)]
    public string? Email { get; private set; }

    /// <summary>Stands in each letter and opens their choices without signing in; it tells nothing of who they are.</summary>
    [Personal(DataClass.Credential)]
    public string Token { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public DateOnly? LastLetterOn { get; private set; }

    /// <summary>Since when they do not want to hear what became of what they said.</summary>
    public DateTimeOffset? StepsStoppedAt { get; private set; }

    /// <summary>Since when letters to their address come back for good; nothing is sent until they choose again.</summary>
    public DateTimeOffset? UnreachableSince { get; private set; }
    public List<Follow> Follows { get; } = [];

    public string? Address => Person?.Email ?? Email;

    /// <summary>Somebody who followed by e-mail alone made an account with that address: both are one reader from now on.</summary>
    internal void Join(Guid personId)
    {
        (PersonId, Email) = (personId, null);
        foreach (var follow in Follows) follow.BelongTo(personId);
    }

    internal void Wrote(DateOnly on) => LastLetterOn = on;

    /// <summary>Their address does not take letters: everything pauses, and nothing is forgotten, since a mailbox can come back.</summary>
    public void CannotBeReached(DateTimeOffset now)
    {
        UnreachableSince ??= now;
        HearSteps(false, now);
        foreach (var follow in Follows) follow.Hear(FollowFrequency.Paused, now);
    }

    /// <summary>They chose again, or have another address.</summary>
    public void TryAgain() => UnreachableSince = null;

    public void HearSteps(bool want, DateTimeOffset now) => StepsStoppedAt = want ? null : StepsStoppedAt ?? now;

    /// <summary>
    /// Ends every letter to them. Somebody with an account keeps their list, paused; an address without one is forgotten, and the token answers on, so that
    /// stopping twice is stopping once.
    /// </summary>
    public void Stop(DateTimeOffset now)
    {
        HearSteps(false, now);
        foreach (var follow in Follows) follow.Hear(FollowFrequency.Paused, now);
        if (PersonId is not null) return;
        Email = null;
        Follows.Clear();
    }

    private static string NewToken() => Hashes.RandomHex(16);
}
