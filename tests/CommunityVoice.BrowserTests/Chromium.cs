namespace CommunityVoice.BrowserTests;

/// <summary>One headless Chromium for the journeys of a class: the one that CHROMIUM names, or the first on the PATH; Debian's shell, which has no windows to draw, before all.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];
    private IPlaywright? playwright;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find(),
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-dev-shm-usage"],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright?.Dispose();
    }

    private static string Find() =>
        Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
            ? named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
                .SelectMany(_ => Names, (folder, name) => Path.Combine(folder, name))
                .FirstOrDefault(File.Exists)
              ?? throw new InvalidOperationException("No Chromium: install Debian's chromium or name one in CHROMIUM.");
}
