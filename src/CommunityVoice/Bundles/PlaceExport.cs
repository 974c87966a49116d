using System.Data;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bundles;

/// <summary>
/// Writes a whole place as one bundle: a zip file with a JSON file for each table and a manifest of their fingerprints. It is no open data: it holds
/// every paper, under pseudonyms, and is for whoever takes the place over.
/// </summary>
public sealed class PlaceExport(CommunityVoiceDb db, ServerKeys keys, TimeProvider clock)
{
    /// <summary>Answers the manifest; none when there is no such place.</summary>
    public async Task<BundleManifest?> WriteAsync(string slug, Stream output, CancellationToken ct)
    {
        var people = await Pseudonyms.LoadAsync(db, keys, ct);
        // Everything of one moment.
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        if (await db.Areas.AsNoTracking().Where(a => a.Slug == slug).Select(a => new { a.Id, a.Name }).SingleOrDefaultAsync(ct) is not { } place) return null;
        var tables = BundleTable.Of(db.Model);
        var selection = new PlaceSelection(db, tables);
        await selection.ChooseAsync(place.Id, ct);
        var rows = new BundleRows(tables, people) { Authors = selection.Authors };
        await rows.Names.LoadAsync(db, rows, ct);

        await using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        var written = new List<BundledTable>();
        foreach (var table in tables.OrderBy(t => t.Name, StringComparer.Ordinal)) written.Add(await WriteAsync(zip, table, selection, rows, ct));
        var manifest = new BundleManifest(BundleManifest.OurFormat, BundleManifest.OurVersion, slug, place.Name, clock.GetUtcNow(),
            BundleManifest.FingerprintOf(slug, written), await DigestAsync(ct), written);
        await using var heading = await zip.CreateEntry(BundleManifest.FileName).OpenAsync(ct);
        await JsonSerializer.SerializeAsync(heading, manifest, PlaceBundle.Json, ct);
        return manifest;
    }

    private async Task<BundledTable> WriteAsync(ZipArchive zip, BundleTable table, PlaceSelection selection, BundleRows rows, CancellationToken ct)
    {
        var lines = new List<(string Place, string Line)>();
        await foreach (var row in table.RowsAsync(db).WithCancellation(ct))
        {
            if (selection.Holds(table, row)) lines.Add((rows.PlaceOf(table, row), rows.LineOf(table, row)));
        }
        lines.Sort((a, b) => string.CompareOrdinal(a.Place, b.Place));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var file = await zip.CreateEntry(BundleManifest.FileOf(table.Name)).OpenAsync(ct);
        async Task PutAsync(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(bytes);
            await file.WriteAsync(bytes, ct);
        }

        await PutAsync("[\n");
        for (var i = 0; i < lines.Count; i++) await PutAsync(lines[i].Line + (i + 1 < lines.Count ? ",\n" : "\n"));
        await PutAsync("]\n");
        return new(table.Name, lines.Count, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private async Task<ActivityDigest> DigestAsync(CancellationToken ct) => new(
        await db.ActivityEntries.CountAsync(ct),
        await db.ActivityEntries.OrderByDescending(e => e.Id).Select(e => e.Hash).FirstOrDefaultAsync(ct) ?? ActivityChain.Start);
}
