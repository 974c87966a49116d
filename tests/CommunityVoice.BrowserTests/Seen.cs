using System.Collections.Concurrent;

namespace CommunityVoice.BrowserTests;

/// <summary>
/// What was looked at in this run: a page built of the same parts as another, at the same width, needs no second check and no second picture, however many
/// journeys pass it with other words and numbers. How often a part repeats does not count: a list of three is built like a list of four.
/// </summary>
public static class Seen
{
    private const string Parts = """
        () => {
            const named = ['role', 'type', 'name', 'open', 'hidden', 'disabled', 'checked', 'aria-current', 'aria-expanded', 'aria-invalid'];
            const partsOf = element => {
                const inside = [...element.children].map(partsOf).filter((parts, i, all) => parts !== all[i - 1]).join('');
                const about = named.filter(name => element.hasAttribute(name)).map(name => `${name}=${element.getAttribute(name)}`).join();
                const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
                return `<${element.tagName} ${element.className.baseVal ?? element.className} ${about}${words ? ' words' : ''}>${inside}`;
            };
            return `${document.title.split(':')[0] === 'Error'} ${partsOf(document.body)}`.replaceAll(/[0-9]+/g, '0');
        }
        """;

    private static readonly ConcurrentDictionary<string, bool> Pages = new(StringComparer.Ordinal);

    /// <summary>True for the first who asks.</summary>
    public static async Task<bool> IsNewAsync(IPage page) => Pages.TryAdd($"{page.ViewportSize!.Width} {await page.EvaluateAsync<string>(Parts)}", true);
}
