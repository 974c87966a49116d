using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Areas;

/// <summary>
/// A neighbourhood that people drew and named themselves: what it is made of, and what the voice body answered. Once published it is an area like any other.
/// It may be forty households: whatever is counted in it passes disclosure control, and no comment shows it.
/// </summary>
public sealed class OwnArea : INeverOnCachedPages
{
    public const int AboutMaxLength = 1000;
    public const int BecauseMaxLength = 500;
    public const int MostPostcodes = 500;

    private OwnArea() { } // EF Core

    public OwnArea(string name, string about, Area place, IEnumerable<Area> parts, IEnumerable<string> postcodes, Guid authorId, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, About, Place, PlaceId, AuthorId, ProposedAt) = (name, about, place, place.Id, authorId, now);
        Parts = string.Join(',', parts.Select(p => p.Slug).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Postcodes = string.Join(',', postcodes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        if (Parts.Length == 0 && Postcodes.Length == 0) throw new ArgumentException("An area is made of something.", nameof(parts));
    }

    public long Id { get; private set; }

    [Personal(DataClass.Contribution)]
    public string Name { get; private set; } = "";

    [Personal(DataClass.Contribution)]
    public string About { get; private set; } = "";

    [Personal(DataClass.Contribution)]
    public Guid? AuthorId { get; private set; }
    public Person? Author { get; private set; }

    /// <summary>The place it lies in.</summary>
    public long PlaceId { get; private set; }
    public Area Place { get; private set; } = null!;

    /// <summary>The slugs of the areas it is made of, with commas between them.</summary>
    public string Parts { get; private set; } = "";

    /// <summary>The postcodes it is made of, with commas between them.</summary>
    public string Postcodes { get; private set; } = "";
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The area it became.</summary>
    public long? AreaId { get; private set; }
    public Area? Area { get; private set; }
    public DateTimeOffset? DeclinedAt { get; private set; }
    public string? DeclinedBecause { get; private set; }

    /// <summary>An area that it is made of has another slug.</summary>
    internal void PartMoved(string from, string to) => Parts = string.Join(',', Parts.Split(',').Select(p => p == from ? to : p).Order(StringComparer.Ordinal));

    public bool IsWaiting => PublishedAt is null && DeclinedAt is null;

    public void Publish(Area area, DateTimeOffset now)
    {
        if (!IsWaiting) throw new InvalidOperationException("It was already answered.");
        (Area, PublishedAt) = (area, now);
    }

    public void Decline(string because, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        if (!IsWaiting) throw new InvalidOperationException("It was already answered.");
        (DeclinedBecause, DeclinedAt) = (because, now);
    }
}

internal sealed class OwnAreaConfiguration : IEntityTypeConfiguration<OwnArea>
{
    public void Configure(EntityTypeBuilder<OwnArea> own)
    {
        own.Property(o => o.Name).HasMaxLength(Area.NameMaxLength);
        own.Property(o => o.About).HasMaxLength(OwnArea.AboutMaxLength);
        own.Property(o => o.Parts).HasMaxLength(8000);
        own.Property(o => o.Postcodes).HasMaxLength(8 * OwnArea.MostPostcodes);
        own.Property(o => o.DeclinedBecause).HasMaxLength(OwnArea.BecauseMaxLength);
        own.Ignore(o => o.IsWaiting);
        own.HasOne(o => o.Place).WithMany().HasForeignKey(o => o.PlaceId).OnDelete(DeleteBehavior.Restrict);
        own.HasOne(o => o.Area).WithMany().HasForeignKey(o => o.AreaId).OnDelete(DeleteBehavior.Restrict);
        own.HasOne(o => o.Author).WithMany().HasForeignKey(o => o.AuthorId).OnDelete(DeleteBehavior.SetNull);
        own.HasIndex(o => o.PublishedAt);
    }
}
