using System.Globalization;
using CommunityVoice.Analysis.Ballots;

namespace CommunityVoice.Analysis.Formats;

/// <summary>How many points a place on an ordinal paper is worth.</summary>
public enum OrdinalPoints
{
    /// <summary>The best gets as many as a paper may name projects (<c>max_length</c>), each next one less: as cities count it.</summary>
    LastGetsOne,

    /// <summary>As many as the paper names projects after it (additive Borda): the last gets none.</summary>
    LastGetsNone,
}

/// <summary>A Pabulib file as an election to count, with the file's own project ids by our numbers.</summary>
/// <remarks>
/// Ids that are whole numbers are kept; if any is not, all get numbers from 1 in the ordinal order of their text, so "the lowest" means the same.
/// Points: approval 1 each; cumulative and scoring as given; ordinal by <see cref="OrdinalPoints"/>.
/// What cannot be counted throws a <see cref="FormatException"/> with its line.
/// </remarks>
public sealed record PabulibElection(BudgetElection Election, IReadOnlyDictionary<long, string> Ids)
{
    /// <summary>Makes an election; every amount of money in the file is multiplied by <paramref name="minorUnits"/> (100 for pence) and must then be whole.</summary>
    public static PabulibElection Of(PabulibFile file, int minorUnits = 1, OrdinalPoints ordinal = OrdinalPoints.LastGetsOne)
    {
        var numbers = Numbers(file);
        var projects = file.Projects.Rows.Select(r => new Project(numbers[file.Projects.Field(r, "project_id").Trim()], Money(r, "cost", file.Projects.Field(r, "cost"), minorUnits)));
        var budget = file.Meta.FirstOrDefault(m => m.Key == "budget") ?? throw new FormatException("META has no budget. Add a line such as \"budget;50000\".");
        var best = file["vote_type"] == "ordinal" && ordinal == OrdinalPoints.LastGetsOne ? Best(file) : 0;
        var papers = file.Votes.Rows.Select(r => BudgetPaper.Scoring(Points(file, r, numbers, best)));
        try
        {
            return new(new(projects, papers, Money(new(budget.Line, []), "budget", budget.Value, minorUnits)), numbers.ToDictionary(n => n.Value, n => n.Key));
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"The election cannot be counted. {e.Message}", e);
        }
    }

    private static Dictionary<string, long> Numbers(PabulibFile file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in file.Projects.Rows)
        {
            var id = file.Projects.Field(row, "project_id").Trim();
            if (id.Length == 0) throw PabulibText.Wrong(row, "a project has no project_id. Give it one.");
            if (!seen.Add(id)) throw PabulibText.Wrong(row, $"a second project has the id \"{id}\". Give each its own.");
        }
        return seen.All(id => Number(id, out _))
            ? seen.ToDictionary(id => id, id => Number(id, out var number) ? number : 0, StringComparer.Ordinal)
            : seen.Order(StringComparer.Ordinal).Index().ToDictionary(id => id.Item, id => id.Index + 1L, StringComparer.Ordinal);
    }

    private static IEnumerable<KeyValuePair<long, long>> Points(PabulibFile file, PabulibRow row, Dictionary<string, long> numbers, int best)
    {
        var ids = Parts(file.Votes.Field(row, "vote"));
        var points = Parts(file.Votes.Field(row, "points"));
        var type = file["vote_type"];
        if (type is "cumulative" or "scoring" && ids.Length != points.Length)
        {
            throw PabulibText.Wrong(row, $"the vote names {ids.Length} projects, but has {points.Length} points. Give points for each, in the same order, with commas between.");
        }
        var given = new Dictionary<long, long>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (!numbers.TryGetValue(ids[i], out var project)) throw PabulibText.Wrong(row, $"the vote names project \"{ids[i]}\", which is not in PROJECTS. Add it there, or correct the vote.");
            var value = type switch
            {
                "approval" => 1,
                "ordinal" => best > 0 ? best - i : ids.Length - 1 - i,
                "cumulative" or "scoring" => Number(points[i], out var number) ? number
                    : throw PabulibText.Wrong(row, $"\"{points[i]}\" is no whole number of points from 0 up. Correct it."),
                _ => throw new FormatException($"META says vote_type \"{type}\". It must be approval, cumulative, scoring or ordinal."),
            };
            if (!given.TryAdd(project, value)) throw PabulibText.Wrong(row, $"the vote names project \"{ids[i]}\" twice. Name it once.");
        }
        return given;
    }

    private static int Best(PabulibFile file)
    {
        var longest = file.Votes.Rows.Select(r => Parts(file.Votes.Field(r, "vote")).Length).DefaultIfEmpty().Max();
        return int.TryParse(file["max_length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? Math.Max(length, longest) : longest;
    }

    private static long Money(PabulibRow row, string what, string text, int minorUnits) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount is > 0 and < 1_000_000_000_000_000 && decimal.IsInteger(amount * minorUnits)
            ? (long)(amount * minorUnits)
            : throw PabulibText.Wrong(row, $"the {what} \"{text}\" is no amount above 0{(minorUnits == 1 ? " in whole units of money" : "")}. Write it in digits, without blanks or currency.");

    private static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool Number(string text, out long number) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && (text.Length == 1 || text[0] != '0');
}
