using CommunityVoice.Chains;
using CommunityVoice.OpenData;
using CommunityVoice.Web.Chains;

namespace CommunityVoice.Web.OpenData;

/// <summary>A thing in a step of a thread. What people said has no words here: they are on its page and in the file of comments, once that may be published. Thread: its own.</summary>
public sealed record ThreadLink(string? Words, string? About, string Path, string? Thread)
{
    internal static ThreadLink Of(ChainKind kind, ChainLink link) =>
        kind == ChainKind.Comment ? new(null, null, link.Address, link.Follow) : new(link.Words, link.About, link.Address, link.Follow);
}

/// <summary>A step of a thread. Missing: why it has not come yet. Next: where more of its things are.</summary>
public sealed record ThreadStep(string Kind, string Name, string Words, bool IsThere, string Missing, IReadOnlyList<ThreadLink> Links, string? Next)
{
    // "/thread/theme/1.json?show=comment&page=2" of the page's "/thread/theme/1?show=comment&page=2#step-comment".
    internal static ThreadStep Of(ChainStepView step) => new(
        DataCode.Of(step.Kind), step.Name, step.Words, step.IsThere, step.Gap, [.. step.Links.Select(l => ThreadLink.Of(step.Kind, l))],
        step.Next?.Split('#')[0].Replace("?", ".json?", StringComparison.Ordinal));
}

/// <summary>A thread from what was said to what was paid for, step by step, as its page shows it.</summary>
public sealed record ThreadData(string Kind, long Number, string Title, string Path, string InWords, IReadOnlyList<ThreadStep> Steps)
{
    public static ThreadData Of(ChainReading reading) => new(
        DataCode.Of(reading.Chain.Question.Kind), reading.Chain.Question.Id, reading.Chain.Title, reading.Chain.Address, reading.InWords, [.. reading.Steps.Select(ThreadStep.Of)]);
}
