using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Strategies;

/// <summary>How an impact or goal is measured here. Texts are empty while nothing is written.</summary>
public sealed record MeasureFacts(string Measure, string Baseline, string Target, DateOnly? DueOn, Body? Owner)
{
    public bool IsEmpty => Parts.All(p => !p);

    public bool IsWhole => Parts.All(p => p);

    private bool[] Parts => [Measure.Length > 0, Baseline.Length > 0, Target.Length > 0, DueOn is not null, Owner is not null];
}

/// <summary>What an impact or goal of the framework means in this place: a measure, where it stands, what it should reach, by when, and who answers for it (rule R-A21).</summary>
public sealed class LocalMeasure : INeverOnCachedPages // its version, edited with it, names the pages
{
    public const int TextMaxLength = 500;

    private LocalMeasure() { } // EF Core

    internal LocalMeasure(StrategyVersion version, FrameworkItem item, MeasureFacts facts)
    {
        (Version, VersionId, Item, ItemId) = (version, version.Id, item, item.Id);
        Take(facts);
    }

    public long VersionId { get; private set; }
    public StrategyVersion Version { get; private set; } = null!;
    public long ItemId { get; private set; }
    public FrameworkItem Item { get; private set; } = null!;
    public string Measure { get; private set; } = "";
    public string Baseline { get; private set; } = "";
    public string Target { get; private set; } = "";
    public DateOnly? DueOn { get; private set; }
    public long? OwnerId { get; private set; }
    public Body? Owner { get; private set; }

    public MeasureFacts Facts => new(Measure, Baseline, Target, DueOn, Owner);

    internal void Take(MeasureFacts facts) =>
        (Measure, Baseline, Target, DueOn, Owner, OwnerId) = (facts.Measure, facts.Baseline, facts.Target, facts.DueOn, facts.Owner, facts.Owner?.Id);
}
