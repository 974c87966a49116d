using CommunityVoice.AnnualReports;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.AnnualReports;

/// <summary>Another version of an annual report, to lead to.</summary>
public sealed record AnnualVersionLink(int Number, DateTimeOffset PublishedAt, string? Correction);

/// <summary>An annual report as it is read, in public or in preview.</summary>
public sealed record AnnualReading(AnnualReport Report, AnnualPack Pack, IReadOnlyList<AnnualVersionLink> Versions)
{
    public bool IsPreview { get; init; }

    public AnnualVersionLink? Newest => Versions.MaxBy(v => v.Number);

    public bool IsNewest => IsPreview || Newest?.Number == Report.Number;

    public static IReadOnlyList<(AnnualPart Part, string Heading)> Parts { get; } =
        [(AnnualPart.Heard, "Whom we heard"), (AnnualPart.Said, "What we published and asked for"), (AnnualPart.CameOfIt, "What came of it")];

    /// <summary>A published report: the newest version, or the one with this number.</summary>
    public static async Task<AnnualReading?> FindAsync(CommunityVoiceDb db, string slug, int? number, CancellationToken ct)
    {
        var versions = await db.AnnualReports.AsNoTracking().Published().Where(r => r.Slug == slug).OrderByDescending(r => r.Number)
            .Select(r => new { r.Id, Link = new AnnualVersionLink(r.Number, r.PublishedAt!.Value, r.Correction) }).ToListAsync(ct);
        if ((number is null ? versions.FirstOrDefault() : versions.Find(v => v.Link.Number == number)) is not { } wanted) return null;
        var report = await db.AnnualReports.AsNoTracking().Include(r => r.By).SingleAsync(r => r.Id == wanted.Id, ct);
        return new(report, report.Pack, [.. versions.Select(v => v.Link)]);
    }
}
