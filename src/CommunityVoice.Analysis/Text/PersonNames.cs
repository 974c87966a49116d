using System.Text.RegularExpressions;

namespace CommunityVoice.Analysis.Text;

/// <summary>
/// Finds what is likely a person's name, for stories that people tell about somebody else: what <see cref="StaffNames"/> finds, a relative
/// called by name ("my mother Joan"), and two words with capitals side by side ("Joan Barker") that neither begin a sentence nor name a place,
/// a day or a service.
/// </summary>
/// <remarks>It points out and may be wrong in either way: a first name alone is missed, and so is one that begins a sentence.</remarks>
public static partial class PersonNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 500;

    // Words that stand in names of places and services, and in no person's.
    private static readonly HashSet<string> NoNames = new(StringComparer.Ordinal)
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        "Street", "Road", "Lane", "Avenue", "Way", "Close", "Park", "Square", "Green", "Bridge", "Station", "North", "South", "East", "West", "Upper", "Lower", "Great", "Little", "New", "Old", "High", "Saint", "St",
        "Hospital", "Infirmary", "Surgery", "Practice", "Clinic", "Centre", "Health", "Care", "Community", "Council", "Trust", "Ward", "House", "School", "Church", "Hall", "Library", "Pharmacy", "Service", "Services", "Team", "Board", "Voice", "Group", "Network", "Nursing", "Hub",
        "Mental", "Social", "Primary", "National", "Royal", "General", "District", "City", "County", "Town", "Village", "Citizens", "Advice", "Age", "Red", "Cross", "Good", "Christmas", "Easter", "Bank", "Holiday", "Great", "Britain", "United", "Kingdom",
        "Mum", "Mom", "Dad", "Gran", "Grandma", "Grandad", "Nan", "Auntie", "Aunt", "Uncle", "The", "And", "But", "She", "He", "They", "We", "It", "In", "On", "At", "When", "My", "Our",
        "Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Doctor", "Prof", "Professor", "Nurse", "Sister", "Matron",
    };

    /// <summary>Each likely name once, in the order of the text.</summary>
    public static IReadOnlyList<string> In(string text) => [.. StaffNames.In(text)
        .Concat(Relatives().Matches(text).Where(m => !NoNames.Contains(m.Groups["name"].Value)).Select(m => (m.Index, Words: m.Value)))
        .Concat(Pairs().Matches(text).Where(m => IsInside(text, m.Index) && !m.Value.Split(' ').Any(NoNames.Contains) && !IsLeadIn(m.Value)).Select(m => (m.Index, Words: m.Value)))
        .OrderBy(found => found.Index).Select(found => found.Words.Trim()).Distinct(StringComparer.Ordinal)];

    // Whatever begins a sentence has a capital anyway.
    private static bool IsInside(string text, int index)
    {
        var before = text[..index].TrimEnd(' ', '"', '“', '‘', '(');
        return before.Length > 0 && before[^1] is not ('.' or '!' or '?' or ':' or '\n' or '-' or '*' or '>');
    }

    // "NHS England" and other names in capitals.
    private static bool IsLeadIn(string pair) => pair.Split(' ').Any(word => word.Length > 1 && word.All(c => !char.IsLetter(c) || char.IsUpper(c)));

    [GeneratedRegex(@"\b(?i:my|our|his|her|their) (?i:mother|mum|father|dad|wife|husband|partner|son|daughter|brother|sister|grandmother|grandfather|gran|grandad|nan|aunt|uncle|cousin|friend|neighbour),? (called |named )?(?<name>\p{Lu}\p{Ll}+)( \p{Lu}\p{Ll}+)?\b", Options, Patience)]
    private static partial Regex Relatives();

    [GeneratedRegex(@"(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}'’-]*\p{Ll} \p{Lu}[\p{L}'’-]*\p{Ll}\b(?! \p{Lu})", Options, Patience)]
    private static partial Regex Pairs();
}
