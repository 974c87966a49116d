using CommunityVoice.Analysis.Text;
using CommunityVoice.Markup;
using CommunityVoice.Moderation;
using Microsoft.AspNetCore.Html;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>One comment of the queue with the words that stand around it.</summary>
public sealed record ItemView(QueueItem Item, HouseRules Rules, DateTimeOffset Now, bool InQueue)
{
    public static ItemView Of(QueueItem item, HouseRules rules, DateTimeOffset now, bool inQueue) => new(item, rules, now, inQueue);

    public IHtmlContent Body => new HtmlString(CommentMarkup.ToHtml(Item.Body)); // cleaned by the allow-list

    public string Thread => $"/consultations/{Item.Slug}/comments/{Item.Id}";

    /// <summary>Where it tells about somebody else: the names it seems to hold.</summary>
    public IReadOnlyList<string> Names => Item.AboutOther is null ? [] : PersonNames.In($"{Item.Body}\n{Item.MissingWords}");

    /// <summary>What they say was missing: from the list, in their own words, or both.</summary>
    public string Missing => string.Join(", ", new[] { Item.Missing, Item.MissingWords }.Where(m => !string.IsNullOrEmpty(m)));

    public IReadOnlyList<ReportRow> Open { get; } = [.. Item.Reports.Where(r => !r.IsSettled)];

    public bool IsOld => Item.WaitingSince is { } since && Now - since >= Moderation.Age.Old;

    /// <summary>"Waiting for 3 days".</summary>
    public string? Waiting => Item.WaitingSince is { } since ? $"Waiting for {Moderation.Age.InWords(Now - since)}" : null;

    /// <summary>The state as a word and the colour of its tag.</summary>
    public (string Word, string Colour) State =>
        Item.WithdrawnAt is not null ? ("Withdrawn", "grey")
        : Item.EditAskedAt is not null ? ("Author asked to change it", "grey")
        : Item.HeldBecause is not null ? ("Held", "sun")
        : Item.RemovedAt is not null ? ("Removed", "red")
        : Open.Count > 0 ? ("Reported", "sun")
        : ("Public", "deep");

    /// <summary>The rule the reports point to, chosen beforehand.</summary>
    public string? LikelyRule => Open.Select(r => Rules.RuleFor(r.Reason)).FirstOrDefault(rule => rule is not null);

    /// <summary>Who is told, so that nobody decides in the belief that a letter goes out.</summary>
    public string AuthorHears => Item.HasAddress ? $"We write to {Item.AuthorName} with what you say here." : $"{Item.AuthorName} has no address with us, so no letter goes out.";

    public string KeepWords => Item.IsVisible ? "Leave it as it is" : "Publish it";
}
