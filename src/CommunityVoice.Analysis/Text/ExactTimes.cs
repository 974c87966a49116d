using System.Text.RegularExpressions;

namespace CommunityVoice.Analysis.Text;

/// <summary>Finds days and times exact enough to tell who was there: "3 March 2026", "at 14:35". Opening hours, weekdays, months and years are none.</summary>
internal static partial class ExactTimes
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Day = @"(0?[1-9]|[12]\d|3[01])";
    private const string Month = @"((?i:jan(uary)?|feb(ruary)?|apr(il)?|june?|july?|aug(ust)?|sept(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)|Mar(ch)?|Sep|May)";
    private const string Hour = @"( at ([01]?\d|2[0-3])([:.][0-5]\d)? ?(?i:am|pm)?)?";
    private const int Patience = 500;

    public static IEnumerable<(int Index, string Words)> In(string text)
    {
        var days = Days().Matches(text).ToList();
        return days.Concat(Times().Matches(text).Where(t => !IsFullOrHalf(t) && !days.Exists(d => d.Index <= t.Index && t.Index < d.Index + d.Length))).Select(m => (m.Index, m.Value.Trim()));
    }

    // Doors, lines and buses keep to such times; what happened to somebody seldom does.
    private static bool IsFullOrHalf(Match time) => time.Groups["minutes"].Value is "00" or "30" or "15" or "45";

    [GeneratedRegex($@"(?<![\d/.,£-])({Day}(st|nd|rd|th)?( of)? {Month}\b(,? (19|20)\d\d)?|\b{Month} {Day}((st|nd|rd|th)\b(,? (19|20)\d\d)?|, (19|20)\d\d)|{Day}[/.-](0?[1-9]|1[0-2])[/.-]((19|20)\d\d|\d\d)(?![\d/.-]*\d)|(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\b){Hour}", Options, Patience)]
    private static partial Regex Days();

    [GeneratedRegex(@"(?<![\d:.,£/-])(?<!\b(?i:by|from|until|till|to|before|opens?|closes?|closed|every) )([01]?\d|2[0-3])(:(?<minutes>[0-5]\d)( ?(?i:am|pm))?|\.(?<minutes>[0-5]\d) ?(?i:am|pm))\b(?!:\d| (?i:bus|train|tram|service|coach)\b)", Options, Patience)]
    private static partial Regex Times();
}
