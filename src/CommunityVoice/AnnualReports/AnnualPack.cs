using System.Text.Json;
using CommunityVoice.OpenData;
using CommunityVoice.Summaries;

namespace CommunityVoice.AnnualReports;

/// <summary>Under which heading a figure of a year stands.</summary>
public enum AnnualPart
{
    Heard,
    Said,
    CameOfIt,
}

/// <summary>One line of a figure: what it is about, what is told of it, more words where there are any, and where it can be followed.</summary>
public sealed record AnnualRow(string Label, string Words, string Note = "", string? Href = null, double? Share = null, string ShareWords = "", string? Voice = null);

/// <summary>
/// One figure of a year, with the sentence that says what to see in it and how it was made. FollowHref: where all of it can be followed, as FollowWords call it.
/// Counts: whether the middle column holds numbers.
/// </summary>
public sealed record AnnualFigure(string Code, AnnualPart Part, string Title, string Takeaway, string Source, string RowHeading, string WordsHeading, string NoteHeading, IReadOnlyList<AnnualRow> Rows)
{
    public bool Counts { get; init; }
    public bool IsProtected { get; init; }
    public string? FollowHref { get; init; }
    public string FollowWords { get; init; } = "";

    /// <summary>Who was heard, as <see cref="HeardFigures"/> protects it.</summary>
    public static AnnualFigure Of(string code, string title, FigureData data) => new(
        code, AnnualPart.Heard, title, data.NotHeard.Count == 0 ? data.Takeaway : $"{data.Takeaway} Not heard: {string.Join(", ", data.NotHeard)}.", data.Source, data.RowHeading, data.NumberHeading, "",
        [.. data.Rows.Select(r => new AnnualRow(r.Label, r.Words, "", r.Href, r.Share, r.ShareWords, r.Voice))])
    {
        Counts = true,
        IsProtected = data.IsProtected,
        FollowHref = "#figure-consultations",
        FollowWords = "Counted in the consultations above",
    };
}

/// <summary>Everything that the records tell of a year, and what they do not.</summary>
public sealed record AnnualPack(IReadOnlyList<AnnualFigure> Figures, IReadOnlyList<string> NotKnown)
{
    /// <summary>Whether nothing at all is on record.</summary>
    public bool IsEmpty => Figures.All(f => f.Rows.Count == 0);

    public static AnnualPack Parse(string json) => JsonSerializer.Deserialize<AnnualPack>(json, JsonSerializerOptions.Web) ?? throw new JsonException("A year holds no figures.");

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>One line of a year's figures, as in a file. Numbers are read off the words that the page shows.</summary>
public sealed record AnnualLine(string Figure, string Item, ShownCount? Count, string Value, double? Share, string Detail, string Path)
{
    public static IEnumerable<AnnualLine> Of(AnnualPack pack) =>
    [
        .. pack.Figures.SelectMany(f => f.Rows.Select(r => new AnnualLine(
            f.Code, r.Label, f.Counts ? ShownCount.Of(r.Words) : null, r.Words, Shares.Round(r.Share), r.Note, r.Href ?? f.FollowHref ?? ""))),
        .. pack.NotKnown.Select(n => new AnnualLine("notKnown", n, null, "", null, "", "")),
    ];
}
