namespace CommunityVoice.Discussion;

/// <summary>Named filters, so that pages, counts and exports agree on which comments can be seen.</summary>
public static class CommentQueries
{
    extension(IQueryable<Comment> comments)
    {
        /// <summary>What anybody can read now; the same as <see cref="Comment.IsVisible"/>.</summary>
        public IQueryable<Comment> Visible() => comments.Where(c =>
            c.ShownAt != null && c.HeldAt == null && c.WithdrawnAt == null && c.RemovedAt == null);

        /// <summary>What counts as heard: what anybody can read, and what whoever said it agreed to have counted but not published.</summary>
        public IQueryable<Comment> Counted() => comments.Where(c =>
            (c.ShownAt != null || c.CountedAt != null) && c.HeldAt == null && c.WithdrawnAt == null && c.RemovedAt == null);

        /// <summary>Of what counts, the part that is not public.</summary>
        public IQueryable<Comment> CountedOnly() => comments.Where(c =>
            c.CountedAt != null && c.ShownAt == null && c.HeldAt == null && c.WithdrawnAt == null && c.RemovedAt == null);

        /// <summary>Those whose words may be picked out: not where whoever said them agreed to publish them, but not to be quoted.</summary>
        public IQueryable<Comment> Quotable() => comments.Where(c => !c.IsNotToBeQuoted);

        /// <summary>Those with a place in the thread: visible, or gone and leaving a note where they stood.</summary>
        public IQueryable<Comment> Placed() => comments.Where(c => c.ShownAt != null);
    }
}
