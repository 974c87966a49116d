using System.Diagnostics;
using CommunityVoice.Data;

namespace CommunityVoice.Benchmarks;

/// <summary>
/// How much longer the first page of a discussion takes to make with 100,000 comments than with 200. Every kept page is thrown
/// away before each request, so that it is made anew. Target: at most 1.3 times.
/// </summary>
internal static class DiscussionBenchmark
{
    private const int Rounds = 60;

    public static async Task RunAsync()
    {
        await using var site = await RunningSite.StartAsync();
        var small = new Uri(site.Address, "/consultations/" + await site.AskAsync(db => Filler.ConsultationAsync(db, "small", 200)));
        var large = new Uri(site.Address, "/consultations/" + await site.AskAsync(db => Filler.ConsultationAsync(db, "large", 100_000)));
        var versions = site.Services.GetRequiredService<PageVersions>();
        using var client = new HttpClient();

        foreach (var order in new[] { "", "?sort=oldest", "?sort=supported" })
        {
            var (smalls, larges) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                smalls.Add(await TimeAsync(client, versions, new Uri(small, order.Length == 0 ? small.AbsolutePath : small.AbsolutePath + order)));
                larges.Add(await TimeAsync(client, versions, new Uri(large, order.Length == 0 ? large.AbsolutePath : large.AbsolutePath + order)));
            }
            var (a, b) = (Median(larges), Median(smalls));
            Console.WriteLine($"discussion {(order.Length == 0 ? "newest first" : order[6..])}: {a / b:0.00} times as long with 100,000 comments as with 200 ({a:0.0} and {b:0.0} ms); target at most 1.30");
        }
    }

    private static async Task<double> TimeAsync(HttpClient client, PageVersions versions, Uri page)
    {
        versions.RaiseEverything();
        var started = Stopwatch.GetTimestamp();
        using var answer = await client.GetAsync(page);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Skip(10).Order().ElementAt((times.Count - 10) / 2);
}
