using CommunityVoice.OpenData;

namespace CommunityVoice.Discussion;

/// <summary>One answer beside the people who live there. Share: of all who answered the question, as the page rounds it; none where a number is hidden. LivesHere: none where it is not measured. IsLittle: the share is less than half of that of those who live there.</summary>
public sealed record TookPartAnswer(string Answer, ShownCount Heard, double? Share, double? LivesHere, bool IsLittle)
{
    internal static TookPartAnswer Of(TookPartRow row) => new(row.Words, ShownCount.Of(row.Heard), Percent(row.HeardShare), Percent(row.LivesHere), row.IsLittle);

    // Whole per cents, as on the page: more of them would tell how many answered.
    private static double? Percent(double? share) => share is { } known ? Math.Round(known * 100) / 100 : null;
}

/// <summary>A question about whoever took part, with its answers, as of when they were published and under which rules.</summary>
public sealed record TookPartQuestion(string Code, string Question, DateTimeOffset At, string Profile, string Note, IReadOnlyList<TookPartAnswer> Answers)
{
    internal static TookPartQuestion Of(ReachGap gap) => new(gap.Question.Code, gap.Question.Words, gap.Table.At, gap.Table.Profile, gap.Table.Note, [.. gap.Rows.Select(TookPartAnswer.Of)]);
}

/// <summary>
/// Those who took part in a consultation, by what they told about themselves, beside those who live there, as the page shows it. Waits: nobody has assessed
/// yet what it could tell of single people. Period: of which year the number of those who live there is. Questions: those that may be shown.
/// </summary>
public sealed record TookPartData(string Consultation, bool Waits, string? Period, IReadOnlyList<TookPartQuestion> Questions, string Path)
{
    public static TookPartData Of(string slug, WhoTookPart who) => new(slug, who.Waits, who.Gaps.Count > 0 ? who.Period : null, [.. who.Gaps.Select(TookPartQuestion.Of)], $"/consultations/{slug}/who-took-part");
}

/// <summary>The same, an answer a line.</summary>
public sealed record TookPartLine(string Code, string Question, DateTimeOffset At, TookPartAnswer Answer)
{
    public static IEnumerable<TookPartLine> Of(TookPartData data) => data.Questions.SelectMany(q => q.Answers.Select(a => new TookPartLine(q.Code, q.Question, q.At, a)));
}
