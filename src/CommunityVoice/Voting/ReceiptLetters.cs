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
        var person = await db.People.AsNoTracking().Where(p => p.Id == personId).Select(p => new { p.Email, p.DisplayName }).SingleAsync(ct);
        if (person.Email is not { Length: > 0 } email) return;
        letters.Write(email, Kind, Fields(ballot, person.DisplayName, receipt));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Asks for the address of a participant with an account.</summary>
    internal const string AddresseeOf = """
        SELECT o."Email", o."DisplayName" FROM "ParticipantLinks" l JOIN "People" o ON o."Id" = l."PersonId" WHERE l."ParticipantId" = @p0
        """;

    /// <summary>The letter to the addressee found; none for those without an account.</summary>
    internal Letter? Compose(Ballot ballot, object?[]? addressee, string receipt) =>
        addressee is [string { Length: > 0 } email, string name] ? letters.Compose(email, Kind, Fields(ballot, name, receipt)) : null;

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
}
