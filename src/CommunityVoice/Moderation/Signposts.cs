using System.Text.RegularExpressions;
using CommunityVoice.Content;

namespace CommunityVoice.Moderation;

/// <summary>Where to turn instead, for words of one kind.</summary>
public sealed record Signpost(string Code, string Title, string Turn, bool Holds, Regex Words);

/// <summary>
/// Words that suggest a complaint, somebody in danger or one person's care, and where to turn with them (rule R-B20), from
/// <c>content/signposts.yaml</c>. They show a way and stop nobody; only where somebody may come to harm does a comment wait.
/// </summary>
public sealed class Signposts
{
    private readonly IReadOnlyList<Signpost> all;

    private Signposts(IReadOnlyList<Signpost> all) => this.all = all;

    public static Signposts Load(string folder, SiteWords site) => Parse(File.ReadAllText(Path.Combine(folder, "signposts.yaml")), site);

    public static Signposts Parse(string yaml, SiteWords site)
    {
        var groups = FrontMatter.ReadYaml<SignpostsFile>("signposts.yaml", yaml).Groups;
        if (groups.GroupBy(g => g.Code, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InvalidDataException($"signposts.yaml: the code \"{twice.Key}\" is there twice.");
        if (groups.Find(g => g.Words.Count == 0 || g.Words.Exists(string.IsNullOrWhiteSpace)) is { } mute)
            throw new InvalidDataException($"signposts.yaml: \"{mute.Code}\" has no words, or an empty one.");
        return new([.. groups.Select(g => new Signpost(g.Code, g.Title, string.Join('\n', g.Turn.Select(site.Fill).Where(line => line.Length > 0).Select(line => "- " + line)), g.Holds, Any(g.Words)))]);
    }

    /// <summary>Those that the words call for, the most pressing first.</summary>
    public IReadOnlyList<Signpost> In(string? text) => string.IsNullOrEmpty(text) ? [] : [.. all.Where(s => s.Words.IsMatch(text))];

    /// <summary>Why it should wait, or nothing.</summary>
    public string? ReasonToHold(string text) =>
        In(text).Any(s => s.Holds) ? "It may tell of somebody who is in danger or being harmed. If so, do not wait for us: see where to turn under “Getting help”." : null;

    // A phrase as people type it: in any case, over a line's end, with either apostrophe.
    private static Regex Any(IEnumerable<string> phrases) => new(
        $@"(?<!\w)(?:{string.Join('|', phrases.Select(p => Regex.Escape(p.Trim()).Replace(@"\*", @"\w*", StringComparison.Ordinal).Replace(@"\ ", @"\s+", StringComparison.Ordinal).Replace("'", "['’]", StringComparison.Ordinal)))})(?!\w)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private sealed class SignpostsFile
    {
        public required List<Group> Groups { get; init; }
    }

    private sealed class Group
    {
        public required string Code { get; init; }
        public required string Title { get; init; }
        public bool Holds { get; init; }
        public required List<string> Turn { get; init; }
        public required List<string> Words { get; init; }
    }
}
