using CommunityVoice.Web.Wiring;

namespace CommunityVoice.Benchmarks;

/// <summary>
/// How close an anonymous read of a consultation page (200 comments, default page size, Brotli) comes to a Kestrel endpoint that
/// returns the same compressed bytes from memory with the same headers. Target: at least 0.6 of its answers a second.
/// </summary>
internal static class PageBenchmark
{
    private const int Rounds = 7;

    public static async Task RunAsync()
    {
        await using var site = await RunningSite.StartAsync();
        var slug = await site.AskAsync(db => Filler.ConsultationAsync(db, "two-hundred", 200));
        var page = new Uri(site.Address, $"/consultations/{slug}");
        var (bytes, headers) = await FetchAsync(page);

        await using var bare = await BareAsync(bytes, headers);
        var bareAddress = new Uri(bare.Urls.Single());
        var (ours, theirs) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(await Readers.RateAsync(page, TimeSpan.FromSeconds(2)));
            theirs.Add(await Readers.RateAsync(bareAddress, TimeSpan.FromSeconds(2)));
        }
        // The first round warms both up.
        var ratios = ours.Zip(theirs, (a, b) => a / b).Skip(1).Order().ToList();
        Console.WriteLine($"page: {ratios[ratios.Count / 2]:0.00} of a bare endpoint's answers a second ({ratios[0]:0.00} to {ratios[^1]:0.00}; " +
            $"{ours.Skip(1).Average():N0} and {theirs.Skip(1).Average():N0} a second, {bytes.Length:N0} bytes each); target at least 0.60");
    }

    private static async Task<(byte[] Bytes, List<KeyValuePair<string, string>> Headers)> FetchAsync(Uri page)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadAsByteArrayAsync(), [.. answer.Headers.Concat(answer.Content.Headers)
            .Where(h => h.Key is not ("Date" or "Content-Length" or "Transfer-Encoding" or Logging.RequestIdHeader))
            .Select(h => KeyValuePair.Create(h.Key, string.Join(", ", h.Value)))]);
    }

    private static async Task<WebApplication> BareAsync(byte[] bytes, List<KeyValuePair<string, string>> headers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        var app = builder.Build();
        app.Run(context =>
        {
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            context.Response.Headers[Logging.RequestIdHeader] = context.TraceIdentifier;
            context.Response.ContentLength = bytes.Length;
            return context.Response.Body.WriteAsync(bytes, 0, bytes.Length);
        });
        await app.StartAsync();
        return app;
    }
}
