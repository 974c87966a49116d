using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Areas;

/// <summary>
/// How many of an area's small statistical areas lie in one tenth of England's, by the index of multiple deprivation: 1 is the most deprived tenth. A small
/// area that lies in two wards by its postcodes counts in both.
/// </summary>
public sealed class AreaDeprivation
{
    public const int Tenths = 10;

    private AreaDeprivation() { } // EF Core

    public AreaDeprivation(Area area, string edition, int decile, int smallAreas)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decile, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decile, Tenths);
        (Area, AreaId, Edition, Decile, SmallAreas) = (area, area.Id, edition, decile, smallAreas);
    }

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;

    /// <summary>The year of the index.</summary>
    public string Edition { get; private set; } = "";
    public int Decile { get; private set; }
    public int SmallAreas { get; private set; }
}

internal sealed class AreaDeprivationConfiguration : IEntityTypeConfiguration<AreaDeprivation>
{
    public void Configure(EntityTypeBuilder<AreaDeprivation> deprivation)
    {
        deprivation.Property(d => d.Edition).HasMaxLength(20);
        deprivation.HasOne(d => d.Area).WithMany().HasForeignKey(d => d.AreaId);
        deprivation.HasIndex(d => new { d.AreaId, d.Edition, d.Decile }).IsUnique();
    }
}

/// <summary>How deprived an area is: its small areas by tenth of England, the most deprived first.</summary>
public sealed record Deprivation(string Edition, IReadOnlyList<int> ByTenth)
{
    public int SmallAreas => ByTenth.Sum();
    public int InMostTenth => ByTenth[0];
    public int InMostFifth => ByTenth[0] + ByTenth[1];

    /// <summary>Those of some areas that are measured, by the newest edition held.</summary>
    public static async Task<IReadOnlyDictionary<long, Deprivation>> OfAsync(CommunityVoiceDb db, IReadOnlyCollection<long> areas, CancellationToken ct) =>
        (await db.AreaDeprivations.AsNoTracking().Where(d => areas.Contains(d.AreaId)).ToListAsync(ct)).GroupBy(d => d.AreaId).ToDictionary(a => a.Key, a => Of(a));

    private static Deprivation Of(IEnumerable<AreaDeprivation> rows)
    {
        var newest = rows.GroupBy(r => r.Edition, StringComparer.Ordinal).MaxBy(g => g.Key, StringComparer.Ordinal)!;
        return new(newest.Key, [.. Enumerable.Range(1, AreaDeprivation.Tenths).Select(tenth => newest.Where(r => r.Decile == tenth).Sum(r => r.SmallAreas))]);
    }
}
