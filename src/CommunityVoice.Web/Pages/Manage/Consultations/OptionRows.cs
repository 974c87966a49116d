using System.Globalization;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>The rows of options in the form of a ballot: added, taken over from elsewhere, moved and removed by buttons that work without scripts.</summary>
public sealed class OptionRows(BallotInput input, IReadOnlyList<OptionSource> sources)
{
    /// <summary>Empty rows that a new form begins with, and that one press adds.</summary>
    private const int EmptyRows = 3;

    /// <summary>More than anybody reads before choosing; a form this long can still be sent.</summary>
    public const int Most = 60;

    /// <summary>Does what a button says: "add", "take", or "up", "down" and "remove" with a row, such as "up:2".</summary>
    public void Do(string button)
    {
        var (what, row) = button.Split(':') is [var verb, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? (verb, n) : (button, -1);
        var has = row >= 0 && row < input.Options.Count;
        if (what == "add") AddEmpty();
        else if (what == "take") Take();
        else if (what == "remove" && has) input.Options.RemoveAt(row);
        else if (what == "up" && has && row > 0) Swap(row, row - 1);
        else if (what == "down" && has && row < input.Options.Count - 1) Swap(row, row + 1);
    }

    public void AddEmpty()
    {
        for (var i = 0; i < EmptyRows && input.Options.Count < Most; i++) input.Options.Add(new());
    }

    /// <summary>Puts what was ticked and what was typed as lines below the rows; empty rows give way.</summary>
    public void Take()
    {
        if (input.Picks.Count == 0 && string.IsNullOrWhiteSpace(input.Lines)) return;
        input.Options.RemoveAll(o => o.IsEmpty);
        input.Options.AddRange(sources.Where(s => input.Picks.Contains(s.Key) && !Has(s))
            .Select(s => new OptionInput { Title = s.Title, Detail = s.Detail, Origin = s.Origin, OriginId = s.Id }));
        input.Options.AddRange((input.Lines ?? "").ReplaceLineEndings("\n").Split('\n').Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries)).Where(parts => parts[0].Length > 0)
            .Select(parts => new OptionInput { Title = parts[0], Detail = parts.Length > 1 ? parts[1] : "" }));
        (input.Picks, input.Lines) = ([], null);
    }

    public bool Has(OptionSource source) => input.Options.Exists(o => o.Origin == source.Origin && o.OriginId == source.Id);

    private void Swap(int one, int other) => (input.Options[one], input.Options[other]) = (input.Options[other], input.Options[one]);
}
