using CommunityVoice.Data;

namespace CommunityVoice.Tests.Wiring;

/// <summary>Starting and stopping the real site, as whoever runs it does.</summary>
public sealed class StartTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("communityvoice-start-").FullName;
    private SiteDatabase database = null!;

    public async Task InitializeAsync() => database = await SiteDatabase.CloneAsync();

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_stops_the_start_with_one_clear_sentence()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, ""); // root may write to any folder, but to no folder inside a file

        var (code, said) = await SiteProcess.RunAsync(folder, "Development", Settings(("Database__ConnectionString", $"Data Source={file}/data/site.db")));

        AssertOneSentence(code, said, "cannot be written to");
    }

    [Fact]
    public async Task An_unreachable_PostgreSQL_stops_the_start_with_one_clear_sentence()
    {
        var (code, said) = await SiteProcess.RunAsync(folder, "Development", Settings(
            ("Database__Provider", "Postgres"), ("Database__ConnectionString", "Host=127.0.0.1;Port=1;Database=none;Username=nobody;Timeout=3")));

        AssertOneSentence(code, said, "PostgreSQL cannot be reached");
    }

    [Fact]
    public async Task A_build_without_its_assets_stops_the_start_with_one_clear_sentence()
    {
        var (code, said) = await SiteProcess.RunAsync(folder, "Staging", Settings(("ASPNETCORE_WEBROOT", Directory.CreateDirectory(Path.Combine(folder, "no-assets")).FullName)));

        AssertOneSentence(code, said, "styles");
    }

    [Fact]
    public async Task An_unknown_verb_is_answered_with_the_verbs_there_are()
    {
        var (code, said) = await SiteProcess.RunAsync(folder, "Development", Settings(), "imprt", "areas");

        Assert.NotEqual(0, code);
        Assert.Contains("There is no verb \"imprt\"", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopping_and_starting_again_keeps_everything()
    {
        string before;
        await using (var site = await SiteProcess.StartAsync(folder, "Development", Settings()))
        {
            before = await HomeAsync(site);
            Assert.Equal(0, await site.StopAsync());
        }

        await using var again = await SiteProcess.StartAsync(folder, "Development", Settings());

        Assert.Equal(before, await HomeAsync(again));
        Assert.Equal(0, await again.StopAsync());
    }

    [Fact]
    public async Task Health_answers_as_soon_as_the_site_listens()
    {
        await using var site = await SiteProcess.StartAsync(folder, "Development", Settings(("Demo", "false")));
        using var http = new HttpClient { BaseAddress = site.Address };

        Assert.Equal("Healthy", await http.GetStringAsync("/health/live"));
        Assert.Equal("Healthy", await http.GetStringAsync("/health/ready"));
    }

    private static async Task<string> HomeAsync(SiteProcess site)
    {
        using var http = new HttpClient { BaseAddress = site.Address };
        return await http.GetStringAsync("/");
    }

    private static void AssertOneSentence(int code, string said, string words)
    {
        Assert.NotEqual(0, code);
        Assert.Contains(words, said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private Dictionary<string, string> Settings(params (string Name, string Value)[] others)
    {
        var settings = database.Settings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value, StringComparer.Ordinal);
        settings["Mail__PickupFolder"] = Path.Combine(folder, "letters");
        foreach (var (name, value) in others) settings[name] = value;
        if (settings["Database__Provider"] == nameof(DatabaseProvider.Postgres) && settings["Database__ConnectionString"].StartsWith("Data Source", StringComparison.Ordinal))
            settings["Database__Provider"] = nameof(DatabaseProvider.Sqlite);
        return settings;
    }
}
