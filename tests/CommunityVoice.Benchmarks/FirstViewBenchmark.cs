using System.Diagnostics;
using System.Text.RegularExpressions;

namespace CommunityVoice.Benchmarks;

/// <summary>
/// What a phone loads on the first view of a consultation: the published site, an empty cache, Brotli, the page and everything
/// it asks for. Targets: under 110 KB in fewer than 8 requests, headers not counted.
/// </summary>
internal static partial class FirstViewBenchmark
{
    public static async Task RunAsync()
    {
        var root = Root();
        var folder = Directory.CreateTempSubdirectory("communityvoice-published-").FullName;
        await RunAsync("dotnet", root, "publish", "src/CommunityVoice.Web", "-c", "Release", "-o", folder, "-v", "q", "--nologo");
        var address = new Uri("http://127.0.0.1:5498");
        var database = $"Data Source={Path.Combine(folder, ".data", "first-view.db")}";
        using var site = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(folder, "CommunityVoice.Web.dll"), "--urls", address.ToString(), "--Database:ConnectionString", database])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" }, // loads the demo place
        })!;
        _ = site.StandardOutput.ReadToEndAsync();
        try
        {
            using var client = new HttpClient { BaseAddress = address };
            client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
            await UntilReadyAsync(client);
            await MeasureAsync(client, "/consultations/coming-home-from-hospital");
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(HttpClient client, string path)
    {
        var (page, size) = await FetchAsync(client, path);
        var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal) { [path] = size };
        var asked = new Queue<string>(Asked().Matches(page).Select(m => m.Groups["address"].Value));
        while (asked.TryDequeue(out var next))
        {
            if (sizes.ContainsKey(next)) continue;
            var (text, bytes) = await FetchAsync(client, next);
            sizes[next] = bytes;
            if (next.Contains(".css", StringComparison.Ordinal))
                foreach (var file in FontsFor(page, text)) asked.Enqueue(new Uri(new Uri(client.BaseAddress!, next), file).AbsolutePath);
        }
        foreach (var (file, bytes) in sizes) Console.WriteLine($"  {bytes,8:N0} {file}");
        Console.WriteLine($"first-view: {sizes.Values.Sum() / 1000.0:0.0} KB in {sizes.Count} requests; target under 110 KB and 8 requests");
    }

    /// <summary>The font files that this page's letters need: a browser loads the first file of a face, and only if its range holds a letter of the page.</summary>
    private static IEnumerable<string> FontsFor(string page, string css)
    {
        foreach (var face in Face().Matches(css).Select(m => m.Value))
        {
            if (Used().Match(face) is not { Success: true } file) continue;
            var ranges = Range().Matches(face).Select(m => (From: Convert.ToInt32(m.Groups["from"].Value, 16), To: Convert.ToInt32(m.Groups["to"].Success ? m.Groups["to"].Value : m.Groups["from"].Value, 16))).ToList();
            if (ranges.Count == 0 || page.EnumerateRunes().Any(letter => ranges.Exists(r => r.From <= letter.Value && letter.Value <= r.To))) yield return file.Groups["address"].Value;
        }
    }

    private static async Task<(string Text, int Size)> FetchAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.Content.Headers.ContentEncoding.Contains("br")) return (System.Text.Encoding.UTF8.GetString(bytes), bytes.Length);
        using var reader = new StreamReader(new System.IO.Compression.BrotliStream(new MemoryStream(bytes), System.IO.Compression.CompressionMode.Decompress));
        return (await reader.ReadToEndAsync(), bytes.Length);
    }

    private static async Task UntilReadyAsync(HttpClient client)
    {
        for (var tries = 0; tries < 120; tries++)
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready");
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(500);
        }
        throw new InvalidOperationException("The published site did not become ready.");
    }

    private static async Task RunAsync(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments[0]} failed.");
    }

    private static string Root()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            if (File.Exists(Path.Combine(above.FullName, "CommunityVoice.sln"))) return above.FullName;
        }
        throw new InvalidOperationException("No CommunityVoice.sln above the benchmarks.");
    }

    [GeneratedRegex("""<(?:link(?=[^>]*rel="(?:stylesheet|icon|preload|manifest|modulepreload)")[^>]*?href|script[^>]*?src|img[^>]*?src)="(?<address>/[^"]*)"|<link[^>]*href="(?<address>/[^"]*)"[^>]*rel="(?:stylesheet|icon|preload|manifest|modulepreload)" """, RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Asked();

    [GeneratedRegex("""url\(["']?(?<address>[^"')]+\.woff2)["']?\)""", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Used();

    [GeneratedRegex("@font-face *{[^}]*}", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Face();

    [GeneratedRegex(@"U\+(?<from>[0-9A-F]+)(-(?<to>[0-9A-F]+))?", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 2000)]
    private static partial Regex Range();
}
