using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Voting;

/// <summary>Somebody at a ballot: who they are in its record, what they chose so far, and whether they may vote.</summary>
public sealed record Voter(Guid PersonId, Guid? ParticipantId, string? Choices, string? Receipt, bool MayVote)
{
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
        return new(personId, participant, paper?.Choices, paper?.Receipt, tier >= ballot.WhoMayVote);
    }
}
