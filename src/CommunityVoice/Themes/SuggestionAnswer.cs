using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CommunityVoice.Themes;

/// <summary>What somebody made of a suggested theme: taken or not. A suggestion does nothing by itself.</summary>
public sealed class SuggestionAnswer : INeverOnCachedPages
{
    private SuggestionAnswer() { } // EF Core

    public SuggestionAnswer(long commentId, long themeId, Guid byId, bool isAccepted, DateTimeOffset at) =>
        (CommentId, ThemeId, ById, IsAccepted, At) = (commentId, themeId, byId, isAccepted, at);

    public long CommentId { get; private set; }
    public Comment Comment { get; private set; } = null!;
    public long ThemeId { get; private set; }
    public Theme Theme { get; private set; } = null!;
    public Guid ById { get; private set; }
    public bool IsAccepted { get; private set; }
    public DateTimeOffset At { get; private set; }

    public void Answer(bool isAccepted, DateTimeOffset at) => (IsAccepted, At) = (isAccepted, at);
}

internal sealed class SuggestionAnswerConfiguration : IEntityTypeConfiguration<SuggestionAnswer>
{
    public void Configure(EntityTypeBuilder<SuggestionAnswer> answer)
    {
        answer.HasKey(a => new { a.CommentId, a.ThemeId, a.ById });
        answer.HasOne(a => a.Comment).WithMany().HasForeignKey(a => a.CommentId);
        answer.HasOne(a => a.Theme).WithMany().HasForeignKey(a => a.ThemeId);
    }
}
