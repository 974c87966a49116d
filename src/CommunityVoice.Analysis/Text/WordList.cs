namespace CommunityVoice.Analysis.Text;

/// <summary>Takes a text apart into words: lower case, letters and digits only, apostrophes closed up ("don't" is dont).</summary>
public static class WordList
{
    private const int ShortestTerm = 3;

    // Words that every text has, whatever it is about.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "about", "after", "again", "all", "also", "and", "any", "are", "arent", "because", "been", "before", "being", "but", "can", "cannot", "cant", "could",
        "did", "didnt", "does", "doesnt", "done", "dont", "each", "even", "ever", "every", "for", "from", "get", "gets", "getting", "give", "got", "had", "has",
        "hasnt", "have", "havent", "having", "her", "here", "hers", "him", "his", "how", "into", "isnt", "its", "ive", "just", "less", "let", "like", "made",
        "make", "many", "may", "more", "most", "much", "must", "need", "needs", "not", "now", "off", "one", "only", "other", "our", "ours", "out", "over", "own",
        "put", "said", "same", "say", "see", "she", "should", "since", "some", "such", "than", "that", "thats", "the", "their", "them", "then", "there", "these",
        "they", "thing", "things", "think", "this", "those", "through", "too", "under", "until", "upon", "use", "used", "very", "want", "was", "wasnt", "way",
        "were", "what", "when", "where", "which", "while", "who", "whom", "why", "will", "with", "without", "wont", "would", "yes", "yet", "you", "your", "yours",
    };

    /// <summary>Every word in its order.</summary>
    public static List<string> Of(string text)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter)) word.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’')) Close();
        }
        Close();
        return words;

        void Close()
        {
            if (word.Length == 0) return;
            words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>The words that may tell what a text is about, each once, in the order they come: of three letters and more, and not among the most common.</summary>
    /// <remarks>A plural in -s counts as its singular. There is no cleverer stemming, so that every term is a word that people can recognise.</remarks>
    public static List<string> TermsOf(string text) =>
        [.. Of(text).Where(w => w.Length >= ShortestTerm && !Common.Contains(w) && !w.All(char.IsDigit)).Select(Singular).Distinct(StringComparer.Ordinal)];

    private static string Singular(string word) =>
        word.Length > 4 && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word[..^1] : word;
}
