using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CommunityVoice.News;
using CommunityVoice.Notifications;

namespace CommunityVoice.Webhooks;

/// <summary>What a webhook is sent of a piece of news: what feeds say of it too, and no more.</summary>
/// <param name="Id">The same as in the feed.</param>
/// <param name="Type">What sort of news it is, such as <c>consultation.open</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Title">What, in a few words.</param>
/// <param name="Page">Where to read on.</param>
/// <param name="Data">The file of what it is about, where there is one.</param>
public sealed record WebhookMessage(string Id, string Type, string At, string Title, string Page, string? Data)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static WebhookMessage Of(NewsItem item, SiteAddress site) => new(
        site.To($"/#{item.Key}"), TypeOf(item.Key), item.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        item.Title, site.To(item.Path), DataOf(item.Path) is { } data ? site.To(data) : null);

    public string Text() => JsonSerializer.Serialize(this, Json);

    /// <summary>The key of the news without its numbers.</summary>
    public static string TypeOf(string key) => string.Join('.', key.Split('-').Where(p => p.Length > 0 && !char.IsAsciiDigit(p[0])));

    /// <summary>The file of the thing on whose page, or below which, it is read; none where it has no file.</summary>
    public static string? DataOf(string path) => path.Split('#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["ballots", var id, "results"] => $"/ballots/{id}/results.json",
        ["recommendations", var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _) => $"/recommendations/{id}.json",
        ["consultations" or "summaries" or "strategies" or "reviews" or "annual-reports", _, ..] and [var kind, var name, ..] => $"/{kind}/{name}.json",
        _ => null,
    };
}
