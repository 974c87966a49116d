namespace CommunityVoice.Strategies;

/// <summary>The words of what an action is about and where it is decided, in one place for all pages.</summary>
public static class StrategyWords
{
    public static string Word(this ActionClass kind) => kind switch
    {
        ActionClass.Workforce => "Workforce",
        ActionClass.Accountability => "Local accountability",
        ActionClass.Capacity => "Capacity",
        ActionClass.PlaceCapacity => "Place capacity",
        _ => "Other",
    };

    public static string Word(this DecisionLevel level) => level switch
    {
        DecisionLevel.Neighbourhood => "Neighbourhood",
        DecisionLevel.Place => "Place",
        DecisionLevel.System => "System",
        _ => "Strategic authority",
    };

    public static string Word(this ActionState state) => state switch
    {
        ActionState.Begun => "Begun",
        ActionState.Done => "Done",
        _ => "Stopped",
    };

    public static string Word(this OwnerKind kind) => kind switch
    {
        OwnerKind.Body => "An organisation",
        OwnerKind.Community => "The community here",
        _ => "Those who decide for the country",
    };

    public static string Word(this Horizon horizon) => horizon switch
    {
        Horizon.ShortTerm => "Short term: within one year",
        Horizon.MediumTerm => "Medium term: one to three years",
        _ => "Long term: more than three years",
    };

    public static string Word(this ReportingFrequency frequency) => frequency switch
    {
        ReportingFrequency.None => "None asked for",
        ReportingFrequency.Yearly => "Once a year",
        ReportingFrequency.HalfYearly => "Twice a year",
        ReportingFrequency.Quarterly => "Four times a year",
        _ => "Every month",
    };

    /// <summary>What a board decided on whether to revise a strategy after a new assessment of needs; nothing while it is open.</summary>
    public static string RevisionWord(bool? revises) => revises switch
    {
        null => "Not decided yet",
        true => "To be revised",
        _ => "Not to be revised",
    };

    /// <summary>Who an action falls to, in words; none while nobody said.</summary>
    public static string? OwnerWords(this StrategyAction action) => action.Owner?.Name ?? (action.OwnerKind == OwnerKind.Body ? null : action.OwnerKind.Word());

    /// <summary>How free whoever gets the money is in using it.</summary>
    public static string TermsWords(this BudgetLine line) => line.Unrestricted switch
    {
        0 => "For this purpose only",
        100 => "They decide how to use it",
        var part => $"They decide how to use {part}% of it",
    };
}
