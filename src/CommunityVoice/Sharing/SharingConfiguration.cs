using CommunityVoice.People;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Sharing;

internal sealed class SharingAgreementConfiguration : IEntityTypeConfiguration<SharingAgreement>
{
    public void Configure(EntityTypeBuilder<SharingAgreement> agreement)
    {
        agreement.Property(a => a.What).HasMaxLength(SharingAgreement.WhatMaxLength);
        agreement.Property(a => a.Safeguarding).HasMaxLength(SharingAgreement.LineMaxLength);
        agreement.Property(a => a.AccessRequests).HasMaxLength(SharingAgreement.LineMaxLength);
        agreement.Property(a => a.Breaches).HasMaxLength(SharingAgreement.LineMaxLength);
        agreement.Property(a => a.Assessment).HasMaxLength(SharingAgreement.LineMaxLength);
        agreement.Property(a => a.AssessmentLink).HasMaxLength(SharingAgreement.LinkMaxLength);
        agreement.Property(a => a.PrivacyNotice).HasMaxLength(SharingAgreement.LinkMaxLength);
        agreement.Property(a => a.StoppedBecause).HasMaxLength(SharingAgreement.BecauseMaxLength);
        agreement.Property(a => a.Version).IsConcurrencyToken();
        agreement.Ignore(a => a.PageTags).Ignore(a => a.IsPublic).Ignore(a => a.IsSigned);
        agreement.HasOne(a => a.Area).WithMany().HasForeignKey(a => a.AreaId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne(a => a.Lead).WithMany().HasForeignKey(a => a.LeadId).OnDelete(DeleteBehavior.Restrict);
        agreement.HasOne<Person>().WithMany().HasForeignKey(a => a.MadeById).OnDelete(DeleteBehavior.SetNull);
        agreement.HasOne<Person>().WithMany().HasForeignKey(a => a.StoppedById).OnDelete(DeleteBehavior.SetNull);
        agreement.HasIndex(a => new { a.AreaId, a.EndsOn });
        agreement.ToTable(t => t.HasCheckConstraint("CK_SharingAgreements_Days", "\"StartsOn\" < \"EndsOn\""));
    }
}

internal sealed class SharingPartyConfiguration : IEntityTypeConfiguration<SharingParty>
{
    public void Configure(EntityTypeBuilder<SharingParty> party)
    {
        party.IsSignatory();
        party.HasOne(p => p.Agreement).WithMany(a => a.Parties).HasForeignKey(p => p.AgreementId);
        party.HasIndex(p => new { p.AgreementId, p.BodyId }).IsUnique();
    }
}
