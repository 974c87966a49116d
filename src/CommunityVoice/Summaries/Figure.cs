using System.Text.Json;
using CommunityVoice.Data;

namespace CommunityVoice.Summaries;

/// <summary>What a figure shows.</summary>
public enum FigureKind
{
    HeardByVoice,
    HeardByArea,
    HeardByChannel,
    TopPriorities,
    Themes,
}

/// <summary>Frozen data behind a chart, already through disclosure control.</summary>
public sealed class Figure : INeverOnCachedPages
{
    private Figure() { } // EF Core

    internal Figure(SummaryVersion version, FigureKind kind, string title, string data) => (Version, Kind, Title, Data) = (version, kind, title, data);

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;
    public FigureKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>JSON rows as they were at the cut-off.</summary>
    public string Data { get; private set; } = "";

    public FigureView View => new(Kind, Title, FigureData.Parse(Data));
}

/// <summary>A figure to show: frozen, or as it would be frozen now.</summary>
public sealed record FigureView(FigureKind Kind, string Title, FigureData Data);

/// <summary>One row of a figure, in words and as a share of the base; a hidden number is not in it at all.</summary>
public sealed record FigureRow(string Label, string Words, double? Share = null, string ShareWords = "", string? Href = null, string? Voice = null);

/// <summary>A figure's rows with the sentence that says what to see in it, what it counts, and whether small numbers were protected.</summary>
public sealed record FigureData(string Takeaway, string Source, string RowHeading, string NumberHeading, bool IsProtected, IReadOnlyList<FigureRow> Rows)
{
    /// <summary>Groups that were asked about and not heard at all.</summary>
    public IReadOnlyList<string> NotHeard { get; init; } = [];

    public static FigureData Parse(string json) => JsonSerializer.Deserialize<FigureData>(json, JsonSerializerOptions.Web) ?? throw new JsonException("A figure holds no rows.");

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
