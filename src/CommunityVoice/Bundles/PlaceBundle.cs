using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace CommunityVoice.Bundles;

/// <summary>A bundle as it was received: opened only when nothing in it was altered, and refused in one sentence otherwise.</summary>
public sealed class PlaceBundle : IDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = BundleColumn.Json.Encoder };

    private readonly ZipArchive zip;

    private PlaceBundle(ZipArchive zip, BundleManifest manifest) => (this.zip, Manifest) = (zip, manifest);

    public BundleManifest Manifest { get; }

    /// <summary>Opens and checks it. Where somebody kept the fingerprint that the export printed, pass it: whoever alters a bundle can alter its manifest too.</summary>
    public static async Task<PlaceBundle> OpenAsync(Stream file, string? kept, CancellationToken ct)
    {
        ZipArchive opened;
        try
        {
            opened = new ZipArchive(file, ZipArchiveMode.Read);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("This is not a bundle of a place: it is no zip file, or it was cut short.", e);
        }
        try
        {
            var manifest = await ReadAsync(opened, ct);
            await CheckAsync(opened, manifest, ct);
            if (kept is not null && !string.Equals(kept.Trim(), manifest.Fingerprint, StringComparison.OrdinalIgnoreCase))
                throw new InvalidDataException($"This is another bundle than the one whose fingerprint was kept: its own is {manifest.Fingerprint}.");
            return new(opened, manifest);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public void Dispose() => zip.Dispose();

    /// <summary>The rows of one table, a line each.</summary>
    internal async IAsyncEnumerable<string> LinesAsync(string table, [EnumeratorCancellation] CancellationToken ct)
    {
        if (zip.GetEntry(BundleManifest.FileOf(table)) is not { } entry) yield break;
        using var text = new StreamReader(await entry.OpenAsync(ct));
        while (await text.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith('{')) yield return line.TrimEnd(',');
        }
    }

    private static async Task<BundleManifest> ReadAsync(ZipArchive zip, CancellationToken ct)
    {
        if (zip.GetEntry(BundleManifest.FileName) is not { } entry) throw new InvalidDataException($"This is not a bundle of a place: it has no {BundleManifest.FileName}.");
        BundleManifest? manifest;
        try
        {
            await using var text = await entry.OpenAsync(ct);
            using var read = await JsonDocument.ParseAsync(text, cancellationToken: ct);
            var format = read.RootElement.GetProperty("format").GetString();
            if (format != BundleManifest.OurFormat) throw new InvalidDataException($"This is not a bundle of a place: its format is \"{format}\".");
            // Before anything else, as another version may have another shape.
            if (read.RootElement.GetProperty("version").GetInt32() is var version && version != BundleManifest.OurVersion)
                throw new InvalidDataException($"The bundle is of version {version}, and this site reads version {BundleManifest.OurVersion}: bring the site up to date first.");
            manifest = read.RootElement.Deserialize<BundleManifest>(Json);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"{BundleManifest.FileName} cannot be read: it was altered or cut short.", e);
        }
        return manifest is { Tables: not null, Activity: not null } ? manifest : throw new InvalidDataException($"{BundleManifest.FileName} cannot be read: it was altered or cut short.");
    }

    private static async Task CheckAsync(ZipArchive zip, BundleManifest manifest, CancellationToken ct)
    {
        if (BundleManifest.FingerprintOf(manifest.Place, manifest.Tables) != manifest.Fingerprint)
            throw new InvalidDataException($"{BundleManifest.FileName} was altered: its fingerprint is not that of the tables it names.");
        var files = manifest.Tables.Select(t => BundleManifest.FileOf(t.Name)).ToHashSet(StringComparer.Ordinal);
        if (zip.Entries.FirstOrDefault(e => e.FullName != BundleManifest.FileName && !files.Contains(e.FullName)) is { } added)
            throw new InvalidDataException($"{added.FullName} was added to the bundle: its manifest does not name it.");
        foreach (var table in manifest.Tables)
        {
            var name = BundleManifest.FileOf(table.Name);
            if (zip.GetEntry(name) is not { } entry) throw new InvalidDataException($"{name} is missing from the bundle.");
            await using var bytes = await entry.OpenAsync(ct);
            if (await HashAsync(bytes, ct) != table.Sha256) throw new InvalidDataException($"{name} was altered: its fingerprint is not the one that the manifest names.");
        }
    }

    private static async Task<string?> HashAsync(Stream bytes, CancellationToken ct)
    {
        try
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct));
        }
        catch (InvalidDataException)
        {
            return null; // its own checksum already says so
        }
    }
}
