using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Decisions;
using CommunityVoice.Markup;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Decisions;

/// <summary>What the form of a decision holds.</summary>
public sealed class DecisionInput
{
    [Display(Name = "What does this correct?", Description = "Everybody sees it beside the earlier version."), StringLength(DecisionRecord.CorrectionMaxLength)]
    public string? Correction { get; set; }

    [Display(Name = "What was decided?", Description = "In plain words. You can use Markdown."), StringLength(DecisionRecord.DecidedMaxLength)]
    public string? Decided { get; set; }

    [Display(Name = "Those who decided have read the summary")]
    public bool HasRead { get; set; }

    [Display(Name = "Who read it?", Description = "Roles, such as “All nine members of the board”. No name is needed."), StringLength(DecisionRecord.ReadByMaxLength)]
    public string? ReadBy { get; set; }

    [Display(Name = "By which day had they read it?")]
    public DateOnly? ReadOn { get; set; }

    [Display(Name = "Equality: what changed", Description = "What the decision means for the groups that were known to be affected, and what is done about harm. Say so where nothing changed, and why."), StringLength(DecisionRecord.EqualityChangeMaxLength)]
    public string? EqualityChange { get; set; }

    public List<AnswerInput> Answers { get; set; } = [];

    /// <summary>A form to begin with: empty, or what the record before says.</summary>
    public static DecisionInput Begin(DecisionRecord? newest, IReadOnlyList<Topic> topics)
    {
        var input = newest is null ? new DecisionInput() : new DecisionInput { Decided = newest.Decided, ReadBy = newest.ReadBy, ReadOn = newest.ReadOn, EqualityChange = newest.EqualityChange };
        foreach (var topic in topics)
        {
            var before = newest?.Answers.Find(a => topic.ThemeId is not null ? a.ThemeId == topic.ThemeId : a.FindingId == topic.FindingId || (a.ThemeId is null && a.Name == topic.Name));
            input.Answers.Add(before is null ? new AnswerInput { Topic = topic.Key } : AnswerInput.Of(topic, before));
        }
        return input;
    }

    /// <summary>Puts the answers into the order of the topics; answers whether they stood in it already.</summary>
    public bool Follow(IReadOnlyList<Topic> topics)
    {
        var given = Answers.Select(a => a.Topic).ToList();
        Answers = [.. topics.Select(t => Answers.Find(a => a.Topic == t.Key) ?? new AnswerInput { Topic = t.Key })];
        return given.SequenceEqual(topics.Select(t => t.Key), StringComparer.Ordinal);
    }

    /// <summary>What it says; links that were not offered are left out.</summary>
    public DecisionText ToText(DecisionCase of) => new(
        CleanText.Of(Decided), CleanText.OneLine(ReadBy), ReadOn, CleanText.Of(Correction),
        [.. Answers.Zip(of.Topics, (a, topic) => a.ToText(topic, of.Links.Any(l => l.Value == a.Link)))],
        CleanText.Of(EqualityChange));

    /// <summary>Says of each field what is missing.</summary>
    public bool IsRight(ModelStateDictionary state, DecisionCase of, DateOnly today)
    {
        if (!HasRead) state.TryAddModelError("Input.HasRead", "Tick that those who decided have read the summary");
        foreach (var lack in DecisionLacks.Of(ToText(of), of.Topics, of.Newest is not null, UkTime.Day(of.Cites!.PublishedAt!.Value), today)) state.TryAddModelError($"Input.{lack.Field}", lack.Message);
        return state.IsValid;
    }
}

/// <summary>The answer to one theme, or to one finding without a theme.</summary>
public sealed class AnswerInput
{
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new(nameof(ResponseKind.Accepted), "Accepted"),
        new(nameof(ResponseKind.Partly), "Accepted in part"),
        new(nameof(ResponseKind.NotAccepted), "Not accepted"),
    ];

    public string Topic { get; set; } = "";

    public ResponseKind? Kind { get; set; }

    [StringLength(ThemeAnswer.ReasonMaxLength)]
    public string? Reason { get; set; }

    /// <summary>"recommendation-12" or "action-3-4"; nothing where none carries it out.</summary>
    public string? Link { get; set; }

    public static AnswerInput Of(Topic topic, ThemeAnswer before) => new()
    {
        Topic = topic.Key,
        Kind = before.Kind,
        Reason = before.Reason,
        Link = before.RecommendationId is { } ask ? $"recommendation-{ask}" : before.StrategyId is { } strategy ? $"action-{strategy}-{before.ActionNumber}" : null,
    };

    public AnswerText ToText(Topic topic, bool isOffered)
    {
        var text = new AnswerText(topic, Kind, CleanText.Of(Reason));
        return !isOffered || Link!.Split('-') is not [var kind, .. var ids] ? text
            : kind == "recommendation" ? text with { RecommendationId = long.Parse(ids[0], CultureInfo.InvariantCulture) }
            : text with { StrategyId = long.Parse(ids[0], CultureInfo.InvariantCulture), ActionNumber = int.Parse(ids[1], CultureInfo.InvariantCulture) };
    }
}
