using System.Globalization;
using System.Text;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;

namespace CommunityVoice.Web.Voting;

/// <summary>The public bundle of a ballot as text, in the format that <c>/ballot-record</c> documents, and the feed of its fingerprints; nothing below ten people.</summary>
public static class BallotRecords
{
    private const int Enough = 1 << 16;

    public static void MapBallotRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/ballots/{id:long}/record.txt", WriteAsync).AllowAnonymous();
        routes.MapGet("/ballots/{id:long}/ledger.txt", (long id) => Results.LocalRedirect($"/ballots/{id}/record.txt", permanent: true)).AllowAnonymous();
        routes.MapGet("/ballots/{id:long}/heads.atom", HeadsFeed.WriteAsync).AllowAnonymous().WithMetadata(new KeptLikeAPage());
    }

    private static async Task WriteAsync(long id, HttpRequest request, HttpResponse response, PublicRecords records, CancellationToken ct)
    {
        if (await records.FindAsync(id, ct) is not { } record)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        response.ContentType = "text/plain; charset=utf-8";
        if (record.Bundle is not { } bundle)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            await response.WriteAsync(record.Why + "\n", ct);
            return;
        }
        // The same terms up to the same entry are the same text.
        var etag = string.Create(CultureInfo.InvariantCulture, $"\"{bundle.TermsFingerprint[..24]}-{bundle.Entries}-{bundle.Head[..24]}\"");
        (response.Headers.ETag, response.Headers.CacheControl) = (etag, "no-cache");
        if (request.Headers.IfNoneMatch == etag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"ballot-{id}-record.txt\"");
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        bundle.WriteHeading(text);
        await foreach (var line in records.LinesAsync(bundle, ct))
        {
            text.Write(line);
            text.Write('\n');
            if (text.GetStringBuilder().Length > Enough) await FlushAsync(response, text.GetStringBuilder(), ct);
        }
        await FlushAsync(response, text.GetStringBuilder(), ct);
    }

    private static async Task FlushAsync(HttpResponse response, StringBuilder text, CancellationToken ct)
    {
        await response.WriteAsync(text.ToString(), ct);
        text.Clear();
    }
}
