using CommunityVoice.Consultations;
using CommunityVoice.Frameworks;

namespace CommunityVoice.Strategies;

/// <summary>What a version must hold before it is published: rules R-I35, R-I37, R-I38, R-I39, R-I77, R-I79, R-A12 and R-A21. It must be loaded whole.</summary>
public static class StrategyLacks
{
    public const string Actions = "Actions";
    public const string Involved = "Involved";

    /// <summary>The field of an action: "Action.12".</summary>
    public static string Field(StrategyAction action) => $"Action.{action.Id}";

    /// <summary>The field of an impact or goal: "Measure.12".</summary>
    public static string Field(FrameworkItem item) => $"Measure.{item.Id}";

    public static IReadOnlyList<Lack> Of(StrategyVersion version)
    {
        var lacks = new List<Lack>();
        if (!version.Actions.Exists(a => a.Class == ActionClass.Workforce)) lacks.Add(new(Actions, "Add at least one action about the workforce"));
        if (!version.Actions.Exists(a => a.Class == ActionClass.Accountability)) lacks.Add(new(Actions, "Add at least one action about local accountability"));
        if (Empty(version.BodiesInvolved)) lacks.Add(new(Involved, "Say how the voice bodies that reach the area were involved"));
        if (Empty(version.PeopleInvolved)) lacks.Add(new(Involved, "Say how people who live or work there were involved"));
        // One that nobody began is none; one that was begun is whole.
        foreach (var measure in version.Measured.Select(version.MeasureOf).OfType<LocalMeasure>().Where(m => !m.Facts.IsWhole))
        {
            lacks.Add(new(Field(measure.Item), $"Say how “{measure.Item.Title}” is measured here, where it stands, what it should reach, by when and who answers for it, or leave all of it empty"));
        }
        foreach (var action in version.ActionsInOrder) lacks.AddRange(Of(version, action));
        return lacks;
    }

    private static IEnumerable<Lack> Of(StrategyVersion version, StrategyAction action)
    {
        var (field, name) = (Field(action), $"action {action.Number}, “{action.Title}”");
        if (Empty(action.WhatWillBeDone)) yield return new(field, $"Write what will be done in {name}");
        if (action.OwnerKind == OwnerKind.Body && action.OwnerId is null && action.Owner is null) yield return new(field, $"Choose who owns {name}");
        if (action.OwnerKind == OwnerKind.National && Empty(action.NationalAsk)) yield return new(field, $"Write what is asked of those who decide for the country in {name}");
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
