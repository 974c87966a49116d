using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>The letter to whoever has an account and whose paper was left out or put back: why, and how to have it looked at again.</summary>
public sealed class ExclusionLetters(CommunityVoiceDb db, Letters letters, SiteAddress site)
{
    /// <summary>Adds the letters; the caller saves.</summary>
    public async Task WriteAsync(Exclusion about, Ballot ballot, IReadOnlyCollection<Guid> participants, CancellationToken ct)
    {
        var to = await (from link in db.ParticipantLinks
                        where participants.Contains(link.ParticipantId)
                        join person in db.People on link.PersonId equals person.Id
                        join paper in db.BallotPapers.Where(p => p.BallotId == ballot.Id) on link.ParticipantId equals paper.ParticipantId
                        where person.Email != null
                        select new { person.Email, person.DisplayName, paper.Receipt }).ToListAsync(ct);
        var isOut = about.Kind == ExclusionKind.LeaveOut;
        foreach (var one in to)
        {
            letters.Write(one.Email!, isOut ? "paper-left-out" : "paper-put-back", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = one.DisplayName,
                ["title"] = ballot.Title,
                ["reason"] = about.Reason.Word(),
                ["words"] = about.Words,
                // An entry that was put back has a code of its own, unless one code stands for all marks.
                ["code"] = ReceiptCode.Show(one.Receipt),
                ["link"] = site.To(isOut ? "/contact" : "/receipts"),
            });
        }
    }
}
