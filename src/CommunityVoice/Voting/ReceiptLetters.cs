using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>The letter with the receipt, for whoever cast and has an account. A cast saves it in its own transaction, so that neither comes without the other.</summary>
public sealed class ReceiptLetters(CommunityVoiceDb db, Letters letters, SiteAddress site)
{
    private const string Kind = "vote-receipt";

    /// <summary>Sends the code of somebody's marks: marks are given one at a time, and whoever asks says when it is time for the letter. A cast has sent its own.</summary>
    public async Task SendAsync(Ballot ballot, Guid personId, string receipt, CancellationToken ct)
    {
        if (!ballot.HasMarks) return;
        var person = await db.People.AsNoTracking().Where(p => p.Id == personId).Select(p => new Addressee(p.Email, p.DisplayName)).SingleAsync(ct);
        if (person.Email is not { Length: > 0 } email) return;
        letters.Write(email, Kind, Fields(ballot, person.Name, receipt));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The letter to this participant; none for those without an account, and for choices taken back.</summary>
    internal async Task<Letter?> ComposeAsync(Ballot ballot, Guid participantId, string receipt, CancellationToken ct)
    {
        var person = await (from link in db.ParticipantLinks
                            where link.ParticipantId == participantId
                            join one in db.People on link.PersonId equals one.Id
                            select new Addressee(one.Email, one.DisplayName)).SingleOrDefaultAsync(ct);
        return person?.Email is { Length: > 0 } email ? letters.Compose(email, Kind, Fields(ballot, person.Name, receipt)) : null;
    }

    internal void Ring() => letters.Ring();

    private Dictionary<string, string> Fields(Ballot ballot, string name, string receipt) => new(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["title"] = ballot.Title,
        ["code"] = ReceiptCode.Show(receipt),
        ["closes"] = ballot.EndsAt is { } ends ? $"the end of {UkTime.Day(ends.AddTicks(-1)):d MMMM yyyy}" : "it closes",
        ["link"] = site.To("/receipts"),
        ["decider"] = ballot.Consultation.DecisionMaker,
    };

    private sealed record Addressee(string? Email, string Name);
}
