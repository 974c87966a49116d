using CommunityVoice.Consultations;
using CommunityVoice.Markup;
using CommunityVoice.Summaries;

namespace CommunityVoice.Reviews;

/// <summary>Who beside health services has a part in an item, in the words of the guidelines (rule R-I10).</summary>
[Flags]
public enum PartnerTypes
{
    None = 0,
    PublicServices = 1,
    ThirdSector = 2,
    Communities = 4,
    Other = 8,
}

/// <summary>Whether the words that a judgement quotes stand in the document it names.</summary>
public enum QuoteCheck
{
    /// <summary>No document is named.</summary>
    NoDocument,
    NotGiven,

    /// <summary>The document is not on this site, so whoever wants to know looks it up.</summary>
    NotChecked,

    /// <summary>It is a published version on this site, which is kept for good, and holds the words.</summary>
    Stands,
}

/// <summary>A document that a judgement rests on, where in it, and what it says there (rule R-I11).</summary>
public sealed record CitedSource(string Document, string Page, string Quote, DocumentVersion? Version)
{
    public const int DocumentMaxLength = 300;
    public const int PageMaxLength = 80;

    public static CitedSource None { get; } = new("", "", "", null);

    /// <summary>Whether a version holds the words, as it was written or as it reads. Its sections are loaded.</summary>
    public static bool StandsIn(string quote, DocumentVersion version) => version.InOrder.Any(s =>
        Quotation.StandsIn(quote, $"{s.Heading}\n{s.Body}") || Quotation.StandsIn(quote, CleanText.OfMarkdown(s.Body)));
}
