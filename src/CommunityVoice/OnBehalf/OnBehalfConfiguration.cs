using CommunityVoice.Consultations;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.OnBehalf;

internal sealed class EnteredAnswerConfiguration : IEntityTypeConfiguration<EnteredAnswer>
{
    public void Configure(EntityTypeBuilder<EnteredAnswer> answer)
    {
        answer.HasKey(a => a.CommentId);
        answer.Property(a => a.CommentId).ValueGeneratedNever();
        answer.Property(a => a.Consent).HasConversion<string>().HasMaxLength(20);
        answer.Property(a => a.TakenBackBecause).HasMaxLength(EnteredAnswer.ReasonMaxLength);
        answer.Ignore(a => a.PageTags);
        answer.HasOne(a => a.Comment).WithOne().HasForeignKey<EnteredAnswer>(a => a.CommentId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne<Consultation>().WithMany().HasForeignKey(a => a.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.Form).WithMany().HasForeignKey(a => a.FormId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.EnteredById).OnDelete(DeleteBehavior.SetNull);
        answer.HasIndex(a => a.FormId).IsUnique(); // a form is entered once
        answer.HasIndex(a => new { a.ConsultationId, a.CommentId });
    }
}

internal sealed class AnswerFormConfiguration : IEntityTypeConfiguration<AnswerForm>
{
    public void Configure(EntityTypeBuilder<AnswerForm> form)
    {
        form.Property(f => f.Code).HasMaxLength(AnswerForm.CodeLength);
        form.HasOne(f => f.Consultation).WithMany().HasForeignKey(f => f.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        form.HasOne<Person>().WithMany().HasForeignKey(f => f.MadeById).OnDelete(DeleteBehavior.SetNull);
        form.HasIndex(f => f.Code).IsUnique();
        form.HasIndex(f => new { f.ConsultationId, f.Run });
    }
}

internal sealed class MeetingConfiguration : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> meeting)
    {
        meeting.Property(m => m.Place).HasMaxLength(Meeting.PlaceMaxLength);
        meeting.Property(m => m.Groups).HasMaxLength(Meeting.GroupsMaxLength);
        meeting.Property(m => m.Notes).HasMaxLength(Meeting.NotesMaxLength);
        meeting.Property(m => m.TakenBackBecause).HasMaxLength(EnteredAnswer.ReasonMaxLength);
        meeting.Ignore(m => m.PageTags);
        meeting.HasOne(m => m.Consultation).WithMany().HasForeignKey(m => m.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne(m => m.EnteredFor).WithMany().HasForeignKey(m => m.EnteredForId).OnDelete(DeleteBehavior.Restrict);
        meeting.HasOne<Person>().WithMany().HasForeignKey(m => m.EnteredById).OnDelete(DeleteBehavior.SetNull);
        meeting.HasIndex(m => new { m.ConsultationId, m.HeldOn });
    }
}
