using System.Text.RegularExpressions;

namespace CommunityVoice.Recommendations;

/// <summary>Looks whether an ask is one clear thing to do. It warns and never forbids: whoever wrote it can say why it stands.</summary>
public static partial class AskCheck
{
    /// <summary>More than so many recommendations of one summary are seldom all answered well.</summary>
    public const int MostWithoutReason = 6;

    private const int MostWords = 40;

    /// <summary>What is vague or too much in it, each in a sentence; nothing where all is well. <paramref name="others"/> counts the summary's other recommendations.</summary>
    public static IReadOnlyList<string> Warnings(string ask, int others = 0)
    {
        var warnings = new List<string>();
        if (Vague().Match(ask) is { Success: true } vague) warnings.Add($"“{vague.Value}” asks for nothing that can be seen. Say what should be done");
        if (Sentences().Count(ask.Trim()) > 0 || ask.Contains('\n', StringComparison.Ordinal)) warnings.Add("This is more than one sentence. One recommendation asks for one thing");
        else if (ask.Contains(';', StringComparison.Ordinal) || SecondAsk().IsMatch(ask)) warnings.Add("This seems to ask for more than one thing. Make each a recommendation of its own");
        if (ask.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length > MostWords) warnings.Add($"This is longer than {MostWords} words. Shorter asks are answered better");
        if (others >= MostWithoutReason) warnings.Add($"This summary has {others} other recommendations. More than {MostWithoutReason} are hard to answer");
        return warnings;
    }

    [GeneratedRegex(
        @"\b(consider(s|ing)?|explor(e|es|ing)|look(s|ing)? (at|into)|think(s|ing)? about|reflect on|be aware|be mindful|bear in mind|take into account|seek to|aim to|strive to|try to|"
        + @"work towards|continue to|where (possible|appropriate)|as appropriate|if possible|raise awareness|encourage|promote|champion|review whether|investigate|examine|discuss|"
        + @"improve communication|do more|do better|more could be done|should be improved|in due course|as soon as possible)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Vague();

    // The end of a sentence with another behind it. Short words before a stop are abbreviations: "St. James", "No. 4".
    [GeneratedRegex(@"(?<=\w{3,}|\d)[.!?]\s+(?=[A-Z“""'])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentences();

    // "And" before a verb that begins another ask; "rings back" after "keeps the place" is none, since it commands nobody.
    [GeneratedRegex(
        @"(\band|, (and )?then|\bas well as|\balso)( also| then| should| must)? (add|agree|allow|appoint|ask|ban|bring|build|buy|change|check|close|create|cut|double|employ|end|ensure|"
        + @"extend|fund|give|hire|hold|increase|install|introduce|invite|keep|let|listen|make|meet|move|offer|open|pay|plan|print|provide|publish|put|reduce|remove|repair|replace|report|"
        + @"restore|ring|run|send|set|share|show|start|stop|support|teach|tell|test|train|translate|use|work|write)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SecondAsk();
}
