using CommunityVoice.Tests;

namespace CommunityVoice.BrowserTests;

/// <summary>Leaves a picture of every page that a journey is the first to see in <c>tests/pictures</c>, numbered in the order they were seen.</summary>
public sealed class Pictures(string journey, int width)
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "tests", "pictures")).FullName;
    private int taken;

    public async Task TakeAsync(IPage page)
    {
        var title = (await page.TitleAsync()).Split(" – ")[0].Split(" - ")[0].ToLowerInvariant();
        var words = string.Join('-', new string([.. title.Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8));
        await page.ScreenshotAsync(new() { Path = Path.Combine(Folder, $"{journey}-{width}-{++taken:00}-{words}.png"), FullPage = true });
    }
}
