using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>
/// The letter with the receipt, for whoever cast and has an account. A paper that was cast or changed says that it owes one; here it is written, soon
/// afterwards and once, so that nobody waits for it who confirms a vote. After a crash the paper still says so.
/// </summary>
public sealed class ReceiptLetters(CommunityVoiceDb db, WriteGate gate, BallotsAtHand atHand, Letters letters, SiteAddress site)
{
    private const int Together = 50;

    private const string Paid = """UPDATE "BallotPapers" SET "OwesReceipt" = @p0 WHERE "Id" = @p1 AND "Receipt" = @p2 AND "OwesReceipt" = @p3""";

    private const string AddLetter = """
        INSERT INTO "Letters" ("Id", "To", "Kind", "Subject", "Text", "Html", "WrittenAt", "Tries") VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, 0)
        """;

    /// <summary>Writes what is owed; answers how many letters that were. A paper that changed meanwhile owes a letter about the change, and gets that.</summary>
    public async Task<int> WriteOwedAsync(CancellationToken ct)
    {
        var written = 0;
        while (await OwedAsync(ct) is { Count: > 0 } owed)
        {
            foreach (var some in owed.GroupBy(o => o.BallotId))
            {
                var ballot = (await atHand.FindAsync(some.Key, ct))!;
                written += await gate.RunAsync(work => WriteAsync(work, ballot, [.. some]), ct, Casting.Lock(ballot));
            }
        }
        return written;
    }

    private Task<List<Owed>> OwedAsync(CancellationToken ct) => (
        from paper in db.BallotPapers.AsNoTracking()
        where paper.OwesReceipt
        orderby paper.Id
        join link in db.ParticipantLinks on paper.ParticipantId equals link.ParticipantId into links
        from link in links.DefaultIfEmpty()
        join person in db.People on link.PersonId equals person.Id into people
        from person in people.DefaultIfEmpty()
        select new Owed(paper.Id, paper.BallotId, paper.Receipt, paper.Choices, person.Email, person.DisplayName)).Take(Together).ToListAsync(ct);

    private async Task<int> WriteAsync(GateWork work, Ballot ballot, List<Owed> owed)
    {
        // As casts do, so that no two hold rows that the other waits for.
        await work.RowAsync(CastStatements.Ballot + work.ForUpdate, ballot.Id);
        var written = 0;
        foreach (var paper in owed)
        {
            var isOurs = await work.ExecuteAsync(Paid, false, paper.PaperId, paper.Receipt, true) == 1; // else it changed, or another node was first
            if (!isOurs || paper is not { Email.Length: > 0, Choices.Length: > 0 } || ChoicesText.IsLeftOut(paper.Choices)) continue;
            var letter = letters.Compose(paper.Email, Kind(ballot), Fields(ballot, paper.Name ?? "", paper.Receipt));
            work.Write(AddLetter, letter.Id, letter.To, letter.Kind, letter.Subject, letter.Text, letter.Html, work.At(letter.WrittenAt));
            written++;
        }
        return written;
    }

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
        ? $"The newest fingerprint of the public record was {head} when we wrote this, after entry {ballot.SealedEntries.ToString("N0", CultureInfo.GetCultureInfo("en-GB"))}. Keep it: it shows if anything before it is changed later."
        : "The public record of this vote has no entries that are published yet.";

    private sealed record Owed(long PaperId, long BallotId, string Receipt, string Choices, string? Email, string? Name);
}
