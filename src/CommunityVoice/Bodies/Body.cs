using CommunityVoice.Areas;
using CommunityVoice.People;

namespace CommunityVoice.Bodies;

/// <summary>What sort of organisation a body is; decides the verified voice of its members.</summary>
public enum BodyKind
{
    CommunityGroup,
    Practice,
    PrimaryCareNetwork,
    Council,
    VoiceBody,
    StrategyBoard,
    Commissioner,
    Provider,
    Scrutiny,
    NationalBody,
    Other,
}

/// <summary>An organisation. What it may do where, and under which label, are its remits.</summary>
public sealed class Body
{
    public const int NameMaxLength = 120;
    public const int SlugMaxLength = 80;
    public const int NoPublicAuthorityMaxLength = 500;

    private Body() { } // EF Core

    public Body(string name, string slug, BodyKind kind, string about = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(slug);
        (Name, Slug, Kind, About) = (name, slug, kind, about);
    }

    public long Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public BodyKind Kind { get; private set; }
    public string About { get; private set; } = "";
    public string? Website { get; private set; }

    /// <summary>How registers know it, where they do; see <see cref="Bodies.OrganisationId"/>.</summary>
    public string? OrganisationId { get; private set; }

    /// <summary>Where it gets letters that are for nobody in particular.</summary>
    public string? ContactEmail { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Why it is no public authority, so that the equality duty does not bind it; none where it is one (rule R-A16).</summary>
    public string? NoPublicAuthority { get; private set; }

    public List<Remit> Remits { get; } = [];

    /// <summary>The voice its members speak in, verified by their membership.</summary>
    public Voice Voice => Kind switch
    {
        BodyKind.CommunityGroup => Voice.CommunityGroup,
        BodyKind.Practice or BodyKind.PrimaryCareNetwork => Voice.PrimaryCare,
        _ => Voice.PublicService,
    };

    public void Describe(string name, string about, string? website)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, About, Website) = (name, about, website);
    }

    public void RegisterAs(string? organisationId) => OrganisationId = organisationId;

    internal void MoveTo(string slug) => Slug = slug;

    /// <summary>Says why it is no public authority, or, with no reason, that it is one.</summary>
    public void IsNoPublicAuthority(string? because) => NoPublicAuthority = string.IsNullOrWhiteSpace(because) ? null : because.Trim();

    public void WriteTo(string? contactEmail) => ContactEmail = contactEmail;

    public Remit Grant(Area area, Capability capabilities, string label, string legalBasis, DateOnly startsOn, DateOnly? endsOn = null, Body? commissionedBy = null)
    {
        var remit = new Remit(this, area, capabilities, label, legalBasis, startsOn, endsOn, commissionedBy);
        Remits.Add(remit);
        return remit;
    }
}

/// <summary>What a body may do in an area between two dates, under which public label and on what legal basis.</summary>
public sealed class Remit
{
    private Remit() { } // EF Core

    public Remit(Body body, Area area, Capability capabilities, string label, string legalBasis, DateOnly startsOn, DateOnly? endsOn, Body? commissionedBy = null)
    {
        if (endsOn <= startsOn) throw new ArgumentOutOfRangeException(nameof(endsOn), endsOn, "A remit ends after it starts.");
        (Body, Area, Capabilities, Label, LegalBasis, StartsOn, EndsOn) = (body, area, capabilities, label, legalBasis, startsOn, endsOn);
        (CommissionedBy, CommissionedById) = (commissionedBy, commissionedBy?.Id);
    }

    public long Id { get; private set; }
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;
    public Capability Capabilities { get; private set; }
    public string Label { get; private set; } = "";
    public string LegalBasis { get; private set; } = "";
    public DateOnly StartsOn { get; private set; }
    public DateOnly? EndsOn { get; private set; }

    /// <summary>Who pays for it or gave it; none where it rests on itself.</summary>
    public long? CommissionedById { get; private set; }
    public Body? CommissionedBy { get; private set; }

    /// <summary>The budgets it comes with, each with its own days.</summary>
    public List<BudgetHolding> Budgets { get; } = [];

    /// <summary>When the people of both bodies were told that it ends.</summary>
    public DateTimeOffset? ToldEndingAt { get; private set; }

    public bool IsInForceOn(DateOnly day) => StartsOn <= day && (EndsOn is null || day < EndsOn);

    public void End(DateOnly on) => Until(on);

    public BudgetHolding HoldBudget(string @for, DateOnly startsOn, DateOnly? endsOn = null)
    {
        if (startsOn < StartsOn || endsOn > EndsOn || startsOn >= EndsOn) throw new ArgumentOutOfRangeException(nameof(startsOn), startsOn, "A budget is held while the remit holds.");
        var holding = new BudgetHolding(this, @for, startsOn, endsOn);
        Budgets.Add(holding);
        return holding;
    }

    /// <summary>It ends as it did before a hand-over that was called off.</summary>
    internal void EndAgain(DateOnly? on) => Until(on);

    public void Change(Capability capabilities, string label, string legalBasis, DateOnly? endsOn)
    {
        (Capabilities, Label, LegalBasis) = (capabilities, label, legalBasis);
        Until(endsOn);
    }

    internal Remit CommissionedLike(Remit other)
    {
        (CommissionedBy, CommissionedById) = (other.CommissionedBy, other.CommissionedById);
        return this;
    }

    /// <summary>Has the budgets that another has on the day this one begins, and those it will have.</summary>
    internal Remit BudgetedLike(Remit other)
    {
        foreach (var held in other.Budgets.Where(b => b.EndsOn is null || b.EndsOn > StartsOn)) HoldBudget(held.For, held.StartsOn < StartsOn ? StartsOn : held.StartsOn, held.EndsOn);
        return this;
    }

    internal void ToldEnding(DateTimeOffset now) => ToldEndingAt ??= now;

    // Of another day people are told anew.
    private void Until(DateOnly? day)
    {
        if (EndsOn != day) ToldEndingAt = null;
        EndsOn = day;
    }
}
