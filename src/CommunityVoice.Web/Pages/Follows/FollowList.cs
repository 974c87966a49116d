using CommunityVoice.Follows;

namespace CommunityVoice.Web.Pages.Follows;

/// <summary>Something that somebody follows, in their list; without a path when it is public no more.</summary>
public sealed record FollowRow(long Id, string Kind, string Title, string? Path, FollowFrequency Frequency);

/// <summary>What somebody follows, a page at a time, and the letters they want.</summary>
/// <param name="Rows">Newest first.</param>
/// <param name="Before">The key of the next page; none on the last.</param>
/// <param name="HearsSteps">Whether they hear what becomes of what they say; none for whoever has no account.</param>
/// <param name="IsUnreachable">Letters to their address came back for good.</param>
public sealed record FollowView(IReadOnlyList<FollowRow> Rows, long? Before, bool? HearsSteps, bool IsUnreachable = false);

/// <summary>What somebody presses: how often to hear of one of them, to stop it, or whether to hear of their own steps.</summary>
public sealed class ChoiceInput
{
    public long Id { get; set; }
    public FollowFrequency? Hear { get; set; }
    public bool Stop { get; set; }
    public bool? Steps { get; set; }
}

/// <summary>The list of what somebody follows, for the page of their account and for that of the link in their letters.</summary>
public sealed class FollowList(Following following, FollowTargets targets)
{
    public const int PageSize = 25;

    public async Task<FollowView> ShowAsync(Reader? reader, bool hasAccount, long? before, CancellationToken ct)
    {
        bool? steps = hasAccount ? reader?.StepsStoppedAt is null : null;
        if (reader is null) return new([], null, steps);
        var page = reader.Follows.Where(f => before is null || f.Id < before).OrderByDescending(f => f.Id).Take(PageSize + 1).ToList();
        var there = await targets.AllAsync(page.Select(f => f.Key), ct);
        var rows = page.Take(PageSize).Select(f => there.TryGetValue(f.Key, out var target)
            ? new FollowRow(f.Id, f.Kind.Word(), target.Title, target.Path, f.Frequency) : new FollowRow(f.Id, f.Kind.Word(), "No longer public", null, f.Frequency)).ToList();
        return new(rows, page.Count > PageSize ? rows[^1].Id : null, steps, reader.UnreachableSince is not null);
    }

    /// <summary>Does what was pressed; false where it is about nothing of theirs.</summary>
    public async Task<bool> ChangeAsync(Reader reader, ChoiceInput input, CancellationToken ct)
    {
        if (input.Steps is { } want) await following.HearStepsAsync(reader, want, ct);
        else if (input.Stop) await following.EndAsync(reader, input.Id, ct);
        else return input.Hear is { } frequency && Enum.IsDefined(frequency) && await following.HearAsync(reader, input.Id, frequency, ct);
        return true;
    }
}
