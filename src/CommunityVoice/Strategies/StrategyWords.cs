namespace CommunityVoice.Strategies;

/// <summary>The words of what an action is about and where it is decided, in one place for all pages.</summary>
public static class StrategyWords
{
    public static string Word(this ActionClass kind) => kind switch
    {
        ActionClass.Workforce => "Workforce",
        ActionClass.Accountability => "Local accountability",
        ActionClass.Capacity => "Capacity",
        _ => "Other",
    };

    public static string Word(this DecisionLevel level) => level switch
    {
        DecisionLevel.Neighbourhood => "Neighbourhood",
        DecisionLevel.Place => "Place",
        DecisionLevel.System => "System",
        _ => "Strategic authority",
    };
}
