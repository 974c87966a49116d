using CommunityVoice.Consultations;

namespace CommunityVoice.Strategies;

/// <summary>What a version must hold before it is published: rules R-I35, R-I37, R-I38, R-I39, R-I77 and R-A21. It must be loaded whole.</summary>
public static class StrategyLacks
{
    public const string Actions = "Actions";

    /// <summary>The field of an action: "Action.12".</summary>
    public static string Field(StrategyAction action) => $"Action.{action.Id}";

    public static IReadOnlyList<Lack> Of(StrategyVersion version)
    {
        var lacks = new List<Lack>();
        if (!version.Actions.Exists(a => a.Class == ActionClass.Workforce)) lacks.Add(new(Actions, "Add at least one action about the workforce"));
        if (!version.Actions.Exists(a => a.Class == ActionClass.Accountability)) lacks.Add(new(Actions, "Add at least one action about local accountability"));
        foreach (var action in version.ActionsInOrder) lacks.AddRange(Of(version, action));
        return lacks;
    }

    private static IEnumerable<Lack> Of(StrategyVersion version, StrategyAction action)
    {
        var (field, name) = (Field(action), $"action {action.Number}, “{action.Title}”");
        if (Empty(action.WhatWillBeDone)) yield return new(field, $"Write what will be done in {name}");
        if (action.OwnerId is null && action.Owner is null) yield return new(field, $"Choose who owns {name}");
        if (action.DueOn is null) yield return new(field, $"Enter the day by which {name} is done");
        if (Empty(action.Measure) || Empty(action.Baseline) || Empty(action.Target)) yield return new(field, $"Write how {name} is measured, where it stands now and what it should reach");
        if (Empty(action.CouldBeLower)) yield return new(field, $"Answer whether {name} could be decided lower");
        if (action.Items.Count == 0) yield return new(field, $"Choose the priorities that {name} serves");
        if (action.Findings.Count == 0 && Empty(action.NoFindingReason)) yield return new(field, $"Choose the findings that ask for {name}, or say why there is none");
        var hasMoney = version.Lines.Exists(l => l.Action == action);
        if (!hasMoney && Empty(action.UnfundedReason)) yield return new(field, $"Add money for {name}, or say why it has none");
        if (hasMoney && !Empty(action.UnfundedReason)) yield return new(field, $"Take out either the money of {name} or the reason why it has none");
    }

    private static bool Empty(string text) => string.IsNullOrWhiteSpace(text);
}
