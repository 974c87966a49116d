namespace CommunityVoice.Search;

/// <summary>Cuts the stretch of a text where the words asked for stand. It answers pieces, which whoever shows them encodes.</summary>
public static class Extracts
{
    private const int Before = 60;
    private const int Longest = 240;

    public static IReadOnlyList<Passage> Of(string text, Question question)
    {
        text = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var words = Question.WordsOf(text).ToList();
        var first = words.FindIndex(w => question.Asks(w.Folded));
        var from = first < 0 ? 0 : words.FirstOrDefault(w => w.Start >= words[first].Start - Before).Start;
        var to = text.Length <= from + Longest ? text.Length : words.FindLast(w => w.Start + w.Length <= from + Longest) is { Length: > 0 } last && last.Start > from
            ? last.Start + last.Length
            : Math.Min(text.Length, from + Longest);

        var passages = new List<Passage>();
        var at = from;
        foreach (var (start, length, _) in words.Where(w => w.Start >= from && w.Start + w.Length <= to && question.Asks(w.Folded)))
        {
            if (start > at) passages.Add(new(text[at..start], false));
            passages.Add(new(text.Substring(start, length), true));
            at = start + length;
        }
        if (to > at) passages.Add(new(text[at..to], false));
        if (from > 0) passages.Insert(0, new("… ", false));
        if (to < text.Length) passages.Add(new(" …", false));
        return passages;
    }
}
