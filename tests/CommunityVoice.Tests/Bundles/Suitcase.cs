using System.IO.Compression;
using CommunityVoice.Bundles;

namespace CommunityVoice.Tests.Bundles;

/// <summary>A bundle in memory: packed from one site, unpacked at another, and tampered with on the way.</summary>
internal sealed record Suitcase(byte[] Bytes, string Fingerprint)
{
    public static async Task<Suitcase> PackAsync(Site site, string place = "rivermead")
    {
        using var output = new MemoryStream();
        var manifest = await site.AskAsync<PlaceExport, BundleManifest?>(export => export.WriteAsync(place, output, default));
        return new(output.ToArray(), manifest!.Fingerprint);
    }

    public async Task<PlaceImported> UnpackAsync(Site site, string? kept = null)
    {
        using var input = new MemoryStream(Bytes);
        using var bundle = await PlaceBundle.OpenAsync(input, kept, default);
        return await site.AskAsync<PlaceImport, PlaceImported>(import => import.RunAsync(bundle, default));
    }

    /// <summary>Everything in it, as text.</summary>
    public Dictionary<string, string> Files()
    {
        using var zip = new ZipArchive(new MemoryStream(Bytes));
        return zip.Entries.ToDictionary(e => e.FullName, Text, StringComparer.Ordinal);
    }

    /// <summary>The same with other files in it; one whose text is null is taken out.</summary>
    public Suitcase With(string file, string? text)
    {
        var files = Files();
        files.Remove(file);
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in text is null ? files : files.Append(new(file, text)))
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(content);
            }
        }
        return this with { Bytes = output.ToArray() };
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
