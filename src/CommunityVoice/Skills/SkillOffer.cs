using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Skills;

/// <summary>What is offered: which skills, in which area, and a few words that only those who own a matching action read.</summary>
public sealed record OfferFacts(Area Area, IReadOnlyCollection<string> Skills, string Words);

/// <summary>What a person offers to do, for themselves or in the name of an organisation they act for. It is theirs to take back: then nothing of it stays.</summary>
public sealed class SkillOffer : INeverOnCachedPages
{
    public const int WordsMaxLength = 500;

    private SkillOffer() { } // EF Core

    public SkillOffer(Guid personId, Body? body, OfferFacts facts, DateTimeOffset now)
    {
        (PersonId, Body, BodyId, OfferedAt) = (personId, body, body?.Id, now);
        Change(facts);
    }

    public long Id { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    /// <summary>The organisation in whose name it is offered; none for themselves.</summary>
    public long? BodyId { get; private set; }
    public Body? Body { get; private set; }

    [Personal(DataClass.Profile)]
    public long AreaId { get; private set; }
    public Area Area { get; private set; } = null!;

    [Personal(DataClass.Contribution)]
    public string Words { get; private set; } = "";
    public DateTimeOffset OfferedAt { get; private set; }
    public List<OfferedSkill> Skills { get; } = [];

    public IEnumerable<string> Codes => Skills.Select(s => s.Code);

    public void Change(OfferFacts facts)
    {
        if (facts.Skills.Count is 0 or > SkillList.Most) throw new ArgumentException($"Between one skill and {SkillList.Most} are offered.", nameof(facts));
        (Area, AreaId, Words) = (facts.Area, facts.Area.Id, facts.Words);
        Skills.RemoveAll(s => !facts.Skills.Contains(s.Code));
        Skills.AddRange(facts.Skills.Except(Codes, StringComparer.Ordinal).ToList().Select(code => new OfferedSkill(this, code)));
    }
}

/// <summary>One skill of an offer. It names the person too, so that it is found with all that is held about them.</summary>
public sealed class OfferedSkill : INeverOnCachedPages
{
    private OfferedSkill() { } // EF Core

    internal OfferedSkill(SkillOffer offer, string code) => (Offer, OfferId, PersonId, Code) = (offer, offer.Id, offer.PersonId, code);

    public long OfferId { get; private set; }
    public SkillOffer Offer { get; private set; } = null!;

    [Personal(DataClass.Profile)]
    public Guid PersonId { get; private set; }

    [Personal(DataClass.Profile)]
    public string Code { get; private set; } = "";
}

internal sealed class SkillOfferConfiguration : IEntityTypeConfiguration<SkillOffer>
{
    public void Configure(EntityTypeBuilder<SkillOffer> offer)
    {
        offer.Property(o => o.Words).HasMaxLength(SkillOffer.WordsMaxLength);
        offer.Ignore(o => o.Codes);
        offer.HasOne(o => o.Person).WithMany().HasForeignKey(o => o.PersonId).OnDelete(DeleteBehavior.Cascade);
        offer.HasOne(o => o.Body).WithMany().HasForeignKey(o => o.BodyId).OnDelete(DeleteBehavior.Cascade);
        offer.HasOne(o => o.Area).WithMany().HasForeignKey(o => o.AreaId).OnDelete(DeleteBehavior.Restrict);
        // Somebody offers once for themselves, and once for each organisation.
        offer.HasIndex(o => o.PersonId).HasDatabaseName("IX_SkillOffers_Own").IsUnique().HasFilter("\"BodyId\" IS NULL");
        offer.HasIndex(o => new { o.PersonId, o.BodyId }).IsUnique();
    }
}

internal sealed class OfferedSkillConfiguration : IEntityTypeConfiguration<OfferedSkill>
{
    public void Configure(EntityTypeBuilder<OfferedSkill> skill)
    {
        skill.ToTable("OfferedSkills").HasKey(s => new { s.OfferId, s.Code });
        skill.Property(s => s.Code).HasMaxLength(SkillList.CodeMaxLength);
        skill.HasOne(s => s.Offer).WithMany(o => o.Skills).HasForeignKey(s => s.OfferId);
        skill.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        skill.HasIndex(s => s.Code);
    }
}
