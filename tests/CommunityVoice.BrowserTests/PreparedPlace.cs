using CommunityVoice.Tests;

namespace CommunityVoice.BrowserTests;

/// <summary>The demo place and a consultation with a vote of each method, made once by a first start of the site; each journey gets a site on a copy of it.</summary>
public sealed class PreparedPlace : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("communityvoice-demo-").FullName;
    private int copies;
    private Task? made;

    private string First => Path.Combine(folder, "first");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Starts a site of the caller's own, with everything the demo place holds.</summary>
    public async Task<(SiteProcess Site, Letters Letters)> StartAsync()
    {
        await (made ??= MakeAsync());
        var copy = Path.Combine(folder, $"{Interlocked.Increment(ref copies)}");
        foreach (var file in Directory.EnumerateFiles(First, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(First, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return (await SiteProcess.StartAsync(copy, "Development", Settings(copy)), new Letters(Path.Combine(copy, "letters")));
    }

    private async Task MakeAsync()
    {
        Directory.CreateDirectory(First);
        await using var site = await SiteProcess.StartAsync(First, "Development", Settings(First));
        await site.StopAsync();
        await VotesOfEveryMethod.AddAsync($"Data Source={Path.Combine(First, "communityvoice.db")}");
    }

    private static Dictionary<string, string> Settings(string data) => new(StringComparer.Ordinal)
    {
        ["Database__ConnectionString"] = $"Data Source={Path.Combine(data, "communityvoice.db")}",
        ["Mail__PickupFolder"] = Path.Combine(data, "letters"),
    };
}
