using CommunityVoice.Bodies;
using CommunityVoice.Data;

namespace CommunityVoice.Summaries;

/// <summary>Where a partner stands to the text of a version.</summary>
public enum SignOff
{
    /// <summary>Asked, and nothing came.</summary>
    Missing,
    SignedThisText,

    /// <summary>Signed a text that was changed since.</summary>
    SignedEarlierText,
    Declined,
}

/// <summary>
/// An organisation that was asked to put its name to a version beside the one that wrote it (rule R-I31). It signs or does not, before or after
/// publication, and everybody can see which; it can hold nothing back.
/// </summary>
public sealed class Partner : IShownOnPages
{
    public const int ReasonMaxLength = 1000;

    /// <summary>Who may sign for an organisation: whoever it lets publish, answer or plan.</summary>
    public static readonly IReadOnlyList<Capability> Signers = [Capability.Publish, Capability.Respond, Capability.Plan];

    private Partner() { } // EF Core

    internal Partner(SummaryVersion version, Body body, DateTimeOffset now) =>
        (Version, VersionId, SummaryId, Body, BodyId, AskedAt) = (version, version.Id, version.SummaryId, body, body.Id, now);

    public long Id { get; private set; }
    public long SummaryId { get; private set; }
    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? SignedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? SignedById { get; private set; }

    /// <summary>How often the text had been edited when it was signed.</summary>
    public int? SignedEdits { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? DeclinedById { get; private set; }

    /// <summary>Why it does not sign, which everybody can read.</summary>
    public string? DeclineReason { get; private set; }
    public int Edits { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Summary(SummaryId)];

    /// <summary>The version is loaded.</summary>
    public SignOff State => this switch
    {
        { DeclinedAt: not null } => SignOff.Declined,
        { SignedAt: null } => SignOff.Missing,
        // Publishing is an edit too, and changes no word.
        _ when SignedEdits >= Version.Edits - (Version.IsDraft ? 0 : 1) => SignOff.SignedThisText,
        _ => SignOff.SignedEarlierText,
    };

    /// <summary>Signs the text as it is now. Whoever declined before has changed their mind.</summary>
    public void Sign(Guid by, DateTimeOffset now)
    {
        if (State == SignOff.SignedThisText) throw new InvalidOperationException($"Partner {Id} has signed this text.");
        (SignedAt, SignedById, SignedEdits) = (now, by, Version.Edits);
        (DeclinedAt, DeclinedById, DeclineReason) = (null, null, null);
        Edits++;
    }

    public void Decline(string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (State is SignOff.SignedThisText or SignOff.Declined) throw new InvalidOperationException($"Partner {Id} has decided.");
        (DeclinedAt, DeclinedById, DeclineReason) = (now, by, reason);
        (SignedAt, SignedById, SignedEdits) = (null, null, null);
        Edits++;
    }
}
