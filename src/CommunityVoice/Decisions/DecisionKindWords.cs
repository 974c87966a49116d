namespace CommunityVoice.Decisions;

/// <summary>The words of sorts of decisions.</summary>
public static class DecisionKindWords
{
    public static string Word(this DecisionKind kind) => kind switch
    {
        DecisionKind.Consultation => "On a consultation",
        DecisionKind.Strategy => "A strategy",
        _ => "On a recommendation",
    };
}
