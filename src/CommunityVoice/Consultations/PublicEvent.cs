using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Consultations;

/// <summary>A meeting to come that belongs to a consultation.</summary>
public sealed class PublicEvent : OpenMeeting
{
    private PublicEvent() { } // EF Core

    public PublicEvent(Consultation consultation, MeetingFacts facts, DateTimeOffset now)
        : base(facts, now) => (Consultation, ConsultationId) = (consultation, consultation.Id);

    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;

    public override IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];
    public override string PartOf => Consultation.Title;
    public override string Key => $"event-{Id}";
    public override string Path => $"/consultations/{Consultation.Slug}#meeting-{Id}";
    public override DateTimeOffset? PublicSince => Consultation.PublishedAt is { } published ? published > AddedAt ? published : AddedAt : null;
}

internal sealed class PublicEventConfiguration : IEntityTypeConfiguration<PublicEvent>
{
    public void Configure(EntityTypeBuilder<PublicEvent> meeting)
    {
        meeting.IsOpenMeeting();
        meeting.HasOne(e => e.Consultation).WithMany(c => c.Events).HasForeignKey(e => e.ConsultationId);
        meeting.HasIndex(e => new { e.ConsultationId, e.StartsAt });
        meeting.ToTable(t => t.HasCheckConstraint("CK_PublicEvents_Times", "\"StartsAt\" < \"EndsAt\""));
    }
}
