using System.Globalization;
using CommunityVoice.Consultations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Named filters, so that pages agree on which ballots the public sees and what they say of them.</summary>
public static class BallotQueries
{
    extension(IQueryable<Ballot> ballots)
    {
        /// <summary>Dots ballots of published consultations: those that have pages.</summary>
        public IQueryable<Ballot> WithPages() => ballots.Where(b => b.Method == BallotMethod.Dots && b.Consultation.PublishedAt != null);

        /// <summary>One of them with its consultation and its priorities in the order they were written.</summary>
        public Task<Ballot?> FindWithPagesAsync(long id, CancellationToken ct) => ballots.WithPages().AsNoTracking()
            .Include(b => b.Consultation).Include(b => b.Priorities.OrderBy(p => p.Order).ThenBy(p => p.Id))
            .SingleOrDefaultAsync(b => b.Id == id, ct);
    }

    /// <summary>The fixed notice beside every result (rule R-A9): on pages, in files and in letters.</summary>
    public static string Advice(this Consultation consultation) => string.Create(CultureInfo.GetCultureInfo("en-GB"),
        $"This is advice, not a referendum. {consultation.DecisionMaker} decides{(consultation.DecidesOn is { } day ? $" on {day:d MMMM yyyy}" : "")}.");

    /// <summary>The priorities in an order of this person's own, the same each time, so that none gains by standing first.</summary>
    public static IEnumerable<Priority> MixedFor(this IEnumerable<Priority> priorities, Guid personId) =>
        priorities.OrderBy(p => Hashes.Sha256("order", personId.ToString("N"), p.Id.ToString(CultureInfo.InvariantCulture)), StringComparer.Ordinal);
}
