namespace CommunityVoice.Discussion;

/// <summary>Named filters, so that pages, counts and exports agree on which comments can be seen.</summary>
public static class CommentQueries
{
    extension(IQueryable<Comment> comments)
    {
        /// <summary>What anybody can read now; the same as <see cref="Comment.IsVisible"/>.</summary>
        public IQueryable<Comment> Visible() => comments.Where(c =>
            c.ShownAt != null && c.HeldAt == null && c.WithdrawnAt == null && c.RemovedAt == null);

        /// <summary>Those with a place in the thread: visible, or gone and leaving a note where they stood.</summary>
        public IQueryable<Comment> Placed() => comments.Where(c => c.ShownAt != null);
    }
}
