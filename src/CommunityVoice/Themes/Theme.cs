using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Discussion;

namespace CommunityVoice.Themes;

/// <summary>A named topic of an area, shared by the consultations held there.</summary>
public sealed class Theme : IShownOnPages
{
    public const int NameMaxLength = 100;
    public const int AboutMaxLength = 1000;

    private Theme() { } // EF Core

    public Theme(Area area, string name, string slug, string about = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Area, AreaId, Name, Slug, About) = (area, area.Id, name, slug, about);
    }

    public long Id { get; private set; }
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string About { get; private set; } = "";
    public DateTimeOffset? RetiredAt { get; private set; }

    /// <summary>The wider theme that it is part of.</summary>
    public long? ParentId { get; private set; }
    public Theme? Parent { get; private set; }

    /// <summary>The theme that took its place in a later version of the list. What was coded to this one stays, and has the other too.</summary>
    public long? ReplacedById { get; private set; }
    public Theme? ReplacedBy { get; private set; }

    /// <summary>It is about whether there are enough people and places to do what is asked (rule R-I54).</summary>
    public bool IsAboutCapacity { get; private set; }

    /// <summary>The codes of the determinants that it is about (rule R-I78), as <see cref="DeterminantList"/> keeps them.</summary>
    public string Determinants { get; private set; } = "";

    /// <summary>What other lists call it, as <see cref="ThemeMaps"/> keeps it.</summary>
    public string MapsTo { get; private set; } = "";

    public IEnumerable<string> PageTags => [PageTag.Area(AreaId), PageTag.Lists];

    public void Describe(string name, string about)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, About) = (name, about);
    }

    public void Mark(string determinants) => Determinants = determinants;

    public void MapTo(string mapsTo) => MapsTo = mapsTo;

    public void MarkCapacity(bool isAboutCapacity) => IsAboutCapacity = isAboutCapacity;

    /// <summary>No longer offered; what was coded to it stays.</summary>
    public void Retire(DateTimeOffset now) => RetiredAt ??= now;

    public void BringBack() => (RetiredAt, ReplacedBy, ReplacedById) = (null, null, null);

    public void PutUnder(Theme? parent) => (Parent, ParentId) = (parent, parent?.Id);

    public void ReplaceBy(Theme theme, DateTimeOffset now)
    {
        Retire(now);
        (ReplacedBy, ReplacedById) = (theme, theme.Id);
    }
}

/// <summary>Whether a comment speaks for what its theme is about, or against it (rule R-I16). Most do neither.</summary>
public enum Stance
{
    Neither,
    For,
    Against,
}

/// <summary>The link from a comment to a theme, with who set it and when.</summary>
public sealed class Coding : IShownOnPages
{
    private Coding() { } // EF Core

    public Coding(Theme theme, Comment comment, Guid byId, DateTimeOffset at) =>
        (Theme, ThemeId, Comment, CommentId, ConsultationId, ById, At) =
        (theme, theme.Id, comment, comment.Id, comment.ConsultationId, byId, at);

    public long ThemeId { get; private set; }
    public Theme Theme { get; private set; } = null!;
    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public long ConsultationId { get; private set; }
    public Guid ById { get; private set; }
    public DateTimeOffset At { get; private set; }
    public Stance Stance { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];

    public void Take(Stance stance) => Stance = stance;
}
