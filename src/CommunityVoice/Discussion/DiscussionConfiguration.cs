using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Discussion;

internal sealed class CommentConfiguration : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.Body).HasMaxLength(Comment.BodyMaxLength);
        comment.Property(c => c.AuthorName).HasMaxLength(120);
        comment.Property(c => c.Voice).HasConversion<string>().HasMaxLength(20);
        comment.Property(c => c.HeldBecause).HasMaxLength(300);
        comment.Property(c => c.RemovedRule).HasMaxLength(40);
        comment.Property(c => c.ImportKey).HasMaxLength(160);
        comment.Property(c => c.Channel).HasConversion<string>().HasMaxLength(20);
        comment.Property(c => c.AboutOther).HasConversion<string>().HasMaxLength(20);
        comment.Ignore(c => c.PageTags).Ignore(c => c.IsVisible).Ignore(c => c.CanBeEditedAsAsked);
        comment.Property(c => c.MissingWords).HasMaxLength(Comment.MissingMaxLength).HasDefaultValue("");
        comment.HasOne(c => c.Missing).WithMany().HasForeignKey(c => c.MissingId).OnDelete(DeleteBehavior.SetNull);
        comment.HasOne(c => c.Consultation).WithMany().HasForeignKey(c => c.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Root).WithMany().HasForeignKey(c => c.RootId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Parent).WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Author).WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.SetNull);
        comment.HasOne(c => c.Area).WithMany().HasForeignKey(c => c.AreaId).OnDelete(DeleteBehavior.SetNull);
        comment.HasOne(c => c.SpeaksFor).WithMany().HasForeignKey(c => c.SpeaksForId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Section).WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.EnteredFor).WithMany().HasForeignKey(c => c.EnteredForId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne(c => c.Meeting).WithMany(m => m.Points).HasForeignKey(c => c.MeetingId).OnDelete(DeleteBehavior.Restrict);

        // Threads page by key: newest and oldest by id, most supported by (support, id); only roots that were shown.
        comment.HasIndex(c => new { c.ConsultationId, c.Id }).HasDatabaseName("IX_Comments_Threads")
            .HasFilter("\"RootId\" IS NULL AND \"ShownAt\" IS NOT NULL");
        comment.HasIndex(c => new { c.ConsultationId, c.Supports, c.Id }).HasDatabaseName("IX_Comments_MostSupported")
            .HasFilter("\"RootId\" IS NULL AND \"ShownAt\" IS NOT NULL");
        comment.HasIndex(c => new { c.RootId, c.Id });
        comment.HasIndex(c => new { c.ConsultationId, c.AuthorId });
        // The moderators' queue, oldest first.
        comment.HasIndex(c => new { c.WaitingSince, c.Id }).HasFilter("\"WaitingSince\" IS NOT NULL");
        comment.HasIndex(c => new { c.AuthorId, c.PostedAt });
        comment.HasIndex(c => new { c.ConsultationId, c.ImportKey }).IsUnique();
        // What counts without being public is little, and every total asks for it.
        comment.HasIndex(c => c.ConsultationId).HasDatabaseName("IX_Comments_CountedOnly").HasFilter("\"CountedAt\" IS NOT NULL");
    }
}

internal sealed class CommentSupportConfiguration : IEntityTypeConfiguration<CommentSupport>
{
    public void Configure(EntityTypeBuilder<CommentSupport> support)
    {
        support.HasKey(s => new { s.CommentId, s.PersonId });
        support.HasOne(s => s.Comment).WithMany().HasForeignKey(s => s.CommentId);
        support.HasOne<People.Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IdeaConfiguration : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> idea)
    {
        idea.Property(i => i.Title).HasMaxLength(Idea.TitleMaxLength);
        idea.Property(i => i.Body).HasMaxLength(Idea.BodyMaxLength);
        idea.Property(i => i.DeclinedBecause).HasMaxLength(1000);
        idea.Ignore(i => i.PageTags).Ignore(i => i.IsWaiting);
        idea.HasOne(i => i.Area).WithMany().HasForeignKey(i => i.AreaId).OnDelete(DeleteBehavior.Restrict);
        idea.HasOne(i => i.Author).WithMany().HasForeignKey(i => i.AuthorId).OnDelete(DeleteBehavior.SetNull);
        idea.HasOne(i => i.Supporter).WithMany().HasForeignKey(i => i.SupporterId).OnDelete(DeleteBehavior.SetNull);
        idea.HasOne(i => i.AdoptedBy).WithMany().HasForeignKey(i => i.AdoptedById).OnDelete(DeleteBehavior.Restrict);
        idea.HasOne(i => i.Comment).WithMany().HasForeignKey(i => i.CommentId).OnDelete(DeleteBehavior.SetNull);
        idea.HasIndex(i => new { i.AreaId, i.AdoptedAt });
    }
}
