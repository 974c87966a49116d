using System.Globalization;
using CommunityVoice.Consultations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Named filters, so that pages agree on which ballots the public sees and what they say of them.</summary>
public static class BallotQueries
{
    extension(IQueryable<Ballot> ballots)
    {
        /// <summary>Ballots of published consultations: those that have pages.</summary>
        public IQueryable<Ballot> WithPages() => ballots.Where(b => b.Consultation.PublishedAt != null);

        /// <summary>With its consultation and what it offers, in the order that was written; statements that cannot be seen are left out.</summary>
        public IQueryable<Ballot> WithOffer() => ballots.Include(b => b.Consultation).ThenInclude(c => c.Area).Include(b => b.Priorities
            .Where(p => p.CommentId == null || (p.Comment!.ShownAt != null && p.Comment.HeldAt == null && p.Comment.WithdrawnAt == null && p.Comment.RemovedAt == null))
            .OrderBy(p => p.Order).ThenBy(p => p.Id));

        /// <summary>One of them with its consultation and what it offers.</summary>
        public Task<Ballot?> FindWithPagesAsync(long id, CancellationToken ct) =>
            ballots.WithPages().AsNoTracking().WithOffer().SingleOrDefaultAsync(b => b.Id == id, ct);
    }

    /// <summary>The fixed notice beside every result (rule R-A9): on pages, in files and in letters.</summary>
    public static string Advice(this Consultation consultation) => string.Create(CultureInfo.GetCultureInfo("en-GB"),
        $"This is advice, not a referendum. {consultation.DecisionMaker} decides{(consultation.DecidesOn is { } day ? $" on {day:d MMMM yyyy}" : "")}.");

    /// <summary>The priorities in an order of this person's own, the same each time, so that none gains by standing first.</summary>
    public static IEnumerable<Priority> MixedFor(this IEnumerable<Priority> priorities, Guid personId) =>
        priorities.OrderBy(p => MixKey(personId, p.Id), StringComparer.Ordinal);

    /// <summary>What to sort by, so that each person has an order of their own.</summary>
    internal static string MixKey(Guid personId, long option) => Hashes.Sha256("order", personId.ToString("N"), option.ToString(CultureInfo.InvariantCulture));

    /// <summary>The options as this person sees them: mixed, unless the ballot keeps its order.</summary>
    public static IEnumerable<Priority> OptionsFor(this Ballot ballot, Guid? personId) =>
        personId is { } person && ballot.MixesOptions ? ballot.Priorities.MixedFor(person) : ballot.Priorities;
}

/// <summary>Named filters of what ballots offer.</summary>
public static class PriorityQueries
{
    extension(IQueryable<Priority> priorities)
    {
        /// <summary>Without statements whose comment waits for a moderator, was taken out or withdrawn.</summary>
        public IQueryable<Priority> Offered() => priorities.Where(p => p.CommentId == null
            || (p.Comment!.ShownAt != null && p.Comment.HeldAt == null && p.Comment.WithdrawnAt == null && p.Comment.RemovedAt == null));
    }
}
