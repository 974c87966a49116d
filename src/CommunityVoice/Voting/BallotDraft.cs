using CommunityVoice.Consultations;

namespace CommunityVoice.Voting;

/// <summary>One option as staff wrote it, with where it came from.</summary>
/// <param name="Title">What people choose.</param>
/// <param name="Detail">A sentence that explains it.</param>
/// <param name="Cost">What it costs, in pence; none where the method knows no money.</param>
/// <param name="Origin">Where it came from, which stays credited.</param>
/// <param name="OriginId">Which one of those.</param>
public sealed record OptionDraft(string Title, string Detail, long? Cost = null, PriorityOrigin Origin = PriorityOrigin.Written, long? OriginId = null);

/// <summary>A ballot as staff wrote it. Without days of its own it opens and closes with its consultation.</summary>
public sealed record BallotDraft(string Title, BallotRules Rules, DateOnly? OpensOn, DateOnly? ClosesOn, IReadOnlyList<OptionDraft> Options)
{
    /// <summary>The ballot that this would be; what is added to an open consultation opens now.</summary>
    public Ballot ToBallot(Consultation consultation, DateTimeOffset now)
    {
        var (opens, closes) = Times(consultation, now);
        var ballot = new Ballot(consultation, Title, Rules, opens, closes);
        Offer(ballot);
        return ballot;
    }

    /// <summary>Sets a ballot up anew by this.</summary>
    public void ApplyTo(Ballot ballot, DateTimeOffset now)
    {
        var (opens, closes) = Times(ballot.Consultation, now);
        ballot.Rewrite(Title, Rules, opens, closes);
        ballot.Priorities.Clear();
        Offer(ballot);
    }

    private void Offer(Ballot ballot)
    {
        foreach (var (index, option) in Options.Index())
            ballot.Priorities.Add(new Priority(ballot, option.Title, option.Detail, index + 1, option.Origin, option.OriginId, option.Cost));
    }

    private (DateTimeOffset Opens, DateTimeOffset? Closes) Times(Consultation consultation, DateTimeOffset now)
    {
        var opens = OpensOn is { } first && first != consultation.OpensOn ? UkTime.StartOf(first) : consultation.OpensAt!.Value;
        var closes = ClosesOn is { } last && last != consultation.ClosesOn ? UkTime.EndOf(last) : consultation.ClosesAt;
        return (consultation.PublishedAt is not null && opens < now ? now : opens, closes);
    }
}
