using CommunityVoice.Data;

namespace CommunityVoice.Strategies;

/// <summary>What is said of another plan. The kind is words, since which plans there must be changes by law; address and next step are empty where there is none.</summary>
public sealed record PlanFacts(string Title, string Kind, string By, string Address, string NextStep, DateOnly? NextOn)
{
    /// <summary>Whether it is an address that a page can lead to.</summary>
    public static bool IsAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}

/// <summary>Another plan that this one is tied to: whose it is, where it is read, and which step comes next (rule R-A14).</summary>
public sealed class RelatedPlan : INeverOnCachedPages // its version, edited with it, names the pages
{
    public const int TitleMaxLength = 200;
    public const int NameMaxLength = 160;
    public const int AddressMaxLength = 400;
    public const int StepMaxLength = 500;

    private RelatedPlan() { } // EF Core

    internal RelatedPlan(StrategyVersion version, PlanFacts facts)
    {
        (Version, VersionId) = (version, version.Id);
        Take(facts);
    }

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public StrategyVersion Version { get; private set; } = null!;
    public string Title { get; private set; } = "";
    public string Kind { get; private set; } = "";

    /// <summary>Whose plan it is; often a body that is not on this site.</summary>
    public string By { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string NextStep { get; private set; } = "";
    public DateOnly? NextOn { get; private set; }

    public PlanFacts Facts => new(Title, Kind, By, Address, NextStep, NextOn);

    internal void Take(PlanFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Title)) throw new ArgumentException("A plan has a title.", nameof(facts));
        if (facts.Address.Length > 0 && !PlanFacts.IsAddress(facts.Address)) throw new ArgumentException("An address can be led to.", nameof(facts));
        (Title, Kind, By, Address, NextStep, NextOn) = (facts.Title, facts.Kind, facts.By, facts.Address, facts.NextStep, facts.NextOn);
    }
}
