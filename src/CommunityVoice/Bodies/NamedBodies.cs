using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>The bodies of this site by the words that people choose them by: their names, and where several have the same name, the ends of their addresses too.</summary>
public sealed class NamedBodies
{
    /// <summary>The name, a space, and the end of the address in brackets.</summary>
    public const int WordsMaxLength = Body.NameMaxLength + Body.SlugMaxLength + 3;

    private readonly Dictionary<string, Body> byWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Body> all;

    public NamedBodies(IEnumerable<Body> bodies)
    {
        all = [.. bodies];
        foreach (var same in all.GroupBy(b => b.Name.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            foreach (var body in same) byWords.TryAdd(same.Skip(1).Any() ? $"{same.Key} ({body.Slug})" : same.Key, body);
        }
    }

    public static NamedBodies None { get; } = new([]);

    /// <summary>What can be chosen, in the order of the bodies.</summary>
    public IReadOnlyCollection<string> Choices => byWords.Keys;

    public static async Task<NamedBodies> OfAsync(CommunityVoiceDb db, CancellationToken ct) =>
        new(await db.Bodies.OrderBy(b => b.Name).ThenBy(b => b.Id).ToListAsync(ct));

    /// <summary>How data names a body: as registers know it, or else by its address here.</summary>
    public static string IdOf(Body body) => body.OrganisationId ?? $"/bodies/{body.Slug}";

    public string WordsOf(Body body) => byWords.Where(b => b.Value.Slug == body.Slug).Select(b => b.Key).FirstOrDefault() ?? body.Name;

    /// <summary>The one that these words choose; none where they name somebody else, or several.</summary>
    public Body? Find(string words) => byWords.GetValueOrDefault(words.Trim());

    /// <summary>The one with this id; where several are parts of one registered organisation, the one with the name too. Without an id that is known here, the name alone tells.</summary>
    public Body? Find(string id, string name) =>
        all.Where(b => IsId(b, id)).ToList() switch
        {
            [] => Find(name),
            [var one] => one,
            var parts => parts.Where(b => string.Equals(b.Name.Trim(), name.Trim(), StringComparison.OrdinalIgnoreCase)).ToList() is [var named] ? named : null,
        };

    internal static bool IsId(Body body, string id) => id.Length > 0 && (string.Equals(body.OrganisationId, id, StringComparison.OrdinalIgnoreCase) || $"/bodies/{body.Slug}" == id);
}
