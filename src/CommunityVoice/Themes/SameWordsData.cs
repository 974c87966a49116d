namespace CommunityVoice.Themes;

/// <summary>Comments in nearly the same words: how many that can be seen, and of how many people. Number: all of them have it in the file of comments; together they are one viewpoint.</summary>
public sealed record SameWordsGroup(long Number, int Comments, int People, string Path);

/// <summary>What several people sent in nearly the same words in a consultation, as its page shows it: each such text is one viewpoint. The words are at each path.</summary>
public sealed record SameWordsData(string Consultation, int Comments, int Viewpoints, IReadOnlyList<SameWordsGroup> Groups, string Path)
{
    public static SameWordsData Of(string slug, IReadOnlyList<SameWords> groups)
    {
        var path = $"/consultations/{slug}/same-words";
        return new(slug, groups.Sum(g => g.Comments), groups.Count, [.. groups.Select(g => new SameWordsGroup(g.FirstId, g.Comments, g.People, $"{path}/{g.FirstId}"))], path);
    }
}
