using CommunityVoice.Tests;

namespace CommunityVoice.BrowserTests;

/// <summary>
/// A journey on a site of its own. Whoever visits it is checked for faults when the journey ends. Journeys of one class run one after another, those of two
/// classes at once.
/// </summary>
public abstract class JourneyTest(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly List<Visitor> visitors = [];
    private SiteProcess? site;

    protected Letters Letters { get; private set; } = null!;

    public async Task InitializeAsync() => (site, Letters) = await PreparedPlace.StartAsync();

    public async Task DisposeAsync()
    {
        foreach (var visitor in visitors) await visitor.DisposeAsync();
        if (site is not null) await site.DisposeAsync();
        foreach (var visitor in visitors) visitor.AssertNothingWentWrong();
    }

    protected async Task<Visitor> OpenAsync(string journey, Way way)
    {
        var visitor = await Visitor.OpenAsync(chromium.Browser, site!.Address, journey, way);
        visitors.Add(visitor);
        return visitor;
    }
}
