namespace CommunityVoice.Themes;

/// <summary>What other lists call a theme: each the name of the list, a colon and its code there (rule R-B13). Kept as one text, with semicolons between.</summary>
public static class ThemeMaps
{
    public const int MaxLength = 500;
    public const int NameMaxLength = 60;
    public const int CodeMaxLength = 60;
    private const string HowTo = "write the name of the other list, a colon and the code without a space, such as SNOMED CT:160903007";

    /// <summary>What somebody wrote, as a theme keeps it; or what is wrong with it. A name may hold spaces, a code may not: so spaces or semicolons may stand between two.</summary>
    public static (string Kept, string? Wrong) Read(string text)
    {
        var (found, words) = (new List<string>(), new List<string>());
        foreach (var word in text.Replace(";", " ; ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (word != ";") words.Add(word);
            if (word != ";" && !word.Contains(':', StringComparison.Ordinal)) continue;
            if (words.Count == 0) continue;
            var entry = string.Join(' ', words);
            if (Wrong(entry) is { } wrong) return ("", wrong);
            found.Add(entry);
            words.Clear();
        }
        if (words.Count > 0) return ("", Wrong(string.Join(' ', words)));
        var kept = Kept(found);
        return kept.Length > MaxLength ? ("", $"What it maps to has {kept.Length} characters: use {MaxLength} at most") : (kept, null);
    }

    public static string Kept(IEnumerable<string> entries) => string.Join(';', entries.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    public static IReadOnlyList<string> Entries(string kept) => kept.Split(';', StringSplitOptions.RemoveEmptyEntries);

    public static string InWords(string kept) => string.Join(", ", Entries(kept));

    private static string? Wrong(string entry) => entry.Split(':', 2) is not [{ Length: > 0 } name, { Length: > 0 } code] || !char.IsLetterOrDigit(name[0]) ? $"Under {ThemeCsv.MapsTo} stands {entry}: {HowTo}"
        : name.Length > NameMaxLength ? $"Under {ThemeCsv.MapsTo} the name of a list has {name.Length} characters: use {NameMaxLength} at most"
        : code.Length > CodeMaxLength ? $"Under {ThemeCsv.MapsTo} a code has {code.Length} characters: use {CodeMaxLength} at most"
        : null;
}
