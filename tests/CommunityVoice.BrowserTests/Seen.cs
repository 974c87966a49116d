using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace CommunityVoice.BrowserTests;

/// <summary>
/// What was looked at in this run: a page that is the same to the letter, at the same width, needs no second check and no second picture, however many
/// journeys pass it. Sealed values, which differ each time, do not count as a difference.
/// </summary>
public static partial class Seen
{
    private static readonly ConcurrentDictionary<string, bool> Pages = new(StringComparer.Ordinal);

    /// <summary>True for the first who asks.</summary>
    public static async Task<bool> IsNewAsync(IPage page) =>
        Pages.TryAdd($"{page.ViewportSize!.Width} {Sealed().Replace(await page.ContentAsync(), "sealed")}", true);

    // What the site seals begins so, whatever it says.
    [GeneratedRegex("CfDJ8[A-Za-z0-9_-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sealed();
}
