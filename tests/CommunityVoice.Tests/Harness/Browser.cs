using AngleSharp;
using AngleSharp.Html.Dom;
using CommunityVoice.Web.Wiring;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests;

/// <summary>Somebody at a browser without JavaScript: follows redirects, keeps cookies, and sends the form that is on the page. Every page it opens must keep the rules of every page.</summary>
public sealed class Browser(Site site, Guid? personId = null, bool secondFactor = true)
{
    private const int MostRedirects = 5;
    private static readonly Uri Home = new("https://localhost/");
    private readonly CookieJar cookies = new(site.Clock);
    private HttpClient? client;

    public CookieJar Cookies => cookies;

    /// <summary>The last answer, after redirects.</summary>
    public HttpResponseMessage Answer { get; private set; } = null!;

    public async Task<IHtmlDocument> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await SendAsync(HttpMethod.Get, path), expected);

    /// <summary>Follows the link with these words.</summary>
    public Task<IHtmlDocument> FollowAsync(IHtmlDocument page, string words)
    {
        var links = page.QuerySelectorAll("a[href]").OfType<IHtmlAnchorElement>().ToList();
        var link = links.Find(a => a.Words() == words) ?? links.Find(a => a.Words().Contains(words, StringComparison.Ordinal));
        Assert.True(link is not null, $"No link says \"{words}\" on {page.Url}.");
        return GetAsync(link.Href);
    }

    /// <summary>
    /// Fills in and sends the page's form: the one that holds every answered field and, where named, the button.
    /// Fails where an answered field is not on the page or a choice is not offered.
    /// </summary>
    public async Task<IHtmlDocument> SubmitAsync(
        IHtmlDocument page, Dictionary<string, StringValues>? answers = null, HttpStatusCode expected = HttpStatusCode.OK, string? button = null)
    {
        var form = Form.Find(page, answers ?? [], button);
        return await ReadAsync(await SendAsync(form.Method, form.Address, form.Content), expected);
    }

    /// <summary>Sends a request as this person's browser and follows redirects; for what is not a page.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        var answer = await SendOnceAsync(method, path, content);
        for (var left = MostRedirects; answer.Headers.Location is { } next && (int)answer.StatusCode is >= 300 and < 400; left--)
        {
            Assert.True(left > 0, $"{path} redirects without end.");
            next = new Uri(answer.RequestMessage!.RequestUri!, next);
            Assert.True(next.Host == Home.Host, $"{path} redirects to {next}.");
            answer = await SendOnceAsync(HttpMethod.Get, next.PathAndQuery);
        }
        return Answer = answer;
    }

    /// <summary>Sends one request, and shows a redirect as it is.</summary>
    public async Task<HttpResponseMessage> SendOnceAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        if (client is null)
        {
            client = new HttpClient(site.Server.CreateHandler()) { BaseAddress = Home };
            if (personId is { } id)
            {
                var (name, value) = await site.SessionAsync(id, secondFactor);
                cookies.Put(name, value);
            }
        }
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (cookies.Header is { Length: > 0 } header) request.Headers.Add("Cookie", header);
        request.Headers.Add("User-Agent", "Mozilla/5.0 (tests)");
        var answer = await client.SendAsync(request);
        cookies.Take(answer);
        foreach (var (name, value) in SecurityHeaders.All)
        {
            Assert.True(answer.Headers.TryGetValues(name, out var found) && found.Single() == value, $"{path} lacks the header {name}.");
        }
        return answer;
    }

    private async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var address = answer.RequestMessage!.RequestUri!.ToString();
        var page = (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(r => r.Content(html).Address(address));
        Assert.True(answer.StatusCode == expected,
            $"{answer.RequestMessage.Method} {address} answered {(int)answer.StatusCode} where {(int)expected} was expected: {page.QuerySelector("h1")?.Words()} {page.QuerySelector(".cv-errors")?.Words()}{((int)answer.StatusCode >= 500 ? $"\n{site.Faults}" : "")}");
        PageRules.Check(page, address);
        return page;
    }
}
