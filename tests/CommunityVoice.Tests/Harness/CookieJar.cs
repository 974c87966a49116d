using Microsoft.Net.Http.Headers;

namespace CommunityVoice.Tests;

/// <summary>Keeps cookies as a browser does, but by the test's clock; refuses those that a browser would not keep.</summary>
public sealed class CookieJar(TimeProvider clock)
{
    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);

    public string Header => string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));

    public IReadOnlyCollection<string> Names => cookies.Keys;

    public void Put(string name, string value) => cookies[name] = value;

    public void Take(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues(HeaderNames.SetCookie, out var headers)) return;
        foreach (var cookie in headers.Select(h => SetCookieHeaderValue.Parse(h)))
        {
            var name = cookie.Name.ToString();
            if (name.StartsWith("__Host-", StringComparison.Ordinal)) Assert.True(cookie.Secure && cookie.Path == "/" && cookie.Domain.Length == 0, $"A browser refuses {name}.");
            Assert.True(cookie.HttpOnly, $"Scripts can read {name}.");
            if (cookie.Expires <= clock.GetUtcNow() || cookie.MaxAge <= TimeSpan.Zero) cookies.Remove(name);
            else cookies[name] = cookie.Value.ToString();
        }
    }
}
