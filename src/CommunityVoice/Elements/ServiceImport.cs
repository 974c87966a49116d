namespace CommunityVoice.Elements;

/// <summary>What a service of a file would do.</summary>
public enum ServiceChange
{
    Same,
    Added,
    Changed,
    Refused,
}

/// <summary>
/// One service of a file: what it would do. Notes: why it is refused; else what changes, and what of it is not taken. Element: the one here that it is; none where it is new.
/// IsOff: it is new and no longer there.
/// </summary>
public sealed record ServiceRow(int Number, string Name, ServiceChange Change, IReadOnlyList<string> Notes, Element? Element = null, ElementFacts? Facts = null, bool IsOff = false);

/// <summary>
/// A file of services, read against those that an area has. Reading changes nothing. Services are added and changed and never deleted: those that the file calls
/// inactive, and those that came from a directory and are not in it any more, are listed, so that somebody can end them.
/// </summary>
public sealed record ServiceImport(IReadOnlyList<ServiceRow> Rows, IReadOnlyList<Element> Inactive, IReadOnlyList<Element> Missing, bool IsPart, string? Fault)
{
    public const int MostRows = 2000;

    /// <summary>Those that change something here.</summary>
    public IEnumerable<ServiceRow> Taken => Rows.Where(r => r.Facts is not null && r.Change is ServiceChange.Added or ServiceChange.Changed);

    public bool ChangesNothing => !Taken.Any();

    public int Count(ServiceChange change) => Rows.Count(r => r.Change == change);
}
