using System.Globalization;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Feeds;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Voting;

/// <summary>The fingerprints of a ballot's record as an Atom feed, an entry a batch, so that others keep them without doing anything (rule R-F30). It tells days and no times.</summary>
public static class HeadsFeed
{
    /// <summary>The newest so many batches: whoever reads it now and then misses none.</summary>
    private const int Most = 500;

    public static string PathOf(long ballotId) => string.Create(CultureInfo.InvariantCulture, $"/ballots/{ballotId}/heads.atom");

    public static async Task WriteAsync(
        long id, HttpContext context, CommunityVoiceDb db, PublicRecords records, SiteAddress site, IOptions<SiteOptions> options, CancellationToken ct)
    {
        if (await db.Ballots.FindWithPagesAsync(id, ct) is not { } ballot || await records.HeadsAsync(ballot, Most, ct) is not [_, ..] heads)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.ShowsPages(ballot.PageTags);
        var ledger = site.To(string.Create(CultureInfo.InvariantCulture, $"/ballots/{id}/ledger"));
        await new AtomFeed(
            site.To(PathOf(id)), ledger, $"Fingerprints of the public record: {ballot.Title}", ballot.Consultation.Advice(), options.Value.Name, AtomEntry.Day(heads[0].SealedOn),
            heads.Select(h => Entry(h, ledger))).WriteAsync(context.Response, ct);
    }

    private static AtomEntry Entry(RecordHead head, string ledger) => new(
        string.Create(CultureInfo.InvariantCulture, $"{ledger}#batch-{head.Batch}"),
        string.Create(CultureInfo.GetCultureInfo("en-GB"), $"Batch {head.Batch:N0}: {head.Entries:N0} entries so far"),
        AtomEntry.Day(head.SealedOn), string.Create(CultureInfo.InvariantCulture, $"{ledger}?from={head.Entries}"), head.Hash);
}
