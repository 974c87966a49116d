using CommunityVoice.Discussion;
using CommunityVoice.Strategies;
using CommunityVoice.Themes;

namespace CommunityVoice.Web.OpenData;

/// <summary>More kinds of CSV file: who took part, what was sent in the same words, and whether the money follows the voice.</summary>
public static class VoiceTables
{
    public static DataTable<TookPartLine> TookPart { get; } = new("took-part", "Who took part", "Those who took part in a consultation, by what they told about themselves, beside those who live there. Numbers are protected. It is no sample: these are people who came by themselves and chose to answer.",
        new("question", ColumnType.Text, "Names the question.", l => l.Code),
        new("words", ColumnType.Text, "The question.", l => l.Question),
        new("answer", ColumnType.Text, "", l => l.Answer.Answer),
        new("count", ColumnType.Whole, "How many people, * where it may not be told.", l => l.Answer.Heard),
        new("share", ColumnType.Fraction, "Their share of all who answered the question, in whole per cents.", l => l.Answer.Share),
        new("lives_here", ColumnType.Fraction, "The share of those who live there; empty where it is not measured.", l => l.Answer.LivesHere),
        new("is_little", ColumnType.YesNo, "Whether the share is less than half of that.", l => l.Answer.IsLittle),
        new("counted_at", ColumnType.Instant, "When that was published last.", l => l.At));

    public static DataTable<SameWordsGroup> SameWords { get; } = new("same-words", "Comments in nearly the same words", "Texts that several people sent in a consultation. Every comment is counted and can be read; together they are one viewpoint.",
        new("number", ColumnType.Whole, "Names the text: the comments that are in these words have it in their file.", g => g.Number),
        new("comments", ColumnType.Whole, "Comments in these words that can be seen.", g => g.Comments),
        new("people", ColumnType.Whole, "Different people behind them.", g => g.People),
        new("path", ColumnType.Text, "Where all of them can be read on this site.", g => g.Path));

    public static DataTable<StrategyVoiceRow> Voice { get; } = new("voice", "Whether the money follows the voice", "The share of what people chose and the share of the money, for each priority of a strategy.",
        new("framework", ColumnType.Text, "The slug of the framework that the priority is of.", r => r.Framework),
        new("code", ColumnType.Text, "Names the priority in it.", r => r.Item),
        new("title", ColumnType.Text, "", r => r.Title),
        new("voice_share", ColumnType.Fraction, "The priority's share of what people chose.", r => r.VoiceShare),
        new("money_share", ColumnType.Fraction, "Its share of the money that is linked to a priority.", r => r.MoneyShare),
        new("pence", ColumnType.Whole, "That money.", r => r.Pence),
        new("gap", ColumnType.Whole, "So many points the money lies above the voice, below nothing where it lies below.", r => r.Gap),
        new("state", ColumnType.Text, "lessThanFivePoints, explained or notExplained.", r => r.State),
        new("explanation", ColumnType.Text, "Why they lie five points or more apart.", r => r.Explanation));
}
