namespace CommunityVoice.Areas;

/// <summary>The levels a place can stand at, smallest first.</summary>
public enum AreaLevel
{
    Neighbourhood,
    LowerLayer,
    MiddleLayer,
    Ward,
    Locality,

    /// <summary>Where a primary care network or an integrated neighbourhood team works (rule R-A26). Levels are stored by name.</summary>
    NeighbourhoodTeam,
    Place,
    System,
    StrategicAuthority,
}

/// <summary>A place at some level. What contains it, overlaps it or came before it are links with dates.</summary>
public sealed class Area
{
    public const int NameMaxLength = 120;
    public const int SlugMaxLength = 80;
    public const int BecauseMaxLength = 500;

    private Area() { } // EF Core

    public Area(string name, string slug, AreaLevel level, string? code = null, int? population = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        (Name, Slug, Level, Code, Population) = (name, slug, level, code, population);
    }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public AreaLevel Level { get; private set; }

    /// <summary>The statistical office's code, where it has one.</summary>
    public string? Code { get; private set; }

    /// <summary>How many people live here by the newest estimate loaded.</summary>
    public int? Population { get; private set; }

    /// <summary>The boundary as a GeoJSON geometry in longitude and latitude, kept for maps.</summary>
    public string? Boundary { get; private set; }

    public DateOnly? StartsOn { get; private set; }

    /// <summary>The first day on which it is no more.</summary>
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Why it ends, where that was said.</summary>
    public string? EndsBecause { get; private set; }

    public List<FormerAreaName> FormerNames { get; } = [];

    public bool HasEndedOn(DateOnly day) => EndsOn <= day;

    /// <summary>Gives it another name; the one before is kept where it held until a day, and was no slip of the pen.</summary>
    public void Rename(string name, DateOnly? since = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (since is { } day && name != Name) FormerNames.Add(new FormerAreaName(this, Name, day));
        Name = name;
    }

    public void Begin(DateOnly on) => StartsOn = on;

    public void End(DateOnly on, string? because)
    {
        if (EndsOn is not null || on <= StartsOn) throw new InvalidOperationException($"{Slug} cannot end on {on:O}.");
        (EndsOn, EndsBecause) = (on, string.IsNullOrWhiteSpace(because) ? null : because.Trim());
    }

    /// <summary>It goes on after all.</summary>
    internal void GoOn() => (EndsOn, EndsBecause) = (null, null);

    /// <summary>What it was made for was called off before it began: it never holds.</summary>
    internal void NeverBegin() => EndsOn = StartsOn;

    internal void MoveTo(string slug) => Slug = slug;

    public void Count(int population)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        Population = population;
    }

    public void Draw(string boundary) => Boundary = boundary;
}

/// <summary>What an area was called until a day.</summary>
public sealed class FormerAreaName
{
    private FormerAreaName() { } // EF Core

    public FormerAreaName(Area area, string name, DateOnly until) => (Area, Name, Until) = (area, name, until);

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public DateOnly Until { get; private set; }
}

/// <summary>How two areas stand to one another.</summary>
public enum AreaLinkKind
{
    /// <summary>The first contains the second; remits reach through it.</summary>
    Contains,

    /// <summary>They share ground; nothing reaches through it.</summary>
    Overlaps,

    /// <summary>The first took the place of the second.</summary>
    Succeeds,
}

/// <summary>A dated link between two areas.</summary>
public sealed class AreaLink
{
    private AreaLink() { } // EF Core

    public AreaLink(Area from, AreaLinkKind kind, Area to, DateOnly? startsOn = null, DateOnly? endsOn = null) =>
        (From, Kind, To, StartsOn, EndsOn) = (from, kind, to, startsOn, endsOn);

    public long Id { get; private set; }
    public long FromId { get; private set; }
    public Area From { get; private set; } = null!;
    public long ToId { get; private set; }
    public Area To { get; private set; } = null!;
    public AreaLinkKind Kind { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }
}

/// <summary>One postcode and the ward it lies in, held here so that no look-up leaves the server.</summary>
public sealed class Postcode
{
    private Postcode() { } // EF Core

    public Postcode(string code, long wardId, string? middleLayer, string? lowerLayer, double? longitude, double? latitude) =>
        (Code, WardId, MiddleLayer, LowerLayer, Longitude, Latitude) = (code, wardId, middleLayer, lowerLayer, longitude, latitude);

    /// <summary>Upper case without a space: "M331AA".</summary>
    public string Code { get; private set; } = "";
    public long WardId { get; private set; }
    public Area Ward { get; private set; } = null!;
    public string? MiddleLayer { get; private set; }
    public string? LowerLayer { get; private set; }
    public double? Longitude { get; private set; }
    public double? Latitude { get; private set; }
}

/// <summary>How many people of one group live in an area, by one source and period.</summary>
public sealed class AreaPopulation
{
    private AreaPopulation() { } // EF Core

    public AreaPopulation(Area area, string period, string group, int people) =>
        (Area, Period, Group, People) = (area, period, group, people);

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public string Period { get; private set; } = "";

    /// <summary>Such as "persons", "female", "male", "0-15", "16-64", "65+".</summary>
    public string Group { get; private set; } = "";
    public int People { get; private set; }

    public void Recount(int people) => People = people;
}
