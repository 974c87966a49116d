using System.Globalization;

namespace CommunityVoice.Bundles;

/// <summary>One file of a bundle: how many rows it holds and the SHA-256 of its bytes.</summary>
public sealed record BundledTable(string Name, int Rows, string Sha256);

/// <summary>How long the record of who did what was on the site that the place came from, and its newest fingerprint.</summary>
public sealed record ActivityDigest(int Entries, string Fingerprint);

/// <summary>The heading of a bundle. Its fingerprint covers every table and nothing else: two sites that hold the same place give the same one.</summary>
public sealed record BundleManifest(
    string Format, int Version, string Place, string Name, DateTimeOffset ExportedAt, string Fingerprint, ActivityDigest Activity, IReadOnlyList<BundledTable> Tables)
{
    public const string FileName = "manifest.json";
    public const string OurFormat = "communityvoice-place";
    public const int OurVersion = 1;

    public int Rows => Tables.Sum(t => t.Rows);

    public static string FingerprintOf(string place, IEnumerable<BundledTable> tables) => Hashes.Sha256(
        [place, .. tables.SelectMany(t => new[] { t.Name, t.Rows.ToString(CultureInfo.InvariantCulture), t.Sha256 })]);

    public static string FileOf(string table) => $"{table}.json";
}
