using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>The letter with the receipt, for whoever cast and has an account. A cast saves it in its own transaction, so that neither comes without the other.</summary>
public sealed class ReceiptLetters(CommunityVoiceDb db, Letters letters, SiteAddress site)
{
    /// <summary>Sends the code of somebody's marks: marks are given one at a time, and whoever asks says when it is time for the letter. A cast has sent its own.</summary>
    public async Task SendAsync(Ballot ballot, Guid personId, string receipt, CancellationToken ct)
    {
        if (!ballot.HasMarks) return;
        var person = await db.People.AsNoTracking().Where(p => p.Id == personId).Select(p => new { p.Email, p.DisplayName }).SingleAsync(ct);
        if (person.Email is not { Length: > 0 } email) return;
        letters.Write(email, Kind(ballot), Fields(ballot, person.DisplayName, receipt));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Asks for the address of a participant with an account.</summary>
    internal const string AddresseeOf = """
        SELECT o."Email", o."DisplayName" FROM "ParticipantLinks" l JOIN "People" o ON o."Id" = l."PersonId" WHERE l."ParticipantId" = @p0
        """;

    /// <summary>The letter to the addressee found; none for those without an account.</summary>
    internal Letter? Compose(Ballot ballot, object?[]? addressee, string receipt) =>
        addressee is [string { Length: > 0 } email, string name] ? letters.Compose(email, Kind(ballot), Fields(ballot, name, receipt)) : null;

    internal void Ring() => letters.Ring();

    private Dictionary<string, string> Fields(Ballot ballot, string name, string receipt) => new(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["title"] = ballot.Title,
        ["code"] = ReceiptCode.Show(receipt),
        ["closes"] = ballot.EndsAt is { } ends ? $"the end of {UkTime.Day(ends.AddTicks(-1)):d MMMM yyyy}" : "it closes",
        ["link"] = site.To("/receipts"),
        ["record"] = RecordWords(ballot),
        ["decider"] = ballot.Consultation.DecisionMaker,
    };

    private static string Kind(Ballot ballot) => ballot.HasMarks ? "marks-receipt" : "vote-receipt";

    // Whoever keeps the letter can show later that nothing before it was changed (rule R-F30).
    private static string RecordWords(Ballot ballot) => ballot is { Head: { } head, SealedPapers: >= BallotResult.FewestPeople }
        ? $"The newest fingerprint of the public record was {head} when we wrote this, after entry {ballot.SealedEntries.ToString("N0", System.Globalization.CultureInfo.GetCultureInfo("en-GB"))}. Keep it: it shows if anything before it is changed later."
        : "The public record of this vote has no entries that are published yet.";
}
