using System.ServiceModel.Syndication;
using System.Xml;
using System.Xml.Linq;
using Ical.Net;

namespace CommunityVoice.Tests.Feeds;

/// <summary>Reads feeds and calendars by parsers that others wrote.</summary>
internal static class FeedReader
{
    private static readonly XNamespace Threading = "http://purl.org/syndication/thread/1.0";

    public static async Task<SyndicationFeed> NewsAsync(Site site, string path)
    {
        var answer = await new Browser(site).SendAsync(HttpMethod.Get, path);
        Assert.True(answer.IsSuccessStatusCode, $"{path} answered {(int)answer.StatusCode}\n{site.Faults}");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        using var reader = XmlReader.Create(await answer.Content.ReadAsStreamAsync());
        var formatter = new Atom10FeedFormatter();
        formatter.ReadFrom(reader);
        // What RFC 4287 asks of each feed, and the parser lets pass.
        Assert.True(Uri.IsWellFormedUriString(formatter.Feed.Id, UriKind.Absolute) && formatter.Feed.LastUpdatedTime > DateTimeOffset.MinValue && formatter.Feed.Authors.Count == 1);
        Assert.Equal(formatter.Feed.Id, formatter.Feed.Links.Single(l => l.RelationshipType == "self").Uri.AbsoluteUri);
        Assert.Distinct(formatter.Feed.Items.Select(i => i.Id));
        Assert.All(formatter.Feed.Items, i => Assert.True(i.Title.Text.Length > 0 && i.LastUpdatedTime > DateTimeOffset.MinValue && i.Links.Single().Uri.IsAbsoluteUri && i.Content is TextSyndicationContent));
        return formatter.Feed;
    }

    public static IEnumerable<string> Titles(this SyndicationFeed feed) => feed.Items.Select(i => i.Title.Text);

    public static string Words(this SyndicationItem item) => ((TextSyndicationContent)item.Content).Text;

    /// <summary>What an entry answers: the name and the address of that (RFC 4685); none where it answers nothing.</summary>
    public static (string Id, string Link)? Answers(this SyndicationItem item) =>
        item.ElementExtensions.ReadElementExtensions<XElement>("in-reply-to", Threading.NamespaceName).SingleOrDefault() is { } answered
            ? (answered.Attribute("ref")!.Value, answered.Attribute("href")!.Value) : null;

    public static async Task<Calendar> DatesAsync(Site site, string path)
    {
        var answer = await new Browser(site).SendAsync(HttpMethod.Get, path);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return Calendar.Load(await answer.Content.ReadAsStringAsync())!;
    }
}
