using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Pages.Summaries;
using CommunityVoice.Web.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.OpenData;

/// <summary>A file of the pack, as its manifest names it.</summary>
public sealed record PackedFile(string Name, int Bytes, string Sha256);

/// <summary>What the pack holds and of when it is.</summary>
public sealed record PackManifest(string Place, string Address, DateOnly AsOf, string Licence, string Disclosure, IReadOnlyList<PackedFile> Files);

/// <summary>
/// Everything that a place hands in to those who plan for the country, as one archive (rule R-I112): what it heard, what it recommended and where that stands, what
/// it asks for nationally, and its figures. Only what everybody can see is in it, and its files are those of the pages.
/// </summary>
public sealed class SubmissionPack(CommunityVoiceDb db, AreaTree tree, SharedViews shared, SummaryReadings readings, WordFile word, DataAbouts abouts, TimeProvider clock)
{
    private const int MostSummaries = 50;
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerOptions.Web) { WriteIndented = true };

    /// <summary>Writes the pack of an area as it stands now, one file after the other.</summary>
    public async Task WriteAsync(AreaOverview overview, Stream output, CancellationToken ct)
    {
        var files = new List<PackedFile>();
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: Encoding.UTF8, ct);
        await foreach (var (name, content) in FilesAsync(overview, ct))
        {
            await AddAsync(zip, name, content, ct);
            files.Add(new(name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))));
        }
        var manifest = new PackManifest(overview.Area.Name, abouts.To($"/areas/{overview.Area.Slug}"), UkTime.Today(clock), abouts.Licence.Title, DataAbouts.Disclosure.Note, files);
        await AddAsync(zip, "manifest.json", JsonSerializer.SerializeToUtf8Bytes(manifest, Readable), ct);
    }

    private async IAsyncEnumerable<(string Name, byte[] Content)> FilesAsync(AreaOverview overview, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var (within, all) = (await shared.WithinAsync(overview.Area.Id, today, ct), await tree.WithinAsync(overview.Area.Id, today, ct));
        var summaries = await db.SummaryVersions.AsNoTracking().Newest().Where(v => within.Contains(v.Summary.Consultation.AreaId))
            .OrderByDescending(v => v.PublishedAt).ThenByDescending(v => v.Id).Take(MostSummaries).Select(v => new { v.Summary.Slug, v.Number, v.Title }).ToListAsync(ct);
        yield return ("README.txt", Text(About(overview, summaries.ConvertAll(s => $"summaries/{s.Slug}-v{s.Number}.docx: {s.Title}"))));
        foreach (var summary in summaries)
        {
            if (await readings.FindAsync(summary.Slug, summary.Number, ct) is { } reading) yield return ($"summaries/{summary.Slug}-v{summary.Number}.docx", word.Of(reading));
        }
        var recommendations = await db.Recommendations.Sent().Where(r => within.Contains(r.Summary.Consultation.AreaId)).OrderBy(r => r.Id).ToRowsAsync(today, ct);
        yield return ("recommendations.csv", Text(Tables.Recommendations.Write(recommendations.Select(RecommendationData.Of))));
        var asks = await db.StrategyVersions.AsNoTracking().Newest().Where(v => all.Contains(v.Strategy.AreaId)).ToAsks().ToListAsync(ct);
        yield return ("national-asks.csv", Text(Tables.NationalAsks.Write(asks)));
        yield return ("figures.csv", Text(Tables.Place.Write(PlaceLine.Of(PlaceData.Of(overview)))));
    }

    private string About(AreaOverview overview, List<string> summaries)
    {
        var here = abouts.To($"/areas/{overview.Area.Slug}");
        string[] lines =
        [
            $"What {overview.Area.Name} hands in", $"As of {UkTime.Today(clock).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}. Kept up to date at {here}/submission.zip", "",
            "What is in it",
            .. summaries.Count == 0 ? ["No summary of what was heard is published yet."] : summaries,
            "recommendations.csv: what was asked of whom, and where each stands today",
            "national-asks.csv: what strategies ask of those who decide for the country",
            $"figures.csv: the figures of the place's overview, as {here} shows them",
            "manifest.json: every other file with its length and its SHA-256 fingerprint", "",
            .. overview.LeftOut.Count == 0 ? Array.Empty<string>() : ["What is not in it", .. overview.LeftOut.Select(l => $"{l.Part}: {l.Because}."), ""],
            "How to read it",
            "Everything here is public on the site. Nobody's name, address or answers to equality questions are in the files of figures.",
            DataAbouts.Disclosure.Note,
            "People chose to take part. Their numbers say what those who took part told us, and not what everybody thinks.", "",
            $"Licence: {abouts.Licence.Title}, {abouts.Licence.Address}",
            $"About our open data: {abouts.To("/open-data")}",
        ];
        return string.Join("\r\n", lines) + "\r\n";
    }

    private async Task AddAsync(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = clock.GetUtcNow();
        await using var stream = await entry.OpenAsync(ct);
        await stream.WriteAsync(content, ct);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}
