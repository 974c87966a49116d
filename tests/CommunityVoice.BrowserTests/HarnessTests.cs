using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CommunityVoice.BrowserTests;

/// <summary>The checks that every journey leans on do fail where they should, and pass where they should.</summary>
public sealed class HarnessTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Good = """
        <!doctype html><html lang="en"><title>Good</title><meta name="viewport" content="width=device-width">
        <main><h1>Good</h1><form><label for="a">Name</label> <input id="a" name="a"> <fieldset><legend>Which?</legend>
        <input type="radio" name="r" id="r1"><label for="r1">One</label> <input type="radio" name="r" id="r2"><label for="r2">Two</label></fieldset>
        <button>Go</button></form></main></html>
        """;

    private readonly WebApplication site = Serve(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/good"] = Good,
        ["/unlabelled"] = Good.Replace("<label for=\"a\">Name</label>", "", StringComparison.Ordinal),
        ["/wide"] = Good.Replace("<form>", "<hr width=\"900\"><form>", StringComparison.Ordinal),
        ["/loud"] = Good.Replace("</main>", "</main><script>console.error('no')</script>", StringComparison.Ordinal),
        ["/leaking"] = Good.Replace("</main>", "<img alt=\"\" src=\"http://elsewhere.invalid/pixel\"></main>", StringComparison.Ordinal),
        ["/unfocusable"] = Good.Replace("<button>", "<button tabindex=\"-1\">", StringComparison.Ordinal),
        ["/ringless"] = Good.Replace("<button>", "<style>button:focus { outline: none }</style><button>", StringComparison.Ordinal),
    });

    public Task InitializeAsync() => site.StartAsync();

    public Task DisposeAsync() => site.DisposeAsync().AsTask();

    [Theory]
    [InlineData(360, true, false)]
    [InlineData(1280, true, false)]
    [InlineData(360, false, false)]
    [InlineData(360, true, true)]
    public async Task A_good_page_passes_in_every_way_of_using_it(int width, bool javaScript, bool keyboardOnly)
    {
        await using var visitor = await OpenAsync(new(width, javaScript, keyboardOnly));

        await visitor.GoToAsync("/good");
        await visitor.FillAsync("Name", "Asha");
        await visitor.ChooseAsync("Two");
        Assert.Equal("Asha", await visitor.Page.GetByLabel("Name").InputValueAsync());
        Assert.True(await visitor.Page.GetByLabel("Two").IsCheckedAsync());
        await visitor.PressAsync("Go");

        Assert.Contains("a=Asha", visitor.Page.Url, StringComparison.Ordinal);
        visitor.AssertNothingWentWrong();
    }

    [Theory]
    [InlineData("/unlabelled", true)]
    [InlineData("/unlabelled", false)]
    [InlineData("/wide", true)]
    public async Task A_page_that_shuts_somebody_out_fails(string path, bool javaScript)
    {
        await using var visitor = await OpenAsync(new(360, javaScript));

        await visitor.GoToAsync(path);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(visitor.AssertNothingWentWrong);
    }

    [Theory]
    [InlineData("/loud")]
    [InlineData("/leaking")]
    public async Task A_script_error_or_a_request_elsewhere_fails_the_journey(string path)
    {
        await using var visitor = await OpenAsync(new(1280));

        await visitor.GoToAsync(path);

        Assert.ThrowsAny<Xunit.Sdk.XunitException>(visitor.AssertNothingWentWrong);
    }

    [Theory]
    [InlineData("/unfocusable")]
    [InlineData("/ringless")]
    public async Task A_button_that_keys_cannot_reach_or_show_fails(string path)
    {
        await using var visitor = await OpenAsync(new(1280, KeyboardOnly: true));
        await visitor.GoToAsync(path);

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => visitor.PressAsync("Go"));
    }

    private Task<Visitor> OpenAsync(Way way) => Visitor.OpenAsync(chromium.Browser, new Uri(site.Urls.Single()), null, way);

    private static WebApplication Serve(Dictionary<string, string> pages)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        foreach (var (path, html) in pages) app.MapGet(path, () => Results.Content(html, "text/html; charset=utf-8"));
        app.MapGet("/favicon.ico", () => Results.NoContent());
        return app;
    }
}
