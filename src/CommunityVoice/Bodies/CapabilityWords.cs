namespace CommunityVoice.Bodies;

/// <summary>The words for capabilities, as a list of what somebody may do.</summary>
public static class CapabilityWords
{
    /// <summary>Each capability on its own.</summary>
    public static IReadOnlyList<Capability> Each { get; } = [.. Enum.GetValues<Capability>().Where(c => c != Capability.None)];

    public static string Word(this Capability capability) => capability switch
    {
        Capability.Consult => "ask questions and open votes",
        Capability.Moderate => "moderate what people say",
        Capability.Code => "group what was said into themes",
        Capability.Publish => "publish summaries",
        Capability.Respond => "answer recommendations",
        Capability.Plan => "write strategies and budgets",
        Capability.EnterOnBehalf => "enter answers given on paper or by phone",
        Capability.SupportIdeas => "read and take on ideas",
        Capability.SeeTrueCounts => "see exact counts of small groups",
        Capability.Administer => "manage organisations and their people",
        _ => capability.ToString(),
    };

    /// <summary>Those of a set, one by one.</summary>
    public static IEnumerable<Capability> Parts(this Capability capabilities) => Each.Where(c => capabilities.HasFlag(c));

    /// <summary>A set in words: "moderate what people say, publish summaries".</summary>
    public static string InWords(this Capability capabilities) =>
        capabilities == Capability.None ? "speak for it" : string.Join(", ", capabilities.Parts().Select(Word));
}
