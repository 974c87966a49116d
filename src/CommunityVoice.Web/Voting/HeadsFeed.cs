using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Voting;
using CommunityVoice.Web.Caching;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Voting;

/// <summary>The fingerprints of a ballot's record as an Atom feed, an entry a batch, so that others keep them without doing anything (rule R-F30). It tells days and no times.</summary>
public static class HeadsFeed
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    /// <summary>The newest so many batches: whoever reads it now and then misses none.</summary>
    private const int Most = 500;

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

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
        var xml = Feed(ballot, heads, site, options.Value.Name);
        using var bytes = new MemoryStream();
        await using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, Async = true }))
        {
            await xml.SaveAsync(writer, ct);
        }
        context.Response.ContentType = ContentType;
        await context.Response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), ct);
    }

    private static XDocument Feed(Ballot ballot, IReadOnlyList<RecordHead> heads, SiteAddress site, string name)
    {
        var (self, ledger) = (site.To(PathOf(ballot.Id)), site.To(string.Create(CultureInfo.InvariantCulture, $"/ballots/{ballot.Id}/ledger")));
        return new(new XElement(Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", "en-GB"),
            new XElement(Atom + "id", self),
            new XElement(Atom + "title", $"Fingerprints of the public record: {ballot.Title}"),
            new XElement(Atom + "subtitle", ballot.Consultation.Advice()),
            Link("self", self, HeadsFeed.ContentType.Split(';')[0]), Link("alternate", ledger, "text/html"),
            new XElement(Atom + "updated", Day(heads[0].SealedOn)),
            new XElement(Atom + "author", new XElement(Atom + "name", name)),
            heads.Select(head => Entry(head, ledger))));
    }

    private static XElement Entry(RecordHead head, string ledger) => new(Atom + "entry",
        new XElement(Atom + "id", string.Create(CultureInfo.InvariantCulture, $"{ledger}#batch-{head.Batch}")),
        new XElement(Atom + "title", string.Create(CultureInfo.GetCultureInfo("en-GB"), $"Batch {head.Batch:N0}: {head.Entries:N0} entries so far")),
        new XElement(Atom + "updated", Day(head.SealedOn)),
        Link("alternate", string.Create(CultureInfo.InvariantCulture, $"{ledger}?from={head.Entries}"), "text/html"),
        new XElement(Atom + "content", new XAttribute("type", "text"), head.Hash));

    private static XElement Link(string relation, string address, string type) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address), new XAttribute("type", type));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
