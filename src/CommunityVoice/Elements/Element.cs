using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Elements;

/// <summary>What is said of an element. Provider: the body that provides it; ProviderName: who does where that is no body of this site. DirectoryId: the number that a directory knows it by.</summary>
public sealed record ElementFacts(string Name, string About, Body? Provider = null, string ProviderName = "", string? Website = null, string? DirectoryId = null);

/// <summary>A service or another thing that has to be there for the rest to work, such as a nurse who may give strong pain relief at night (rule R-I55).</summary>
public sealed class Element : IShownOnPages
{
    public const int NameMaxLength = 120;
    public const int AboutMaxLength = 2000;
    public const int ProviderNameMaxLength = 200;
    public const int WebsiteMaxLength = 500;
    public const int DirectoryIdMaxLength = 100;

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

    /// <summary>The body that provides it; none where that is not known, or no body of this site.</summary>
    public long? ProviderId { get; private set; }
    public Body? Provider { get; private set; }

    /// <summary>Who provides it, where that is no body of this site; else empty.</summary>
    public string ProviderName { get; private set; } = "";
    public string? Website { get; private set; }

    /// <summary>The number that the directory knows it by from which it came, so that a later file finds it again.</summary>
    public string? DirectoryId { get; private set; }

    /// <summary>Since when nobody can choose it any more; what was said stays.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What it cannot work without.</summary>
    public List<ElementNeed> Needs { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists];

    /// <summary>Who provides it, whose body is loaded; empty where nobody said.</summary>
    public string ProvidedBy => Provider?.Name ?? ProviderName;

    /// <summary>Whether a text is a web address that a page may lead to.</summary>
    public static bool IsWebsite(string text) =>
        text.Length <= WebsiteMaxLength && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.UserInfo.Length == 0;

    public void Describe(ElementFacts facts)
    {
        Describe(facts.Name, facts.About);
        (Provider, ProviderId, ProviderName) = (facts.Provider, facts.Provider?.Id, facts.Provider is null ? facts.ProviderName : "");
        (Website, DirectoryId) = (facts.Website, facts.DirectoryId);
    }

    public void End(DateTimeOffset now) => EndedAt ??= now;

    /// <summary>Says what it cannot work without, in place of what was said before. Ask <see cref="Dependencies"/> first.</summary>
    public void CannotWorkWithout(IReadOnlyCollection<Element> others)
    {
        if (others.Contains(this)) throw new InvalidOperationException($"{Name} cannot wait for itself.");
        Needs.RemoveAll(n => !others.Any(o => o.Id == n.NeedsId));
        Needs.AddRange(others.Where(o => !Needs.Exists(n => n.NeedsId == o.Id)).ToList().Select(o => new ElementNeed(this, o)));
    }

    private void Describe(string name, string about)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, About) = (name, about);
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
        element.Property(e => e.ProviderName).HasMaxLength(Element.ProviderNameMaxLength);
        element.Property(e => e.Website).HasMaxLength(Element.WebsiteMaxLength);
        element.Property(e => e.DirectoryId).HasMaxLength(Element.DirectoryIdMaxLength);
        element.Ignore(e => e.PageTags).Ignore(e => e.ProvidedBy);
        element.HasOne(e => e.Area).WithMany().HasForeignKey(e => e.AreaId).OnDelete(DeleteBehavior.Restrict);
        element.HasOne(e => e.Provider).WithMany().HasForeignKey(e => e.ProviderId).OnDelete(DeleteBehavior.Restrict);
        element.HasIndex(e => new { e.AreaId, e.Name }).IsUnique();
        element.HasIndex(e => new { e.AreaId, e.DirectoryId }).IsUnique();
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
