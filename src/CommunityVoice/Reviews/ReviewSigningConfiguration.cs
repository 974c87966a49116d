using CommunityVoice.Consultations;
using CommunityVoice.People;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Reviews;

internal sealed class ReviewPartnerConfiguration : IEntityTypeConfiguration<ReviewPartner>
{
    public void Configure(EntityTypeBuilder<ReviewPartner> partner)
    {
        partner.IsSignatory();
        partner.HasOne(p => p.Review).WithMany(r => r.Partners).HasForeignKey(p => p.ReviewId);
        partner.HasIndex(p => new { p.ReviewId, p.BodyId }).IsUnique();
    }
}

internal sealed class AgreedImpactConfiguration : IEntityTypeConfiguration<AgreedImpact>
{
    public void Configure(EntityTypeBuilder<AgreedImpact> impact)
    {
        impact.Property(i => i.Text).HasMaxLength(AgreedImpact.TextMaxLength);
        impact.Ignore(i => i.PageTags).Ignore(i => i.State).Ignore(i => i.IsAgreed).Ignore(i => i.InOrder);
        impact.HasOne(i => i.Review).WithMany(r => r.Impacts).HasForeignKey(i => i.ReviewId);
        impact.HasOne(i => i.Item).WithMany().HasForeignKey(i => i.ItemId).OnDelete(DeleteBehavior.Restrict);
        impact.HasOne(i => i.By).WithMany().HasForeignKey(i => i.ByBodyId).OnDelete(DeleteBehavior.Restrict);
        impact.HasOne<Person>().WithMany().HasForeignKey(i => i.ById).OnDelete(DeleteBehavior.SetNull);
    }
}

internal sealed class ImpactPartyConfiguration : IEntityTypeConfiguration<ImpactParty>
{
    public void Configure(EntityTypeBuilder<ImpactParty> party)
    {
        party.IsSignatory();
        party.HasOne(p => p.Impact).WithMany(i => i.Parties).HasForeignKey(p => p.ImpactId);
        party.HasIndex(p => new { p.ImpactId, p.BodyId }).IsUnique();
    }
}

internal sealed class ReviewMeetingConfiguration : IEntityTypeConfiguration<ReviewMeeting>
{
    public void Configure(EntityTypeBuilder<ReviewMeeting> meeting)
    {
        meeting.IsOpenMeeting();
        meeting.HasOne(e => e.Review).WithMany(r => r.Meetings).HasForeignKey(e => e.ReviewId);
        meeting.HasIndex(e => new { e.ReviewId, e.StartsAt });
        meeting.ToTable(t => t.HasCheckConstraint("CK_ReviewMeetings_Times", "\"StartsAt\" < \"EndsAt\""));
    }
}

internal static class SignatoryConfiguration
{
    // Who signed is forgotten with their account: the database does it, so that no list has to be kept.
    public static void IsSignatory<T>(this EntityTypeBuilder<T> signatory)
        where T : Signatory
    {
        signatory.Property(s => s.DeclineReason).HasMaxLength(Partner.ReasonMaxLength);
        signatory.Property(s => s.Edits).IsConcurrencyToken();
        signatory.Ignore(s => s.PageTags).Ignore(s => s.State).Ignore(s => s.HasSigned);
        signatory.HasOne(s => s.Body).WithMany().HasForeignKey(s => s.BodyId).OnDelete(DeleteBehavior.Restrict);
        signatory.HasOne<Person>().WithMany().HasForeignKey(s => s.SignedById).OnDelete(DeleteBehavior.SetNull);
        signatory.HasOne<Person>().WithMany().HasForeignKey(s => s.DeclinedById).OnDelete(DeleteBehavior.SetNull);
    }

    public static void IsCoAuthor<T>(this EntityTypeBuilder<T> author)
        where T : CoAuthor
    {
        author.IsSignatory();
        author.Property(a => a.LeaveReason).HasMaxLength(Partner.ReasonMaxLength);
        author.Ignore(a => a.Writes);
        author.HasOne<Person>().WithMany().HasForeignKey(a => a.LeftById).OnDelete(DeleteBehavior.SetNull);
    }
}
