using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;

namespace CommunityVoice.Tests.OpenData;

/// <summary>What a place hands in to national plans (rule R-I112) says what its pages say.</summary>
public sealed class SubmissionPackTests(DemoSite site) : IClassFixture<DemoSite>
{
    private const string Path = "/areas/rivermead/submission.zip";

    [Fact]
    public async Task It_holds_the_files_of_the_pages_and_a_true_fingerprint_of_each()
    {
        var files = await FilesAsync(Path);
        Assert.Equal(
            ["README.txt", "figures.csv", "manifest.json", "national-asks.csv", "recommendations.csv", "summaries/getting-to-see-someone-v1.docx"], files.Keys.Order(StringComparer.Ordinal));
        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        var named = manifest.RootElement.GetProperty("files").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => (f.GetProperty("bytes").GetInt32(), f.GetProperty("sha256").GetString()));
        Assert.Equal(files.Keys.Except(["manifest.json"]).Order(StringComparer.Ordinal), named.Keys.Order(StringComparer.Ordinal));
        Assert.All(named, f => Assert.Equal((files[f.Key].Length, Convert.ToHexStringLower(SHA256.HashData(files[f.Key]))), f.Value));

        var data = new DataFiles(site);
        Assert.Equal(await data.TextAsync("/areas/rivermead.csv"), Encoding.UTF8.GetString(files["figures.csv"])); // the overview's own figures, protected as there
        Assert.Equal(await data.TextAsync("/recommendations.csv"), Encoding.UTF8.GetString(files["recommendations.csv"]));
        Assert.Equal(await data.TextAsync("/national-asks.csv"), Encoding.UTF8.GetString(files["national-asks.csv"]));
        var readme = Encoding.UTF8.GetString(files["README.txt"]);
        Assert.Contains("What Rivermead hands in", readme, StringComparison.Ordinal);
        Assert.Contains("summaries/getting-to-see-someone-v1.docx: ", readme, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_without_anything_has_a_pack_that_says_so_and_no_place_has_none()
    {
        var files = await FilesAsync("/areas/hillgate/submission.zip");
        Assert.Contains("No summary of what was heard is published yet.", Encoding.UTF8.GetString(files["README.txt"]), StringComparison.Ordinal);
        Assert.Single(Encoding.UTF8.GetString(files["national-asks.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(site).SendAsync(HttpMethod.Get, "/areas/nowhere/submission.zip")).StatusCode);
        var reader = await site.SaveAsync(A.Person("Somebody signed in"));
        Assert.Equal("application/zip", (await new Browser(site, reader.Id).SendAsync(HttpMethod.Get, Path)).Content.Headers.ContentType?.MediaType); // which nothing is kept for
    }

    private async Task<Dictionary<string, byte[]>> FilesAsync(string path)
    {
        var answer = await new Browser(site).SendAsync(HttpMethod.Get, path);
        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        await using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync(), ZipArchiveMode.Read);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in zip.Entries)
        {
            await using var from = await entry.OpenAsync();
            using var content = new MemoryStream();
            await from.CopyToAsync(content);
            files[entry.FullName] = content.ToArray();
        }
        return files;
    }
}
