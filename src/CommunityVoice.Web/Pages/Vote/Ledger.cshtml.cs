using System.Globalization;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>The public record of a ballot to read, a hundred entries at a time; nothing of it below ten people.</summary>
[AllowAnonymous]
public sealed class LedgerModel(CommunityVoiceDb db, PublicRecords records, ExclusionCounts exclusions) : PageModel
{
    public const int PageLength = 100;

    public PublicRecord Record { get; private set; } = null!;
    public Ballot Ballot => Record.Ballot;
    public IReadOnlyList<SealedEntry> Entries { get; private set; } = [];
    public IReadOnlyList<LeftOutCount> LeftOut { get; private set; } = [];
    public long From { get; private set; }
    public string? Previous => From > 1 ? $"/ballots/{Ballot.Id}/ledger?from={Math.Max(1, From - PageLength)}" : null;
    public string? Next => From + PageLength <= Ballot.SealedEntries ? $"/ballots/{Ballot.Id}/ledger?from={From + PageLength}" : null;

    public async Task<IActionResult> OnGetAsync(long id, string? from, CancellationToken ct)
    {
        if (await records.FindAsync(id, ct) is not { } found) return NotFound();
        Record = found;
        From = long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked >= 1 && asked <= Ballot.SealedEntries ? asked : 1;
        HttpContext.ShowsPages(Ballot.PageTags, ["from"]);
        if (Ballot.SealedPapers < BallotResult.FewestPeople) return Page();
        var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == id && e.Sequence >= From && e.Sequence < From + PageLength)
            .OrderBy(e => e.Sequence).ToListAsync(ct);
        (Entries, LeftOut) = ([.. entries.Select(e => e.Published())], await exclusions.PapersAsync(id, ct));
        return Page();
    }

    /// <summary>The choices in words: "3 dots on A nurse at night".</summary>
    public string Words(string choices) => !ChoicesText.IsNothing(choices) ? string.Join(", ", Ballot.WordsOf(choices))
        : ChoicesText.IsLeftOut(choices) ? $"Left out: {(Ballot.HasMarks ? $"{Ballot.StatementOf(choices)}, because " : "")}{ExclusionWords.OfCode(ChoicesText.ReasonOf(choices))}"
        : Ballot.HasMarks ? $"Taken back: {Ballot.StatementOf(choices)}"
        : "Taken back";
}
