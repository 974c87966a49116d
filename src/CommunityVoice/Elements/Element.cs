using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Elements;

/// <summary>A service or another thing that has to be there for the rest to work, such as a nurse who may give strong pain relief at night (rule R-I55).</summary>
public sealed class Element : IShownOnPages
{
    public const int NameMaxLength = 120;
    public const int AboutMaxLength = 500;

    private Element() { } // EF Core

    public Element(Area area, string name, string about)
    {
        (Area, AreaId) = (area, area.Id);
        Describe(name, about);
    }

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public string About { get; private set; } = "";

    /// <summary>Since when nobody can choose it any more; what was said stays.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What it cannot work without.</summary>
    public List<ElementNeed> Needs { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists];

    public void Describe(string name, string about)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, About) = (name, about);
    }

    public void End(DateTimeOffset now) => EndedAt ??= now;

    /// <summary>Says what it cannot work without, in place of what was said before. Ask <see cref="Dependencies"/> first.</summary>
    public void CannotWorkWithout(IReadOnlyCollection<Element> others)
    {
        if (others.Contains(this)) throw new InvalidOperationException($"{Name} cannot wait for itself.");
        Needs.RemoveAll(n => !others.Any(o => o.Id == n.NeedsId));
        Needs.AddRange(others.Where(o => !Needs.Exists(n => n.NeedsId == o.Id)).ToList().Select(o => new ElementNeed(this, o)));
    }
}

/// <summary>An element cannot work without another.</summary>
public sealed class ElementNeed : INeverOnCachedPages // it changes with its element, which names the pages
{
    private ElementNeed() { } // EF Core

    internal ElementNeed(Element element, Element needs) => (Element, ElementId, Needs, NeedsId) = (element, element.Id, needs, needs.Id);

    public long ElementId { get; private set; }
    public Element Element { get; private set; } = null!;
    public long NeedsId { get; private set; }
    public Element Needs { get; private set; } = null!;
}

/// <summary>An action brings an element that is missing.</summary>
public sealed class ActionElement : INeverOnCachedPages // its version, edited with it, names the pages
{
    private ActionElement() { } // EF Core

    internal ActionElement(StrategyAction action, Element element) => (Action, ActionId, Element, ElementId) = (action, action.Id, element, element.Id);

    public long ActionId { get; private set; }
    public StrategyAction Action { get; private set; } = null!;
    public long ElementId { get; private set; }
    public Element Element { get; private set; } = null!;
}

internal sealed class ElementConfiguration : IEntityTypeConfiguration<Element>
{
    public void Configure(EntityTypeBuilder<Element> element)
    {
        element.ToTable("Elements");
        element.Property(e => e.Name).HasMaxLength(Element.NameMaxLength);
        element.Property(e => e.About).HasMaxLength(Element.AboutMaxLength);
        element.Ignore(e => e.PageTags);
        element.HasOne(e => e.Area).WithMany().HasForeignKey(e => e.AreaId).OnDelete(DeleteBehavior.Restrict);
        element.HasIndex(e => new { e.AreaId, e.Name }).IsUnique();
    }
}

internal sealed class ElementNeedConfiguration : IEntityTypeConfiguration<ElementNeed>
{
    public void Configure(EntityTypeBuilder<ElementNeed> need)
    {
        need.ToTable("ElementNeeds", t => t.HasCheckConstraint("CK_ElementNeeds_Other", "\"ElementId\" <> \"NeedsId\"")).HasKey(n => new { n.ElementId, n.NeedsId });
        need.HasOne(n => n.Element).WithMany(e => e.Needs).HasForeignKey(n => n.ElementId);
        need.HasOne(n => n.Needs).WithMany().HasForeignKey(n => n.NeedsId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ActionElementConfiguration : IEntityTypeConfiguration<ActionElement>
{
    public void Configure(EntityTypeBuilder<ActionElement> link)
    {
        link.ToTable("ActionElements").HasKey(l => new { l.ActionId, l.ElementId });
        link.HasOne(l => l.Action).WithMany(a => a.Brings).HasForeignKey(l => l.ActionId);
        link.HasOne(l => l.Element).WithMany().HasForeignKey(l => l.ElementId).OnDelete(DeleteBehavior.Restrict);
    }
}
