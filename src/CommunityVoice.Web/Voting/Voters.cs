using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Voting;

/// <summary>Somebody at a ballot: who they are in its record, what they chose so far, and whether they may vote.</summary>
public sealed record Voter(Guid PersonId, Guid? ParticipantId, string? Choices, string? Receipt, bool MayVote)
{
    /// <summary>Why two people left their paper out of the count, in words; none where they did not.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Choices that count now.</summary>
    public bool HasPaper => Choices is { Length: > 0 };
}

/// <summary>Looks up somebody at a ballot.</summary>
public sealed class Voters(CommunityVoiceDb db, Participants participants, Eligibility eligibility)
{
    public async Task<Voter> AtAsync(Ballot ballot, Guid personId, CancellationToken ct)
    {
        var participant = await participants.FindAsync(personId, ct);
        var paper = await db.BallotPapers.AsNoTracking().Where(p => p.BallotId == ballot.Id && p.ParticipantId == participant)
            .Select(p => new { p.Choices, p.Receipt }).SingleOrDefaultAsync(ct);
        var tier = await eligibility.TierAsync(ballot.Id, participant, ct);
        if (paper is not null && ChoicesText.IsLeftOut(paper.Choices))
            return new(personId, participant, null, paper.Receipt, MayVote: false) { LeftOut = ExclusionWords.OfCode(ChoicesText.ReasonOf(paper.Choices)) };
        return new(personId, participant, paper?.Choices, paper?.Receipt, tier >= ballot.WhoMayVote);
    }
}
