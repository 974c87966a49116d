namespace CommunityVoice.Frameworks;

/// <summary>A versioned set of guideline priorities, loaded from content.</summary>
public sealed class Framework
{
    private Framework() { } // EF Core

    public Framework(string slug, string name, string version, string source, DateOnly? publishedOn) =>
        (Slug, Name, Version, Source, PublishedOn) = (slug, name, version, source, publishedOn);

    public long Id { get; private set; }
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string Version { get; private set; } = "";
    public string Source { get; private set; } = "";
    public DateOnly? PublishedOn { get; private set; }
    public List<FrameworkItem> Items { get; } = [];

    public void Describe(string name, string version, string source, DateOnly? publishedOn) =>
        (Name, Version, Source, PublishedOn) = (name, version, source, publishedOn);
}

/// <summary>What a framework item is in its framework.</summary>
public enum FrameworkItemKind
{
    Shift,
    Component,
    Impact,
    Goal,
}

/// <summary>One priority of a framework.</summary>
public sealed class FrameworkItem
{
    private FrameworkItem() { } // EF Core

    public FrameworkItem(Framework framework, FrameworkItemKind kind, string code, string title, int order) =>
        (Framework, Kind, Code, Title, Order) = (framework, kind, code, title, order);

    public long Id { get; private set; }
    public long FrameworkId { get; private set; }
    public Framework Framework { get; private set; } = null!;
    public FrameworkItemKind Kind { get; private set; }
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";
    public int Order { get; private set; }

    public void Describe(FrameworkItemKind kind, string title, int order) => (Kind, Title, Order) = (kind, title, order);
}

/// <summary>The crosswalk: this older item is carried on by that newer one.</summary>
public sealed class FrameworkItemLink
{
    private FrameworkItemLink() { } // EF Core

    public FrameworkItemLink(FrameworkItem from, FrameworkItem to) => (From, To) = (from, to);

    public long Id { get; private set; }
    public long FromId { get; private set; }
    public FrameworkItem From { get; private set; } = null!;
    public long ToId { get; private set; }
    public FrameworkItem To { get; private set; } = null!;
}
