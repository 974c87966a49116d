using System.Globalization;
using System.Text.Json;
using CommunityVoice.Analysis;
using CommunityVoice.Summaries;
using CommunityVoice.Voting;

namespace CommunityVoice.OpenData;

/// <summary>A row of open data, with the key by which its list is paged.</summary>
public interface IKeyed
{
    long Key { get; }
}

/// <summary>A number as pages show it: in their words, and as a number unless it is hidden. It is read off the words, so that no file can tell more than its page.</summary>
public sealed record ShownCount(int? Number, bool IsHidden, string Words)
{
    public static ShownCount Of(Cell cell) => Of(cell.Words);

    /// <summary>Reads "0", "about 1,045", "12 people" and "hidden".</summary>
    public static ShownCount Of(string words)
    {
        var digits = new string([.. words.Where(char.IsAsciiDigit)]);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new(number, false, words) : new(null, true, words);
    }
}

/// <summary>A group in a breakdown: how many people, and their share, both protected.</summary>
public sealed record GroupData(string Label, ShownCount Count, double? Share, string ShareWords)
{
    public static IReadOnlyList<GroupData> Of(FigureData figure) => [.. figure.Rows.Select(r => new GroupData(r.Label, ShownCount.Of(r.Words), Shares.Round(r.Share), r.ShareWords))];

    /// <summary>Of a published table by one thing; none where there is none.</summary>
    public static IReadOnlyList<GroupData> Of(PublishedTable? table) =>
        table is null ? [] : [.. table.Rows.Where(r => r.People != "0").Select(r => new GroupData(r.Label, ShownCount.Of(r.People), Shares.Round(r.Cells[0].Share), r.Cells[0].ShareWords))];
}

/// <summary>How codes and shares are written in open data.</summary>
public static class Shares
{
    /// <summary>Four digits after the point: more would be pretended.</summary>
    public static double? Round(double? share) => share is { } known ? Round(known) : null;

    public static double Round(double share) => Math.Round(share, 4, MidpointRounding.AwayFromZero);
}

/// <summary>Words of our code as codes in files.</summary>
public static class DataCode
{
    /// <summary>"notAccepted" of <c>NotAccepted</c>.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
