using System.Globalization;

namespace CommunityVoice.Themes;

/// <summary>What one step of coding did, so that it can be undone: small enough to travel in an address.</summary>
public sealed record CodingStep(long CommentId, DateTimeOffset Since, IReadOnlyList<long> Given, IReadOnlyList<long> TakenOff, bool WithCopies)
{
    /// <summary>"12~638000000000000000~3.7~~1": comment, moment, given, taken off, with copies.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{CommentId}~{Since.UtcTicks}~{string.Join('.', Given)}~{string.Join('.', TakenOff)}~{(WithCopies ? 1 : 0)}");

    public static CodingStep? Read(string? text)
    {
        if (text?.Split('~') is not [var comment, var ticks, var given, var off, var copies]) return null;
        if (!long.TryParse(comment, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
        if (!long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at > DateTime.MaxValue.Ticks) return null;
        return Ids(given) is { } themes && Ids(off) is { } taken ? new(id, new DateTimeOffset(at, TimeSpan.Zero), themes, taken, copies == "1") : null;
    }

    private static List<long>? Ids(string text)
    {
        var ids = new List<long>();
        foreach (var part in text.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return null;
            ids.Add(id);
        }
        return ids;
    }
}
