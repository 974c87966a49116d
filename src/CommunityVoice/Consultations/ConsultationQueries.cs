namespace CommunityVoice.Consultations;

/// <summary>Named filters, so that pages, feeds and jobs agree on what "open" means.</summary>
public static class ConsultationQueries
{
    extension(IQueryable<Consultation> consultations)
    {
        public IQueryable<Consultation> Published() => consultations.Where(c => c.PublishedAt != null);

        /// <summary>Those that rest on a law, by its code; all of them where none is named.</summary>
        public IQueryable<Consultation> RestingOn(string? hook) => string.IsNullOrEmpty(hook) ? consultations : consultations.Where(c => c.LegalHook == hook);

        public IQueryable<Consultation> OpenAt(DateTimeOffset now) => consultations.Where(c =>
            c.PublishedAt != null && c.OpensAt <= now && (c.ClosesAt == null || now < c.ClosesAt) && c.DecidedAt == null);

        public IQueryable<Consultation> ClosedAt(DateTimeOffset now) => consultations.Where(c =>
            c.PublishedAt != null && (c.ClosesAt <= now || c.DecidedAt != null));
    }
}
