using CommunityVoice.Content;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests;

/// <summary>A site that holds the demo place.</summary>
public sealed class DemoSite : Site
{
    /// <summary>Who stands for each role, by the name they chose.</summary>
    public static readonly Dictionary<string, string> Roles = new(StringComparer.Ordinal)
    {
        ["resident"] = "Joseph O",
        ["carer"] = "Asha B",
        ["group"] = "Folasade A",
        ["practice"] = "Dr Anand R",
        ["moderator"] = "Grace N",
        ["editor"] = "Tom W",
        ["board"] = "Helen A",
        ["administrator"] = "Sam K",
        ["scrutiny"] = "Padma L",
    };

    // Loaded once for all of them, and left to go with the run.
    private static readonly Lazy<Task<SiteDatabase>> Loaded = new(LoadAsync);

    protected override async Task<SiteDatabase> MakeDatabaseAsync() => await SiteDatabase.CloneAsync((await Loaded.Value).Options);

    private static async Task<SiteDatabase> LoadAsync()
    {
        var database = await SiteDatabase.CloneAsync();
        await using (var site = new LoadingSite(database))
        {
            await site.InitializeAsync();
            await site.DoAsync<DemoPlace>(demo => demo.LoadAsync(default));
        }
        await database.LetGoAsync();
        return database;
    }

    private sealed class LoadingSite(SiteDatabase database) : Site
    {
        protected override Task<SiteDatabase> MakeDatabaseAsync() => Task.FromResult(database);
    }

    public Task<Guid> PersonAsync(string role)
    {
        var name = Roles[role];
        return AskAsync(db => db.People.Where(p => p.DisplayName == name).Select(p => p.Id).SingleAsync());
    }

    /// <summary>Every route that answers with a page.</summary>
    public IReadOnlyList<RouteEndpoint> Pages() =>
        [.. Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)];

    /// <summary>The pattern of the page route that an address leads to, the most exact first; none for a file.</summary>
    public string? RouteOf(string path)
    {
        var bare = path.Split('?', '#')[0];
        if (Path.GetExtension(bare) is ".json" or ".csv") return null; // open data lies beside the pages
        return Pages().OrderBy(e => e.Order).ThenBy(e => e.RoutePattern.InboundPrecedence)
            .Where(e => new TemplateMatcher(new RouteTemplate(e.RoutePattern), []).TryMatch(bare, []))
            .Select(e => e.RoutePattern.RawText).FirstOrDefault(_ => !Path.HasExtension(bare));
    }
}
