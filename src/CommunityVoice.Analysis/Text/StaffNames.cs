using System.Text.RegularExpressions;

namespace CommunityVoice.Analysis.Text;

/// <summary>Finds people named by title or job: "Dr Smith", "nurse Jane". Buildings and services that carry a name are none.</summary>
/// <remarks>It points out and never holds: it may be wrong in either way, and misses names that stand alone.</remarks>
internal static partial class StaffNames
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Patience = 500;

    // Words that stand behind a job with a capital and are no name.
    private static readonly HashSet<string> NoNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
        "The", "And", "Or", "But", "Who", "When", "Where", "Why", "What", "How", "He", "She", "They", "We", "It", "This", "That", "There", "Then", "Was", "Is", "Has", "Had", "Will", "Can", "Could", "Should", "Would", "Please", "Thank", "Thanks",
        "At", "In", "On", "Of", "For", "From", "To", "With", "Not", "No", "Yes", "My", "Our", "Your", "His", "Her", "Their", "Also", "If", "So", "As", "After", "Before",
        "Practitioner", "Practitioners", "Specialist", "Specialists", "Manager", "Managers", "Team", "Teams", "Led", "Call", "Line", "Service", "Services", "Unit", "Units", "Support", "Association", "Associations", "Prescriber", "Prescribers",
        "Consultant", "Consultants", "Doctor", "Doctors", "Nurse", "Nurses", "Visitor", "Visitors", "Worker", "Workers", "Student", "Students", "Shortage", "Appointment", "Appointments", "First", "Direct", "Room", "Station", "Assessment", "Reviews", "Review",
        "Ward", "Clinic", "Clinics", "Hospital", "Surgery", "Practice", "Centre", "Road", "Street", "House", "School", "Care", "Health", "Community", "District", "Week", "Day", "Group", "Groups", "Network", "Hub",
    };

    // O'Brien, Jean-Luc, McDonald: two letters at least, and what belongs to somebody ends before "'s".
    private const string Name = @"(?=\p{Lu}['’]?\p{L})\p{Lu}\p{Ll}*(['’-]?\p{Lu}\p{Ll}+)*\b";

    public static IEnumerable<(int Index, string Words)> In(string text) => Titles().Matches(text).Concat(Jobs().Matches(text))
        .Where(m => !NoNames.Contains(m.Groups["name"].Value) && !Places().IsMatch(text[End(m.Groups["name"])..]))
        .DistinctBy(m => m.Groups["name"].Index).Select(m => (m.Index, Words(text, m)));

    private static int End(Group group) => group.Index + group.Length;

    // A second name belongs to it, and the word that begins what follows does not.
    private static string Words(string text, Match match) =>
        text[match.Index..(match.Groups["last"] is { Success: true } last && !NoNames.Contains(last.Value) ? End(last) : End(match.Groups["name"]))];

    [GeneratedRegex(@"\b(Dr|Doctor|Mr|Mrs|Ms|Miss|Mx|Prof|Professor)\b\.? ?(?<name>" + Name + @")( (?<last>\p{Lu}\p{Ll}+)\b)?", Options, Patience)]
    private static partial Regex Titles();

    [GeneratedRegex(@"\b(?i:staff nurse|district nurse|nurse|sister|matron|midwife|receptionist|health visitor|social worker|physio|physiotherapist|pharmacist|paramedic|consultant|care worker|carer|GP|surgeon|dentist|health care assistant)\b,? (called |named )?(?<name>" + Name + @")", Options, Patience)]
    private static partial Regex Jobs();

    // What follows a name that a building or a service carries: "Dr Gray’s Hospital", "Sister Dora Road".
    [GeneratedRegex(@"^(['’]s|s['’])?( \p{Lu}\p{Ll}+)? (?i:surgery|hospital|practice|medical|health|clinic|centre|center|road|street|lane|avenue|way|close|house|school|ward|wing|unit|building|pharmacy|charity|foundation|trust|award)\b", Options, Patience)]
    private static partial Regex Places();
}
