using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>Which of a consultation's comments an analyst wants to see; its members are the keys of the page's address.</summary>
public sealed class CommentFilter
{
    public string? Q { get; set; }
    public long? Theme { get; set; }
    public Voice? Voice { get; set; }

    /// <summary>Only those without a theme.</summary>
    public bool Uncoded { get; set; }

    /// <summary>Only those with a theme that few spoke of.</summary>
    public bool Few { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && Theme is null && Voice is null && !Uncoded && !Few;

    public IQueryable<Comment> Of(CommunityVoiceDb db, long consultationId, IEnumerable<long> rareThemes)
    {
        var comments = db.Comments.AsNoTracking().Where(c => c.ConsultationId == consultationId).Counted();
        if (!string.IsNullOrWhiteSpace(Q)) comments = Holding(comments, Q.Trim());
        if (Voice is { } voice) comments = comments.Where(c => c.Voice == voice);
        if (Theme is { } theme) comments = comments.Where(c => db.Codings.Any(x => x.CommentId == c.Id && x.ThemeId == theme));
        if (Uncoded) comments = comments.Where(c => !db.Codings.Any(x => x.CommentId == c.Id));
        if (Few) comments = comments.Where(c => db.Codings.Any(x => x.CommentId == c.Id && rareThemes.Contains(x.ThemeId)));
        return comments;
    }

    private static IQueryable<Comment> Holding(IQueryable<Comment> comments, string words)
    {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // this runs in the database, which has no culture to name
        var lower = words.ToLower();
        return comments.Where(c => c.Body.ToLower().Contains(lower));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
    }
}
