using System.Text.Json;
using Deque.AxeCore.Commons;

namespace CommunityVoice.BrowserTests;

/// <summary>Runs axe in the page itself; its package's own way opens a second window for the results, which a headless browser may never answer.</summary>
public static class Axe
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The rules of axe's that the page breaks, best practice included.</summary>
    public static async Task<IEnumerable<string>> BrokenAsync(IPage page)
    {
        await page.EvaluateAsync(Script).WaitAsync(Patience);
        var answer = await page.EvaluateAsync<JsonElement>("() => axe.run(document, { resultTypes: ['violations'] })").WaitAsync(Patience);
        return answer.GetProperty("violations").EnumerateArray().Select(v =>
            $"{page.Url} {v.GetProperty("id")}: {v.GetProperty("help")}\n  {string.Join("\n  ", v.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("html")))}");
    }

    /// <summary>axe is a script itself, so a page seen without scripts is checked as a still copy in a window that runs none of the site's.</summary>
    public static async Task<IEnumerable<string>> BrokenWhenStillAsync(IPage page)
    {
        var html = await page.ContentAsync();
        await using var window = await page.Context.Browser!.NewContextAsync(new() { ViewportSize = new() { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height } });
        await window.RouteAsync("**/*", route => route.Request switch
        {
            { IsNavigationRequest: true } => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }),
            { ResourceType: "script" } => route.AbortAsync(),
            _ => route.ContinueAsync(),
        });
        var copy = await window.NewPageAsync();
        await copy.GotoAsync(page.Url);
        return await BrokenAsync(copy);
    }
}
