using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CommunityVoice.Web.Feeds;

/// <summary>One entry of a feed; its id names it for good.</summary>
public sealed record AtomEntry(string Id, string Title, string Updated, string Link, string Words)
{
    /// <summary>Whoever wrote it, where that is not the feed's own author.</summary>
    public string? Author { get; init; }

    /// <summary>Its words are cleaned markup.</summary>
    public bool IsMarkup { get; init; }

    /// <summary>What it answers, as RFC 4685 says it.</summary>
    public AtomAnswered? Answers { get; init; }

    /// <summary>Where only the day may be told.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

/// <summary>The entry that another answers: what names it for good, and where it is read.</summary>
public sealed record AtomAnswered(string Id, string Link);

/// <summary>A feed in the Atom format (RFC 4287), with addresses in full.</summary>
public sealed record AtomFeed(string Self, string Page, string Title, string Subtitle, string Author, string Updated, IEnumerable<AtomEntry> Entries)
{
    public const string ContentType = "application/atom+xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Threading = "http://purl.org/syndication/thread/1.0";

    public async Task WriteAsync(HttpResponse response, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, Async = true }))
        {
            await Xml().SaveAsync(writer, ct);
        }
        response.ContentType = $"{ContentType}; charset=utf-8";
        await response.Body.WriteAsync(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), ct);
    }

    private XDocument Xml() => new(new XElement(Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", "en-GB"),
        new XAttribute(XNamespace.Xmlns + "thr", Threading),
        new XElement(Atom + "id", Self),
        new XElement(Atom + "title", Title),
        new XElement(Atom + "subtitle", Subtitle),
        Link("self", Self, ContentType), Link("alternate", Page, "text/html"),
        new XElement(Atom + "updated", Updated),
        new XElement(Atom + "author", new XElement(Atom + "name", Author)),
        Entries.Select(e => new XElement(Atom + "entry",
            new XElement(Atom + "id", e.Id),
            new XElement(Atom + "title", e.Title),
            new XElement(Atom + "updated", e.Updated),
            e.Author is null ? null : new XElement(Atom + "author", new XElement(Atom + "name", e.Author)),
            Link("alternate", e.Link, "text/html"),
            e.Answers is not { } answered ? null : new XElement(Threading + "in-reply-to", new XAttribute("ref", answered.Id), new XAttribute("href", answered.Link), new XAttribute("type", "text/html")),
            new XElement(Atom + "content", new XAttribute("type", e.IsMarkup ? "html" : "text"), e.Words)))));

    private static XElement Link(string relation, string address, string type) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address), new XAttribute("type", type));
}
