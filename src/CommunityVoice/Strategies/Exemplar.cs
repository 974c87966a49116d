using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Strategies;

/// <summary>What is told of a place that did better: which figure, at both moments, how it was chosen, and where it can be read.</summary>
public sealed record ExemplarFacts(string Place, string Figure, string Before, DateOnly BeforeOn, string After, DateOnly AfterOn, string Method, string Source, string? Link);

/// <summary>
/// A place that did better on an item of the guidelines, as a board found it (rule R-I17). It says how it was chosen, so that nobody has to take it for the best;
/// it never changes, and can be taken back with a reason.
/// </summary>
public sealed class Exemplar : IShownOnPages
{
    public const int PlaceMaxLength = 160;
    public const int FigureMaxLength = 300;
    public const int ValueMaxLength = 120;
    public const int TextMaxLength = 1000;
    public const int LinkMaxLength = 500;

    private Exemplar() { } // EF Core

    public Exemplar(Area area, Body by, FrameworkItem item, ExemplarFacts facts, Guid byId, DateTimeOffset now)
    {
        foreach (var text in new[] { facts.Place, facts.Figure, facts.Before, facts.After, facts.Method, facts.Source }) ArgumentException.ThrowIfNullOrWhiteSpace(text, nameof(facts));
        if (facts.AfterOn <= facts.BeforeOn) throw new ArgumentException("The later moment is later.", nameof(facts));
        (Area, AreaId, By, ByBodyId, Item, ItemId, ById, At) = (area, area.Id, by, by.Id, item, item.Id, byId, now);
        (Place, Figure, Before, BeforeOn, After, AfterOn) = (facts.Place, facts.Figure, facts.Before, facts.BeforeOn, facts.After, facts.AfterOn);
        (Method, Source, Link) = (facts.Method, facts.Source, facts.Link);
    }

    public long Id { get; private set; }

    /// <summary>The area for whose sake it was looked up.</summary>
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public long ByBodyId { get; private set; }
    public Body By { get; private set; } = null!;
    public long ItemId { get; private set; }
    public FrameworkItem Item { get; private set; } = null!;

    /// <summary>The place that did better, which need not be on this site.</summary>
    public string Place { get; private set; } = "";
    public string Figure { get; private set; } = "";
    public string Before { get; private set; } = "";
    public DateOnly BeforeOn { get; private set; }
    public string After { get; private set; } = "";
    public DateOnly AfterOn { get; private set; }

    /// <summary>How the place was chosen.</summary>
    public string Method { get; private set; } = "";
    public string Source { get; private set; } = "";
    public string? Link { get; private set; }
    public DateTimeOffset At { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? ById { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }
    public string? TakenBackReason { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists];

    public void TakeBack(string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if (TakenBackAt is not null) throw new InvalidOperationException($"Exemplar {Id} was taken back before.");
        (TakenBackAt, TakenBackReason) = (now, reason);
    }
}

internal sealed class ExemplarConfiguration : IEntityTypeConfiguration<Exemplar>
{
    public void Configure(EntityTypeBuilder<Exemplar> exemplar)
    {
        exemplar.ToTable("Exemplars", t => t.HasCheckConstraint("CK_Exemplars_Days", "\"BeforeOn\" < \"AfterOn\""));
        exemplar.Property(e => e.Place).HasMaxLength(Exemplar.PlaceMaxLength);
        exemplar.Property(e => e.Figure).HasMaxLength(Exemplar.FigureMaxLength);
        exemplar.Property(e => e.Before).HasMaxLength(Exemplar.ValueMaxLength);
        exemplar.Property(e => e.After).HasMaxLength(Exemplar.ValueMaxLength);
        exemplar.Property(e => e.Method).HasMaxLength(Exemplar.TextMaxLength);
        exemplar.Property(e => e.Source).HasMaxLength(Exemplar.TextMaxLength);
        exemplar.Property(e => e.Link).HasMaxLength(Exemplar.LinkMaxLength);
        exemplar.Property(e => e.TakenBackReason).HasMaxLength(Exemplar.TextMaxLength);
        exemplar.Ignore(e => e.PageTags);
        exemplar.HasOne(e => e.Area).WithMany().HasForeignKey(e => e.AreaId).OnDelete(DeleteBehavior.Restrict);
        exemplar.HasOne(e => e.By).WithMany().HasForeignKey(e => e.ByBodyId).OnDelete(DeleteBehavior.Restrict);
        exemplar.HasOne(e => e.Item).WithMany().HasForeignKey(e => e.ItemId).OnDelete(DeleteBehavior.Restrict);
        exemplar.HasOne<Person>().WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.SetNull);
    }
}
