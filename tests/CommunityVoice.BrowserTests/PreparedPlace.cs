using CommunityVoice.Tests;

namespace CommunityVoice.BrowserTests;

/// <summary>The demo place, a consultation with a vote of each method and a draft of a report, made once by a first start of the site; each journey gets a site on a copy of it.</summary>
public static class PreparedPlace
{
    private static readonly string Folder = MakeFolder();
    private static readonly Lazy<Task> Made = new(MakeAsync);
    private static int copies;

    private static string First => Path.Combine(Folder, "first");

    /// <summary>Starts a site of the caller's own, with everything the demo place holds.</summary>
    public static async Task<(SiteProcess Site, Letters Letters)> StartAsync()
    {
        await Made.Value;
        var copy = Path.Combine(Folder, $"{Interlocked.Increment(ref copies)}");
        foreach (var file in Directory.EnumerateFiles(First, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(First, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return (await SiteProcess.StartAsync(copy, "Development", Settings(copy)), new Letters(Path.Combine(copy, "letters")));
    }

    private static async Task MakeAsync()
    {
        Directory.CreateDirectory(First);
        await using var site = await SiteProcess.StartAsync(First, "Development", Settings(First));
        await site.StopAsync();
        var database = $"Data Source={Path.Combine(First, "communityvoice.db")}";
        await VotesOfEveryMethod.AddAsync(database);
        await DraftReport.AddAsync(database);
    }

    private static string MakeFolder()
    {
        var folder = Directory.CreateTempSubdirectory("communityvoice-demo-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static Dictionary<string, string> Settings(string data) => new(StringComparer.Ordinal)
    {
        ["Database__ConnectionString"] = $"Data Source={Path.Combine(data, "communityvoice.db")}",
        ["Mail__PickupFolder"] = Path.Combine(data, "letters"),
        ["Sms__PickupFolder"] = Path.Combine(data, "letters", "texts"),
        ["Webhooks__AllowedHosts__0"] = "hooks.invalid", // it has no address anywhere, so nothing ever leaves this machine
        ["DOTNET_TC_CallCounting"] = "0", // a journey lasts a minute: compiling its methods a second time is never earned back
    };
}
