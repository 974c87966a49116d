using CommunityVoice.Areas;
using CommunityVoice.OpenData;
using CommunityVoice.Summaries;

namespace CommunityVoice.Decisions;

/// <summary>A decision's answer to one theme, or to a finding under none: accepted, partly or notAccepted, and why. Strategy and ActionNumber: the action that carries it out.</summary>
public sealed record ThemeAnswerData(string Name, string Kind, string Reason, string? Recommendation, string? Strategy, int? ActionNumber, string Thread)
{
    internal static ThemeAnswerData Of(ThemeAnswer a) => new(
        a.Name, DataCode.Of(a.Kind), a.Reason, a.RecommendationId is { } ask ? $"/recommendations/{ask}" : null, a.Strategy is { } strategy ? $"/strategies/{strategy.Slug}" : null, a.ActionNumber,
        a.ThemeId is { } theme ? $"/thread/theme/{theme}" : $"/thread/finding/{a.FindingId}");
}

/// <summary>What was decided, in the newest version, resting on which summary, and who read that before. Decided: Markdown. Correction: what it corrects of the version before.</summary>
public sealed record DecisionRecordData(
    int Number, string Decided, string By, string BySlug, DateTimeOffset PublishedAt, TitleData RestsOn, int RestsOnVersion, string ReadBy, DateOnly ReadOn, string EqualityChange, string? Correction, IReadOnlyList<ThemeAnswerData> Answers)
{
    internal static DecisionRecordData Of(DecisionRecord r) => new(
        r.Number, r.Decided, r.By.Name, r.By.Slug, r.PublishedAt, new(r.Cites.Title, $"/summaries/{r.Cites.Summary.Slug}/v{r.Cites.Number}"), r.Cites.Number, r.ReadBy, r.ReadOn, r.EqualityChange, r.Correction,
        [.. r.InOrder.Select(ThemeAnswerData.Of)]);
}

/// <summary>Why it takes longer than twelve weeks, in the words of those who decide.</summary>
public sealed record DecisionDelayData(string Why, string From, string FromSlug, DateTimeOffset At, DateOnly? ExpectedOn);

/// <summary>An action that a card leads to, with its money. UnfundedReason: why it has none.</summary>
public sealed record CardActionData(string Title, string Strategy, int Number, long Pence, string UnfundedReason, string Path);

/// <summary>One card of “You said, we did, and why not”. State: accepted, partly, notAccepted or noAnswerYet. Comments: that can be seen now. Outcome: what was last reported, none where nothing was.</summary>
public sealed record YouSaidData(
    string Said, int Comments, string State, string By, string BySlug, string Promised, string Why, DateOnly? DueOn, string? Outcome, DateOnly? OutcomeOn, string? Effect, IReadOnlyList<CardActionData> Actions, string Answer, string Thread)
{
    internal static YouSaidData Of(YouSaidCard c) => new(
        c.Said, c.Comments, DataCode.Of(c.State), c.By, c.BySlug, c.Promised, c.Why, c.DueOn, c.Outcome is { } outcome ? DataCode.Of(outcome.State) : null, c.Outcome?.On, c.Outcome?.Effect,
        [.. c.Actions.Select(a => new CardActionData(a.Title, a.Strategy, a.Number, a.Pence, a.UnfundedReason, $"/strategies/{a.Slug}#action-{a.Number}"))], c.AnswerHref, c.ThreadHref);
}

/// <summary>The decision on a consultation with all that its page says. DueOn: twelve weeks after the close. Record: none until it is decided. Delays: newest first. YouSaid: the newest cards, as many as the page shows, and none with an earlier version; AllYouSaid: the page with the rest.</summary>
public sealed record DecisionData(
    DateOnly DueOn, bool IsOverdue, DecisionRecordData? Record, IReadOnlyList<DecisionDelayData> Delays, IReadOnlyList<VersionData> Versions, IReadOnlyList<YouSaidData> YouSaid, string AllYouSaid, string Path)
{
    /// <summary>Of a reading. Area: the slug of where it was asked.</summary>
    public static DecisionData Of(DecisionReading reading, string consultation, string area)
    {
        var path = $"/consultations/{consultation}/decision";
        return new(
            reading.Clock.DueOn, reading.Clock.IsOverdue, reading.Record is { } record ? DecisionRecordData.Of(record) : null,
            [.. reading.Delays.Select(d => new DecisionDelayData(d.Words, d.From.Name, d.From.Slug, d.At, d.ExpectedOn))],
            [.. reading.Versions.Select(v => new VersionData(v.Number, v.At, v.Correction, $"{path}?version={v.Number}"))],
            [.. reading.Cards.Select(YouSaidData.Of)], $"/areas/{area}/you-said", reading is { Record: { } shown, IsNewest: false } ? $"{path}?version={shown.Number}" : path);
    }
}
