namespace CommunityVoice.Recommendations;

/// <summary>Where a recommendation stands on a day; worked out from its dates and records, and stored nowhere.</summary>
public enum RecommendationState
{
    Draft,
    Sent,
    Acknowledged,
    Paused,
    Overdue,
    Answered,
    Withdrawn,
}

/// <summary>The words for states and answers that readers, staff and letters share.</summary>
public static class RecommendationWords
{
    public static string Word(this RecommendationState state) => state switch
    {
        RecommendationState.Draft => "Draft",
        RecommendationState.Sent => "Sent",
        RecommendationState.Acknowledged => "Acknowledged",
        RecommendationState.Paused => "Clock stopped",
        RecommendationState.Overdue => "Overdue",
        RecommendationState.Answered => "Answered",
        _ => "Withdrawn",
    };

    public static string Word(this ResponseKind kind) => kind switch
    {
        ResponseKind.Accepted => "Accepted",
        ResponseKind.Partly => "Accepted in part",
        _ => "Not accepted",
    };

    public static string Word(this OutcomeState state) => state switch
    {
        OutcomeState.Done => "Done",
        OutcomeState.InProgress => "In progress",
        OutcomeState.NotDone => "Not done",
        _ => "Unknown",
    };
}
