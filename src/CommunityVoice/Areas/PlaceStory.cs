namespace CommunityVoice.Areas;

/// <summary>Meetings in a place that were written down, and about how many people came to them: counted apart, since nobody is counted there. Their points are among the comments.</summary>
public sealed record PlaceMeetings(int Meetings, int People)
{
    internal static PlaceMeetings? Of(AreaOverview overview) =>
        overview is { IsBeingCounted: false, Tally.People: > 0, Facts: { Meetings: > 0 } facts } ? new(facts.Meetings, facts.AtMeetings) : null;
}

/// <summary>An area that came before or after, and the day on which one takes the place of the other.</summary>
public sealed record PlaceHeir(string Slug, string Name, DateOnly On, string Path)
{
    internal static IReadOnlyList<PlaceHeir> Of(IEnumerable<AreaHeir> areas) => [.. areas.Select(a => new PlaceHeir(a.Slug, a.Name, a.On, $"/areas/{a.Slug}"))];
}

/// <summary>What a place was called before and until when, newest first, what it took the place of, and what takes its place. EndsOn: the first day on which it is no more. IsCalledOff: it was to begin that day, and does not.</summary>
public sealed record PlaceStory(IReadOnlyList<FormerName> CalledBefore, IReadOnlyList<PlaceHeir> TookThePlaceOf, IReadOnlyList<PlaceHeir> PlaceTakenBy, DateOnly? EndsOn, string? EndsBecause, bool IsCalledOff)
{
    public static PlaceStory None { get; } = new([], [], [], null, null, false);

    internal static PlaceStory Of(AreaOverview overview)
    {
        var (area, story) = (overview.Area, overview.Story);
        var (isCalledOff, ends) = (area.EndsOn is not null && area.EndsOn == area.StartsOn, area.EndsOn is not null && area.EndsOn != area.StartsOn);
        return new(story.Names, PlaceHeir.Of(story.Predecessors), ends ? PlaceHeir.Of(story.Successors) : [], area.EndsOn, ends ? area.EndsBecause : null, isCalledOff);
    }
}
