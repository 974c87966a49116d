using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>What became of one entry that a receipt code stands for. <paramref name="Choices"/> are words, and null while the record does not show them.</summary>
public sealed record ReceiptEntry(
    bool Matches, bool IsWithdrawal, bool IsReplaced, bool IsTakenBack, long? Sequence, int? Batch, DateOnly? SealedOn, IReadOnlyList<string>? Choices)
{
    /// <summary>Whether it counts, and why not where it does not.</summary>
    public string DoesItCount => IsReplaced ? "No. Later choices took its place, and those count."
        : IsTakenBack ? "No. It was taken back later."
        : IsWithdrawal ? "It takes back what was chosen before, and nothing later has taken its place."
        : "Yes. Nothing later has taken its place.";
}

/// <summary>What a receipt code stands for: one entry, or one for each mark on a statement, the newest of each statement first.</summary>
public sealed record ReceiptState(long BallotId, string BallotTitle, BallotMethod Method, IReadOnlyList<ReceiptEntry> Entries)
{
    /// <summary>Everything recorded is what the code was given for.</summary>
    public bool Matches => Entries.All(e => e.Matches);
}

/// <summary>Finds what a receipt code stands for.</summary>
/// <remarks>
/// Choices are shown only once they are sealed in a record that is published: there anybody with the code could work out the entry and
/// read them, and a check that hid what was recorded would be none. Before, and with fewer than ten people, the code shows only that
/// something is recorded, so that a receipt proves no more to somebody who leans on its holder than the public record does (rule R-F34).
/// </remarks>
public sealed class Receipts(CommunityVoiceDb db)
{
    public async Task<ReceiptState?> FindAsync(string code, CancellationToken ct)
    {
        var hash = ReceiptCode.HashOf(code);
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.ReceiptHash == hash).ToListAsync(ct);
        if (entries is not [var first, ..]) return null;
        var ballot = await db.Ballots.AsNoTracking().WithOffer().SingleAsync(b => b.Id == first.BallotId, ct);
        var commitments = entries.ConvertAll(e => e.Commitment);
        // What is sealed and what waits are found by different indexes.
        var later = db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == ballot.Id && e.Supersedes != null && commitments.Contains(e.Supersedes));
        var next = (await later.Where(e => e.Sequence != null).ToListAsync(ct)).Concat(await later.Where(e => e.Sequence == null).ToListAsync(ct))
            .ToDictionary(e => e.Supersedes!, e => e.Choices, StringComparer.Ordinal);
        var salts = ballot.HasMarks ? Enumerable.Range(1, entries.Count).Select(n => Marking.Salt(code, n)).ToList() : [code];
        var states = entries.ConvertAll(e => State(ballot, e, next.GetValueOrDefault(e.Commitment), salts));
        return new(ballot.Id, ballot.Title, ballot.Method, [.. states.OrderBy(s => s.IsReplaced || s.IsTakenBack).ThenBy(s => s.Sequence is null).ThenBy(s => s.Sequence)]);
    }

    private static ReceiptEntry State(Ballot ballot, LedgerEntry entry, string? next, List<string> salts)
    {
        var isPublic = entry.Sequence is not null && ballot.SealedPapers >= BallotResult.FewestPeople;
        var isTakenBack = next is not null && ChoicesText.IsTakenBack(next);
        return new(
            salts.Exists(salt => LedgerText.Commit(salt, entry.Choices) == entry.Commitment), ChoicesText.IsTakenBack(entry.Choices), next is not null && !isTakenBack, isTakenBack,
            isPublic ? entry.Sequence : null, entry.Batch, entry.SealedOn, isPublic ? Words(ballot, entry.Choices) : null);
    }

    private static IReadOnlyList<string> Words(Ballot ballot, string choices) =>
        ballot.HasMarks && ChoicesText.IsTakenBack(choices) ? [$"Taken back: {ballot.StatementOf(choices)}"] : ballot.WordsOf(choices);
}

/// <summary>Says choices in words: "3 dots on A nurse at night".</summary>
public static class ChoiceWords
{
    /// <summary>One phrase for each option chosen, in the order of the text; nothing when they were taken back.</summary>
    public static IReadOnlyList<string> WordsOf(this Ballot ballot, string choices)
    {
        if (ChoicesText.IsTakenBack(choices)) return [];
        string Title(long id) => ballot.TitleOf(id);
        return ballot.Method switch
        {
            BallotMethod.Dots => [.. DotsText.Read(choices).Select(d => $"{d.Value} {(d.Value == 1 ? "dot" : "dots")} on {Title(d.Key)}")],
            BallotMethod.Rank => [.. RankText.Read(choices).Select((id, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {Title(id)}"))],
            BallotMethod.AgreeDisagreePass => [$"{Mark(MarkText.Read(choices).Value)}: {Title(MarkText.Read(choices).Statement)}"],
            _ => [.. BallotIdsText.Read(choices).Select(Title)],
        };
    }

    /// <summary>The statement that a mark is about, taken back or not.</summary>
    public static string StatementOf(this Ballot ballot, string choices) => ballot.TitleOf(MarkText.StatementOf(choices));

    /// <summary>A mark as a word.</summary>
    public static string Mark(int value) => value switch { > 0 => "Agree", < 0 => "Disagree", _ => "Pass" };

    // Moderators may have taken a statement out: its marks stay in the record, its words do not.
    private static string TitleOf(this Ballot ballot, long id) => ballot.Priorities.Find(p => p.Id == id)?.Title
        ?? (ballot.HasMarks ? "a statement that is no longer shown" : string.Create(CultureInfo.InvariantCulture, $"option {id}"));
}
