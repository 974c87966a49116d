using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Voting;

/// <summary>Sends the receipt to whoever cast, beside showing it; for marks on statements once, with the first.</summary>
public sealed class ReceiptLetters(CommunityVoiceDb db, Letters letters, SiteAddress site)
{
    public async Task SendAsync(Ballot ballot, Guid personId, string receipt, CancellationToken ct)
    {
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == personId, ct);
        if (person.Email is not { Length: > 0 } email) return;
        letters.Write(email, ballot.HasMarks ? "marks-receipt" : "vote-receipt", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = person.DisplayName,
            ["title"] = ballot.Title,
            ["code"] = ReceiptCode.Show(receipt),
            ["closes"] = ballot.EndsAt is { } ends ? $"the end of {UkTime.Day(ends.AddTicks(-1)):d MMMM yyyy}" : "it closes",
            ["link"] = site.To("/receipts"),
            ["record"] = RecordWords(ballot),
            ["decider"] = ballot.Consultation.DecisionMaker,
        });
        await db.SaveChangesAsync(ct);
    }

    // Whoever keeps the letter can show later that nothing before it was changed (rule R-F30).
    private static string RecordWords(Ballot ballot) => ballot is { Head: { } head, SealedPapers: >= BallotResult.FewestPeople }
        ? $"The newest fingerprint of the public record was {head} when we wrote this, after entry {ballot.SealedEntries:N0}. Keep it: it shows if anything before it is changed later."
        : "The public record of this vote has no entries that are published yet.";
}
