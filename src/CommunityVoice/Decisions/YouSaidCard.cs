using CommunityVoice.Recommendations;

namespace CommunityVoice.Decisions;

/// <summary>How something that was said was answered.</summary>
public enum CardState
{
    Accepted,
    Partly,
    NotAccepted,
    NoAnswerYet,
}

/// <summary>An action of a newest published strategy that a card's finding or answer leads to, with its money.</summary>
public sealed record CardAction(string Slug, string Strategy, int Number, string Title, long Pence, string UnfundedReason);

/// <summary>What was last reported of a recommendation.</summary>
public sealed record CardOutcome(OutcomeState State, DateOnly On, string Effect);

/// <summary>
/// One strip of "You said, we did, and why not". It is made of linked records alone (rule R-B21): a theme or finding, an answer to it or the
/// lack of one, the actions and their money, and what became of it.
/// </summary>
public sealed record YouSaidCard(
    string Said, string SaidHref, int Comments, string Consultation, string ConsultationSlug,
    CardState State, string By, string BySlug, string Promised, string Why, string AnswerHref, DateOnly? DueOn,
    IReadOnlyList<CardAction> Actions, CardOutcome? Outcome, string ThreadHref)
{
    public bool IsOverdueOn(DateOnly today) => State == CardState.NoAnswerYet && DueOn < today;

    internal static CardState StateOf(ResponseKind? kind) => kind switch
    {
        ResponseKind.Accepted => CardState.Accepted,
        ResponseKind.Partly => CardState.Partly,
        ResponseKind.NotAccepted => CardState.NotAccepted,
        _ => CardState.NoAnswerYet,
    };

    internal static ResponseKind? KindOf(CardState state) => state switch
    {
        CardState.Accepted => ResponseKind.Accepted,
        CardState.Partly => ResponseKind.Partly,
        CardState.NotAccepted => ResponseKind.NotAccepted,
        _ => null,
    };
}
