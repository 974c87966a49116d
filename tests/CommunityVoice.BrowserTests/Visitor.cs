namespace CommunityVoice.BrowserTests;

/// <summary>How somebody uses the site: screen width, with or without JavaScript, with a pointer or only the keyboard.</summary>
public sealed record Way(int Width, bool JavaScript = true, bool KeyboardOnly = false)
{
    /// <summary>Tells the pictures of one way from another's.</summary>
    public string Suffix => (JavaScript, KeyboardOnly) switch
    {
        (false, _) => "-without-javascript",
        (_, true) => "-by-keyboard",
        _ => "",
    };
}

/// <summary>One person at one browser. Every page they reach must pass axe, fit its screen and leave a picture, unless it was seen before; what goes wrong on the way is kept.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const string WhatSticksOut = """
        () => {
            const width = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= width) return '';
            const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 0.5);
            const seen = out.filter(e => !e.closest('.visually-hidden'));
            return (seen.length > 0 ? seen : out).slice(-4).map(e => `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 30)}`).join(' | ') || 'something hidden';
        }
        """;

    private readonly Uri site;
    private readonly Way way;
    private readonly Pictures? pictures;
    private readonly IBrowserContext context;
    private readonly List<string> wrong = [];

    private Visitor(Uri site, Way way, Pictures? pictures, IBrowserContext context, IPage page) =>
        (this.site, this.way, this.pictures, this.context, Page) = (site, way, pictures, context, page);

    public IPage Page { get; }

    public static async Task<Visitor> OpenAsync(IBrowser browser, Uri site, string? journey, Way way)
    {
        var own = await browser.NewContextAsync(new()
        {
            BaseURL = site.ToString(),
            JavaScriptEnabled = way.JavaScript,
            Locale = "en-GB",
            ViewportSize = new() { Width = way.Width, Height = 800 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        own.SetDefaultTimeout(20_000);
        var album = journey is null ? null : new Pictures($"{journey}{way.Suffix}", way.Width);
        var visitor = new Visitor(site, way, album, own, await own.NewPageAsync());
        visitor.Watch();
        return visitor;
    }

    public async Task GoToAsync(string path)
    {
        var answer = await Page.GotoAsync(path);
        Assert.True(answer!.Ok, $"{path} answered {answer.Status}.");
        await ArriveAsync();
    }

    public Task FollowAsync(string link) => FollowAsync(Link(link));

    public async Task FollowAsync(ILocator link)
    {
        await ActivateAsync(link.First);
        await ArriveAsync();
    }

    /// <summary>Presses the button, or the link that looks like one.</summary>
    public Task PressAsync(string button)
    {
        var words = Page.GetByRole(AriaRole.Main);
        return PressAsync(words.GetByRole(AriaRole.Button, new() { Name = button }).Or(words.GetByRole(AriaRole.Link, new() { Name = button })).First);
    }

    public async Task PressAsync(ILocator button)
    {
        await ActivateAsync(button);
        await ArriveAsync();
    }

    /// <summary>Signs in by the demo's own button, which stands for a second factor too.</summary>
    public async Task SignInAsAsync(string role)
    {
        await GoToAsync($"/demo/sign-in/{role}");
        await PressAsync(Page.Locator("main form button").First);
    }

    public Task FillAsync(string label, string text) => FillAsync(Page.GetByRole(AriaRole.Main).GetByLabel(label).First, text);

    public async Task FillAsync(ILocator field, string text)
    {
        if (way.KeyboardOnly)
        {
            await Keyboard.ReachAsync(Page, field);
            await Page.Keyboard.PressAsync("Control+A");
            await Page.Keyboard.TypeAsync(text);
        }
        else
        {
            await field.FillAsync(text);
        }
    }

    /// <summary>Picks a radio button, ticks a box or chooses in a list by its words.</summary>
    public Task ChooseAsync(string label) => ChooseAsync(Page.GetByRole(AriaRole.Main).GetByLabel(label, new() { Exact = true }).First);

    public async Task ChooseAsync(ILocator field)
    {
        if (way.KeyboardOnly) await Keyboard.ChooseAsync(Page, field); else await field.CheckAsync(new() { Force = true });
    }

    /// <summary>Takes the tick out of a box.</summary>
    public async Task LeaveOutAsync(ILocator field)
    {
        if (way.KeyboardOnly) await PressInPlaceAsync(field, "Space"); else await field.UncheckAsync(new() { Force = true });
    }

    /// <summary>Presses what changes the page and leads to no other.</summary>
    public async Task PressInPlaceAsync(ILocator target, string key = "Enter")
    {
        if (way.KeyboardOnly) await Keyboard.ReachAsync(Page, target);
        await (way.KeyboardOnly ? Page.Keyboard.PressAsync(key) : target.ClickAsync());
    }

    /// <summary>Picks from a list by place; the first place is the empty one.</summary>
    public async Task PickAsync(string label, int place)
    {
        var list = Page.GetByRole(AriaRole.Main).GetByLabel(label).First;
        if (!way.KeyboardOnly)
        {
            await list.SelectOptionAsync(new SelectOptionValue { Index = place });
            return;
        }
        await Keyboard.ReachAsync(Page, list);
        await Page.Keyboard.PressAsync("Home");
        for (var presses = 0; presses < place; presses++) await Page.Keyboard.PressAsync("ArrowDown");
    }

    /// <summary>Picks from a list by words.</summary>
    public async Task PickAsync(string label, string words)
    {
        var options = await Page.GetByRole(AriaRole.Main).GetByLabel(label).First.Locator("option").AllInnerTextsAsync();
        await PickAsync(label, options.ToList().FindIndex(o => o.Contains(words, StringComparison.Ordinal)));
    }

    public async Task SeesAsync(string text)
    {
        try
        {
            await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync(text);
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"{Page.Url} (\"{await Page.TitleAsync()}\") does not say \"{text}\".");
        }
    }

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name });

    /// <summary>To be called at the end of a journey: axe found nothing, every page fitted, no error in the console, and no request left the site.</summary>
    public void AssertNothingWentWrong() => Assert.True(wrong.Count == 0, string.Join('\n', wrong.Distinct(StringComparer.Ordinal)));

    public ValueTask DisposeAsync() => context.DisposeAsync();

    private async Task ActivateAsync(ILocator target)
    {
        if (way.KeyboardOnly) await Keyboard.ReachAsync(Page, target);
        await Page.EvaluateAsync("window.leaving = true");
        await (way.KeyboardOnly ? Page.Keyboard.PressAsync("Enter") : target.ClickAsync());
        await LeaveAsync();
    }

    /// <summary>Waits until the next page is there: a key press does not tell, and what is loading still has the old page's address.</summary>
    private async Task LeaveAsync()
    {
        for (var left = 400; left > 0; left--)
        {
            try
            {
                if (await Page.EvaluateAsync<bool>("window.leaving !== true && document.readyState === 'complete'")) return;
            }
            catch (PlaywrightException)
            {
                // Between two pages there is none to ask.
            }
            await Task.Delay(50);
        }
        Assert.Fail($"{Page.Url} led nowhere.");
    }

    private async Task ArriveAsync()
    {
        await Page.WaitForLoadStateAsync(LoadState.Load);
        if (pictures is null || await Seen.IsNewAsync(Page))
        {
            if (pictures is not null) await pictures.TakeAsync(Page);
            wrong.AddRange(await (way.JavaScript ? Axe.BrokenAsync(Page) : Axe.BrokenWhenStillAsync(Page)));
        }
        await FitAsync();
    }

    /// <summary>Nothing may scroll sideways, on a small phone neither.</summary>
    private async Task FitAsync()
    {
        if (way.Width < 400) await Page.SetViewportSizeAsync(320, 800);
        var over = await Page.EvaluateAsync<string>(WhatSticksOut);
        if (way.Width < 400) await Page.SetViewportSizeAsync(way.Width, 800);
        if (over.Length > 0) wrong.Add($"{Page.Url} is wider than its screen: {over}");
    }

    private void Watch()
    {
        Page.PageError += (_, error) => wrong.Add($"{Page.Url}: {error}");
        Page.Console += (_, message) =>
        {
            // What could not be loaded is told below, with its address.
            if (message.Type == "error" && !message.Text.Contains("Failed to load resource", StringComparison.Ordinal)) wrong.Add($"{Page.Url}: {message.Text}");
        };
        context.Response += (_, answer) =>
        {
            // A form sent back with its errors is an answer, not a fault.
            if (answer.Status is >= 400 and not 422) wrong.Add($"{Page.Url} asked {answer.Url}, which answered {answer.Status}.");
        };
        context.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } address && address.Authority != site.Authority) wrong.Add($"{Page.Url} asked {address}");
        };
    }
}
