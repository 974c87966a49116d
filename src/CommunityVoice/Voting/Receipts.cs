using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>What became of one entry that a receipt code stands for. <paramref name="Choices"/> are words, and null while the record does not show them.</summary>
public sealed record ReceiptEntry(
    bool Matches, bool IsWithdrawal, bool IsReplaced, bool IsTakenBack, long? Sequence, int? Batch, DateOnly? SealedOn, IReadOnlyList<string>? Choices)
{
    /// <summary>Why two people left it out of the count, in words; none where they did not.</summary>
    public string? LeftOut { get; init; }

    /// <summary>It was left out and then put back by another entry, which counts in its place.</summary>
    public bool IsPutBack { get; init; }

    /// <summary>The entry is itself one that leaves something out.</summary>
    public bool LeavesOut { get; init; }

    /// <summary>Whether it counts, and why not where it does not.</summary>
    public string DoesItCount => IsPutBack ? "Yes. It was left out for a while, and an entry that says the same was put in its place."
        : LeftOut is { } why ? $"No. Two people left it out of the count because {why}."
        : LeavesOut ? "It leaves out what was chosen before."
        : IsReplaced ? "No. Later choices took its place, and those count."
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
        var next = await NextAsync(ballot.Id, entries.ConvertAll(e => e.Commitment), ct);
        var salts = ballot.HasMarks ? Enumerable.Range(1, entries.Count).Select(n => Marking.Salt(code, n)).ToList() : [code];
        var states = entries.ConvertAll(e => State(ballot, e, next, salts));
        return new(ballot.Id, ballot.Title, ballot.Method, [.. states.OrderBy(s => s.IsReplaced || s.IsTakenBack || s.LeavesOut).ThenBy(s => s.Sequence is null).ThenBy(s => s.Sequence)]);
    }

    // What takes the place of each entry; where that left it out, what came after it too, to the end.
    private async Task<Dictionary<string, LedgerEntry>> NextAsync(long ballotId, List<string> commitments, CancellationToken ct)
    {
        var (next, isFirst) = (new Dictionary<string, LedgerEntry>(StringComparer.Ordinal), true);
        while (commitments.Count > 0)
        {
            // What is sealed and what waits are found by different indexes.
            var later = db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == ballotId && e.Supersedes != null && commitments.Contains(e.Supersedes));
            var found = (await later.Where(e => e.Sequence != null).ToListAsync(ct)).Concat(await later.Where(e => e.Sequence == null).ToListAsync(ct)).ToList();
            foreach (var entry in found) next[entry.Supersedes!] = entry;
            commitments = [.. found.Where(e => !isFirst || ChoicesText.IsLeftOut(e.Choices)).Select(e => e.Commitment).Where(c => !next.ContainsKey(c))];
            isFirst = false;
        }
        return next;
    }

    private static ReceiptEntry State(Ballot ballot, LedgerEntry entry, Dictionary<string, LedgerEntry> next, List<string> salts)
    {
        var isPublic = entry.Sequence is not null && ballot.SealedPapers >= BallotResult.FewestPeople;
        var (after, wasOut) = (next.GetValueOrDefault(entry.Commitment), false);
        while (after is not null && (wasOut || ChoicesText.IsLeftOut(after.Choices)) && next.TryGetValue(after.Commitment, out var later)) (after, wasOut) = (later, true);
        var isOut = after is not null && ChoicesText.IsLeftOut(after.Choices);
        // All marks have one code, so what was put back stands among them as an entry of its own.
        var isBack = wasOut && !isOut && after!.Choices == entry.Choices && !ballot.HasMarks;
        var isTakenBack = after is not null && ChoicesText.IsTakenBack(after.Choices);
        return new(
            salts.Exists(salt => LedgerText.Commit(salt, entry.Choices) == entry.Commitment), ChoicesText.IsTakenBack(entry.Choices),
            after is not null && !isTakenBack && !isOut && !isBack, isTakenBack,
            isPublic ? entry.Sequence : null, entry.Batch, entry.SealedOn, isPublic ? Words(ballot, entry.Choices) : null)
        {
            LeftOut = isOut ? ExclusionWords.OfCode(ChoicesText.ReasonOf(after!.Choices)) : null,
            IsPutBack = isBack,
            LeavesOut = ChoicesText.IsLeftOut(entry.Choices),
        };
    }

    private static IReadOnlyList<string> Words(Ballot ballot, string choices) => !ballot.HasMarks || !ChoicesText.IsNothing(choices) ? ballot.WordsOf(choices)
        : [$"{(ChoicesText.IsLeftOut(choices) ? "Left out" : "Taken back")}: {ballot.StatementOf(choices)}"];
}

/// <summary>Says choices in words: "3 dots on A nurse at night".</summary>
public static class ChoiceWords
{
    /// <summary>One phrase for each option chosen, in the order of the text; nothing when they were taken back or left out.</summary>
    public static IReadOnlyList<string> WordsOf(this Ballot ballot, string choices)
    {
        if (ChoicesText.IsNothing(choices)) return [];
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
