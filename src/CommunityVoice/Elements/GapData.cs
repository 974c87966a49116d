using CommunityVoice.Areas;

namespace CommunityVoice.Elements;

/// <summary>Something that was missing: how many stories it blocked, how many name it, how many wait for it, and what cannot work without it.</summary>
public sealed record GapData(long Id, string Name, string About, int Stories, int NameIt, int WaitForIt, IReadOnlyList<string> Blocks, string Path)
{
    public static GapData Of(Area area, GapRow row) =>
        new(row.Element.Id, row.Element.Name, row.Element.About, row.Stories, row.Direct, row.Through, row.Blocks, FormattableString.Invariant($"/areas/{area.Slug}/gaps/{row.Element.Id}"));
}

/// <summary>A story that says what was missing. Its words are on its page and in the file of comments, once that may be published.</summary>
public sealed record GapStoryData(long Comment, string Consultation, string Title, string? Missing, string Path)
{
    public static GapStoryData Of(GapStory story) => new(story.Id, story.Slug, story.Title, story.Missed, story.Path);
}

/// <summary>What was missing in an area, what blocked most first, as its page ranks it. NotInTheList: the newest stories that say in their own words what was missing.</summary>
public sealed record GapsData(string Area, IReadOnlyList<GapData> Gaps, IReadOnlyList<GapStoryData> NotInTheList, IReadOnlyList<PlaceLeftOut> LeftOut);

/// <summary>One thing that was missing. Actions: those of published strategies that bring it. Stories: the newest that it blocked; the count tells of all.</summary>
public sealed record GapWhole(GapData Gap, IReadOnlyList<string> Needs, IReadOnlyList<string> NeededBy, IReadOnlyList<TitleData> Actions, IReadOnlyList<GapStoryData> Stories, IReadOnlyList<PlaceLeftOut> LeftOut)
{
    public const int MostStories = 100;

    public static GapWhole Of(Area area, GapReading reading, IReadOnlyList<GapStory> stories, IReadOnlyList<PlaceLeftOut> leftOut) => new(
        GapData.Of(area, reading.Gap), [.. reading.Needs.Select(e => e.Name)], [.. reading.NeededBy.Select(e => e.Name)],
        [.. reading.Actions.Select(a => new TitleData(a.Title, a.Path))], [.. stories.Select(GapStoryData.Of)], leftOut);
}
