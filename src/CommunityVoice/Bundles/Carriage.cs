namespace CommunityVoice.Bundles;

/// <summary>
/// How the rows of one entity travel when a place moves to another site: with what they belong to, when something that travels names them, always, or not at all.
/// Whatever reaches a person or proves who they are (<see cref="Data.DataClass.Contact"/>, <see cref="Data.DataClass.Credential"/>) never does.
/// </summary>
public sealed record Carriage(Type Entity)
{
    /// <summary>Why its rows stay where they are; none where they travel.</summary>
    public string? StaysBecause { get; private init; }

    /// <summary>Every row travels, whatever the place.</summary>
    public bool IsWhole { get; private init; }

    /// <summary>The columns that name what a row belongs to; it travels with any of those. With none, it travels when it is named.</summary>
    public IReadOnlyList<string> Owners { get; private init; } = [];

    /// <summary>The columns by which two sites know a row as the same; none where its number does that.</summary>
    public IReadOnlyList<string> Name { get; init; } = [];

    /// <summary>Its number means nothing outside its site.</summary>
    public bool HasNoNumber { get; init; }

    /// <summary>Rows of areas around the place travel too, because they act in it.</summary>
    public bool ReachesAround { get; init; }

    /// <summary>The only columns that travel; none for all of them.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Columns that stay behind.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Columns that travel although their class says otherwise.</summary>
    public IReadOnlyList<string> Keeps { get; init; } = [];

    /// <summary>The column that names who is shown as its author: their public name travels.</summary>
    public string? SignedBy { get; init; }

    /// <summary>A column that is the number of one of several kinds of thing.</summary>
    public Pointing? Points { get; init; }

    public bool Travels => StaysBecause is null;

    /// <summary>Travels with whatever these columns name.</summary>
    public static Carriage With<T>(params string[] owners) => new(typeof(T)) { Owners = owners };

    /// <summary>Travels when something that travels names it.</summary>
    public static Carriage WhenNamed<T>() => new(typeof(T));

    public static Carriage Always<T>() => new(typeof(T)) { IsWhole = true };

    public static Carriage Stays<T>(string because) => new(typeof(T)) { StaysBecause = because };
}

/// <summary>A column that is a number of the kind of thing that another column tells.</summary>
public sealed record Pointing(string Column, string Kind, IReadOnlyDictionary<string, Type> Targets);
