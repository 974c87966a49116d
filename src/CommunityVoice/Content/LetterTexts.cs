namespace CommunityVoice.Content;

/// <summary>The texts of all letters under <c>content/letters</c>, read once at start.</summary>
public sealed class LetterTexts(IEnumerable<LetterText> letters)
{
    private readonly Dictionary<string, LetterText> letters = letters.ToDictionary(l => l.Name, StringComparer.Ordinal);

    public IEnumerable<LetterText> All => letters.Values.OrderBy(l => l.Name, StringComparer.Ordinal);

    public LetterText this[string name] => letters.TryGetValue(name, out var letter)
        ? letter
        : throw new InvalidOperationException($"There is no text content/letters/{name}.md.");

    public static LetterTexts Load(string folder, SiteWords words) => new(Directory
        .EnumerateFiles(Path.Combine(folder, "letters"), "*.md")
        .Select(file => LetterText.Parse(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), words)));
}
