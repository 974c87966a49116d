using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Voting;

/// <summary>Sends the receipt to whoever cast, beside showing it.</summary>
public sealed class ReceiptLetters(CommunityVoiceDb db, Letters letters, SiteAddress site)
{
    public async Task SendAsync(Ballot ballot, Guid personId, string receipt, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, ct);
        if (person.Email is not { Length: > 0 } email) return;
        letters.Write(email, "vote-receipt", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = person.DisplayName,
            ["title"] = ballot.Title,
            ["code"] = ReceiptCode.Show(receipt),
            ["closes"] = ballot.EndsAt is { } ends ? $"the end of {UkTime.Day(ends.AddTicks(-1)):d MMMM yyyy}" : "it closes",
            ["link"] = site.To("/receipts"),
            ["decider"] = ballot.Consultation.DecisionMaker,
        });
        await db.SaveChangesAsync(ct);
    }
}
