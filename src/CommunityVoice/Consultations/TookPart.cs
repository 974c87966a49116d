using CommunityVoice.Data;

namespace CommunityVoice.Consultations;

/// <summary>
/// Whoever took part in a consultation by a vote and has an account. It reads that they took part, by the one row that links a participant to an account
/// until erasure deletes it, and nothing of what they chose. What they took back, and what was left out of the count, is no taking part.
/// </summary>
internal static class TookPart
{
    public static IQueryable<Guid> VotersIn(this CommunityVoiceDb db, long consultationId) =>
        db.ParticipantLinks.Where(l => db.BallotPapers.Any(p => p.ParticipantId == l.ParticipantId && p.Ballot.ConsultationId == consultationId && p.WithdrawnAt == null)).Select(l => l.PersonId);
}
