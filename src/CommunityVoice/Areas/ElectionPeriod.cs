using System.Globalization;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Areas;

/// <summary>The weeks before an election in an area, in which public bodies start nothing that could sway voters without a reason (rule R-A25).</summary>
public sealed class ElectionPeriod : INeverOnCachedPages
{
    public const int NameMaxLength = 120;

    /// <summary>A longer one is a slip of the pen.</summary>
    public const int MostDays = 120;

    private ElectionPeriod() { } // EF Core

    public ElectionPeriod(Area area, string name, DateOnly startsOn, DateOnly endsOn)
    {
        (Area, AreaId) = (area, area.Id);
        Describe(name, startsOn, endsOn);
    }

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public DateOnly StartsOn { get; private set; }

    /// <summary>Polling day; it still belongs to the period.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>"Council elections, 23 March 2027 to 6 May 2027".</summary>
    public string Words => $"{Name}, {Long(StartsOn)} to {Long(EndsOn)}";

    public bool Holds(DateOnly day) => StartsOn <= day && day <= EndsOn;

    public void Describe(string name, DateOnly startsOn, DateOnly endsOn)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(endsOn, startsOn);
        (Name, StartsOn, EndsOn) = (name.Trim(), startsOn, endsOn);
    }

    private static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
}

/// <summary>Why something was published in a pre-election period, and in which.</summary>
public sealed record ElectionNote(string Period, string Reason)
{
    public const int ReasonMaxLength = 500;

    /// <summary>The note where the day lies in these periods; none where there are none.</summary>
    public static ElectionNote? Of(IReadOnlyCollection<ElectionPeriod> periods, string? reason) => periods.Count == 0 ? null
        : new(string.Join("; ", periods.Select(p => p.Words)), string.IsNullOrWhiteSpace(reason) ? throw new InvalidOperationException("A reason is needed in a pre-election period.") : reason.Trim());

    public override string ToString() => $"{Period}: {Reason}";
}

internal sealed class ElectionPeriodConfiguration : IEntityTypeConfiguration<ElectionPeriod>
{
    public void Configure(EntityTypeBuilder<ElectionPeriod> period)
    {
        period.Property(p => p.Name).HasMaxLength(ElectionPeriod.NameMaxLength);
        period.Ignore(p => p.Words);
        period.HasOne(p => p.Area).WithMany().HasForeignKey(p => p.AreaId).OnDelete(DeleteBehavior.Restrict);
        period.HasIndex(p => new { p.AreaId, p.Name, p.StartsOn }).IsUnique();
        period.ToTable(t => t.HasCheckConstraint("CK_ElectionPeriods_Days", "\"StartsOn\" <= \"EndsOn\""));
    }
}
