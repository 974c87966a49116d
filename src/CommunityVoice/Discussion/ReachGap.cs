using CommunityVoice.OpenData;
using CommunityVoice.Voting;

namespace CommunityVoice.Discussion;

/// <summary>One answer beside the people who live there: what is shown of both, and never more.</summary>
/// <param name="Words">The answer.</param>
/// <param name="Heard">"about 45", "hidden", "0".</param>
/// <param name="HeardShare">Its share of all who answered the question; none where a number is hidden.</param>
/// <param name="LivesHere">The share of the population; none where it is not measured.</param>
public sealed record TookPartRow(string Words, string Heard, double? HeardShare, double? LivesHere)
{
    /// <summary>By what is shown; of a hidden number nothing is said.</summary>
    public bool IsLittle => HeardShare is { } heard && LivesHere is { } here && heard < here * Areas.ReachRow.FewestOfShare;
}

/// <summary>Those who took part beside those who live there, for one question (rule R-A17).</summary>
public sealed record ReachGap(EqualityQuestion Question, PublishedTable Table, IReadOnlyList<TookPartRow> Rows)
{
    public bool IsMeasured => Rows.Any(r => r.LivesHere is not null);

    /// <summary>Of each question that may be shown, in the order of the questions.</summary>
    /// <param name="questions">The questions.</param>
    /// <param name="tables">What is published, by question.</param>
    /// <param name="population">People by group, "persons" for all of them.</param>
    public static IReadOnlyList<ReachGap> Of(EqualityQuestions questions, IReadOnlyDictionary<string, PublishedTable> tables, IReadOnlyDictionary<string, int> population) =>
        [.. questions.All.Where(q => tables.ContainsKey(q.Code)).Select(q => new ReachGap(q, tables[q.Code], [.. tables[q.Code].Rows.Select(r => Row(q, r, population))]))];

    private static TookPartRow Row(EqualityQuestion question, TableRow row, IReadOnlyDictionary<string, int> population)
    {
        var group = question.Options.Find(o => o.Words == row.Label)?.Population;
        // Two answers that share a group are each only part of it.
        var isAlone = group is not null && question.Options.Count(o => o.Population == group) == 1;
        var here = isAlone && population.TryGetValue(group!, out var people) && population.GetValueOrDefault("persons") is > 0 and var all ? (double)people / all : (double?)null;
        return new(row.Label, row.People, ShownCount.Of(row.People).IsHidden ? null : row.Cells[0].Share, here);
    }
}

/// <summary>Each question that may be shown beside those who live there. Waits: nobody has assessed yet what it could tell of single people. Period: of which year the number of those who live there is.</summary>
public sealed record WhoTookPart(IReadOnlyList<ReachGap> Gaps, bool Waits, string? Period);
