using System.Globalization;
using CommunityVoice.Chains;
using CommunityVoice.Markup;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Recommendations;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Chains;

/// <summary>One thing in a step's list: where it is read, what is known of it, and where it is followed from.</summary>
public sealed record ChainLink(string Words, string Address, string About, string? Follow);

/// <summary>A step of a chain as it is read: in the picture as its name and its words, in the list with its things.</summary>
public sealed record ChainStepView(ChainKind Kind, string Name, string Words, bool IsThere, bool IsHere, string Gap, IReadOnlyList<ChainLink> Links, string? Previous, string? Next);

/// <summary>A chain in words: what is there with numbers, names, days and amounts, and what is not there yet, said plainly.</summary>
public sealed record ChainReading(Chain Chain, DateOnly Today)
{
    private const int LongestExtract = 160;

    public IReadOnlyList<ChainStepView> Steps =>
    [
        Step(ChainKind.Comment, "Said", Chain.Said, "comment", "comments", "No comment that can be seen is linked to this.", c => new(
            c.Body is { } body ? Words.Cut(CleanText.OfMarkdown(body), LongestExtract) : $"Comment {c.Id}. {EntryConsentWords.NotQuoted}", $"/consultations/{c.ConsultationSlug}/comments/{c.Id}", $"{(c.Voice == Voice.NotSaid ? "" : $"{c.Voice.Word()}, ")}{Day(c.At)}", At(ChainKind.Comment, c.Id))),
        Step(ChainKind.Theme, "Grouped", Chain.Themes, "theme", "themes", "Not grouped into a theme.", t => new(
            t.Name, t.Address, Words.Count(t.Comments, "comment", "comments"), At(ChainKind.Theme, t.Id))),
        Step(ChainKind.Ballot, "Voted on", Chain.Voted, "vote", "votes", "No vote is linked to this.", v => new(
            v.Title, $"/ballots/{v.Id}/results", $"{v.Consultation}, {TookPart(v)}", At(ChainKind.Ballot, v.Id))),
        Step(ChainKind.Finding, "Found", Chain.Found, "finding", "findings", "Not in a published summary yet.", f => new(
            f.Heading, f.Address, $"{f.Summary}, {Day(f.At)}", At(ChainKind.Finding, f.Id))),
        Step(ChainKind.Recommendation, "Recommended", Chain.Asked, "recommendation", "recommendations", "No recommendation rests on this.", r => new(
            r.Ask, $"/recommendations/{r.Id}", $"to {r.Body}; {About(r)}", At(ChainKind.Recommendation, r.Id))),
        Step(ChainKind.Response, "Answered", Chain.Answered, "answer", "answers", NoAnswer, a => new(
            $"{a.Kind?.Word() ?? "Decided"}: {Words.Cut(a.Words, LongestExtract)}", a.Address, $"{a.By}, {Day(a.At)}", a.ResponseId is { } id ? At(ChainKind.Response, id) : null)),
        Step(ChainKind.Action, "Planned", Chain.Planned, "action", "actions", Chain.Question.Kind == ChainKind.Line ? "This money is for no action." : "No action of a strategy rests on this yet.", p => new(
            p.Title, $"/strategies/{p.StrategySlug}#action-{p.Number}", string.Join(", ", new[] { p.Strategy, p.Owner, p.DueOn is { } due ? $"by {TagHelpers.UkTime.Words(due)}" : null }.OfType<string>()), At(ChainKind.Action, p.Id))),
        Step(ChainKind.Line, "Paid for", Chain.Paid, "budget line", "budget lines", NoMoney, l => new(
            $"{Money.Words(l.Pence)}: {l.Title}", $"/strategies/{l.StrategySlug}/money#line-{l.Number}", $"to {l.Recipient}, {TagHelpers.UkTime.Words(l.StartsOn)} to {TagHelpers.UkTime.Words(l.EndsOn)}", At(ChainKind.Line, l.Id)))
            with { Words = Chain.Paid.Count == 0 ? "no money yet" : Money.Words(Chain.Pence) },
    ];

    /// <summary>The picture for those who do not see it.</summary>
    public string InWords => string.Join("; ", Steps.Select(s => $"{s.Name}: {s.Words}")) + ".";

    private string NoAnswer => Chain.AnswerDueOn is not { } due ? Chain.IsClockStopped ? "No answer yet: the clock of the recommendation stands still." : "No answer yet: nobody was asked." : due < Today ? $"No answer yet. It was due by {TagHelpers.UkTime.Words(due)}." : $"No answer yet, due by {TagHelpers.UkTime.Words(due)}.";

    private string NoMoney => Chain.Planned.Count == 0 ? "No money yet, because nothing is planned." : Chain.UnfundedReason.Length > 0 ? $"No money yet, because: {Chain.UnfundedReason}" : "No money yet, and nobody has said why.";

    private ChainStepView Step<T>(ChainKind kind, string name, ChainStep<T> step, string one, string many, string gap, Func<T, ChainLink> link) => new(
        kind, name, step.Count == 0 ? Nothing(kind) : Words.Count(step.Count, one, many), step.Count > 0, Chain.Question.Kind == kind, step.Count == 0 ? gap : "",
        [.. step.Shown.Select(link)], step.Page > 1 ? Other(kind, step.Page - 1) : null, step.HasNext ? Other(kind, step.Page + 1) : null);

    private string Nothing(ChainKind kind) => kind switch
    {
        ChainKind.Response when Chain.AnswerDueOn is { } due => due < Today ? "overdue" : $"due {due.ToString("d MMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}",
        ChainKind.Response or ChainKind.Finding or ChainKind.Action => "none yet",
        _ => "none",
    };

    private static string TookPart(VotedItem vote) =>
        $"{(vote.People is { } people ? Words.Count(people, "person", "people") : $"fewer than {BallotResult.FewestPeople} people")} took part{(vote.HasEnded ? "" : " so far")}";

    private static string About(AskedItem ask) => ask.State switch
    {
        RecommendationState.Answered => ask.Outcome is { } outcome ? $"answered; {outcome.State.Word().ToLowerInvariant()} as of {TagHelpers.UkTime.Words(outcome.On)}" : "answered; nothing reported since",
        RecommendationState.Overdue => $"no answer, was due by {TagHelpers.UkTime.Words(ask.DueOn)}",
        RecommendationState.Withdrawn => "withdrawn",
        RecommendationState.Paused => "no answer yet; the clock stands still",
        _ => $"no answer yet, due by {TagHelpers.UkTime.Words(ask.DueOn)}",
    };

    private string Other(ChainKind kind, int page) => $"{At(Chain.Question.Kind, Chain.Question.Id)}?show={Name(kind)}{(page > 1 ? $"&page={page}" : "")}#step-{Name(kind)}";

    private static string At(ChainKind kind, long id) => string.Create(CultureInfo.InvariantCulture, $"/thread/{Name(kind)}/{id}");

    private static string Name(ChainKind kind) => kind.ToString().ToLowerInvariant();

    private static string Day(DateTimeOffset at) => TagHelpers.UkTime.Words(UkTime.Day(at));
}
