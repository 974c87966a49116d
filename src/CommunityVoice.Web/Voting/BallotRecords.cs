using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Voting;

/// <summary>The public record of a ballot as text, in the format that <c>/ballot-record</c> documents; not found below ten people.</summary>
public static class BallotRecords
{
    public static void MapBallotRecords(this IEndpointRouteBuilder routes) => routes.MapGet("/ballots/{id:long}/ledger.txt", WriteAsync).AllowAnonymous();

    private static async Task WriteAsync(long id, HttpResponse response, CommunityVoiceDb db, CancellationToken ct)
    {
        if (await db.Ballots.FindWithPagesAsync(id, ct) is not { SealedPapers: >= BallotResult.FewestPeople } ballot)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"ballot-{id}-record.txt\"";
        await response.WriteAsync(
            "# Ballot record, format 1. Every line that does not begin with # is an entry: ballot|entry|batch|day|choices|commitment|supersedes|previous|hash\n"
            + $"# {OneLine(ballot.Title)}\n# {OneLine(ballot.Consultation.Advice())}\n"
            + string.Concat(ballot.Priorities.Select(p => $"# priority {p.Id}: {OneLine(p.Title)}\n")), ct);
        // Up to where the record stood when it was asked for: what is sealed meanwhile belongs to the next download.
        var entries = db.LedgerEntries.AsNoTracking().Where(e => e.BallotId == id && e.Sequence <= ballot.SealedEntries).OrderBy(e => e.Sequence);
        await foreach (var entry in entries.AsAsyncEnumerable().WithCancellation(ct)) await response.WriteAsync(LedgerText.Line(entry.Published()) + "\n", ct);
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
