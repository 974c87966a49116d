using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Vote;

/// <summary>The public record of a ballot as text, in the format that <c>/ballot-record</c> documents; not found below ten people.</summary>
[AllowAnonymous]
public sealed class LedgerTextModel(CommunityVoiceDb db) : PageModel
{
    public async Task<IActionResult> OnGetAsync(long id, CancellationToken ct)
    {
        var ballot = await db.Ballots.FindWithPagesAsync(id, ct);
        if (ballot is not { SealedPapers: >= BallotResult.FewestPeople }) return NotFound();
        Response.ContentType = "text/plain; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"ballot-{id}-record.txt\"";
        await Response.WriteAsync(
            $"# Ballot record, format 1. Every line that does not begin with # is an entry: ballot|entry|batch|day|choices|commitment|supersedes|previous|hash\n"
            + $"# {OneLine(ballot.Title)}. {OneLine(ballot.Consultation.Advice())}\n"
            + string.Concat(ballot.Priorities.Select(p => $"# priority {p.Id}: {OneLine(p.Title)}\n")), ct);
        // Up to where the record stood when it was asked for: what is sealed meanwhile belongs to the next download.
        var entries = db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == id && e.Sequence <= ballot.SealedEntries).OrderBy(e => e.Sequence);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(ct)) await Response.WriteAsync(LedgerText.Line(entry.Published()) + "\n", ct);
        return new EmptyResult();
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
