using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Elements;
using CommunityVoice.Frameworks;
using CommunityVoice.Skills;
using CommunityVoice.Summaries;

namespace CommunityVoice.Strategies;

/// <summary>What an action makes fit for purpose (rules R-I19, R-I37, R-I38). Place capacity: people and time to run things in the place itself.</summary>
public enum ActionClass
{
    Workforce,
    Accountability,
    Capacity,
    PlaceCapacity,
    Other,
}

/// <summary>Where an action is decided, nearest to people first.</summary>
public enum DecisionLevel
{
    Neighbourhood,
    Place,
    System,
    StrategicAuthority,
}

/// <summary>Who an action falls to: much that makes people well is outside what health bodies reach (rule R-I79).</summary>
public enum OwnerKind
{
    Body,
    Community,
    National,
}

/// <summary>How long the aim takes that an action is aligned with.</summary>
public enum Horizon
{
    ShortTerm,
    MediumTerm,
    LongTerm,
}

/// <summary>What an action says of itself. Texts are empty while nothing is written.</summary>
public sealed record ActionFacts(
    string Title, string WhatWillBeDone, ActionClass Class, DecisionLevel Level, string CouldBeLower, Body? Owner, DateOnly? DueOn,
    string Measure, string Baseline, string Target, string NoFindingReason, string UnfundedReason,
    IReadOnlyList<FrameworkItem> Items, IReadOnlyList<Finding> Findings)
{
    public OwnerKind OwnerKind { get; init; }

    /// <summary>What is asked of those who decide for the country.</summary>
    public string NationalAsk { get; init; } = "";

    /// <summary>The national or long-term aim that it is aligned with, and how long that takes; neither where it is not aligned.</summary>
    public string Alignment { get; init; } = "";
    public Horizon? Horizon { get; init; }

    /// <summary>A shift of <see cref="MoneyLists"/>; empty is none of them.</summary>
    public string Shift { get; init; } = "";

    /// <summary>What makes people well or ill outside health care that it is about (rule R-I78), as <see cref="DeterminantList"/> keeps it.</summary>
    public string Determinants { get; init; } = "";

    /// <summary>The skills of <see cref="SkillList"/> that are needed, and about how many people; a number without a skill says nothing.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];
    public int? PeopleNeeded { get; init; }

    /// <summary>What it brings that was missing.</summary>
    public IReadOnlyList<Element> Brings { get; init; } = [];
}

/// <summary>One thing a strategy will do: by whom, by when, how it is measured, which priorities it serves and which findings ask for it.</summary>
public sealed class StrategyAction : INeverOnCachedPages // its version, edited with it, names the pages
{
    public const int TitleMaxLength = 200;
    public const int TextMaxLength = 4000;
    public const int ShortMaxLength = 500;
    public const int MostPeople = 999;

    private StrategyAction() { } // EF Core

    internal StrategyAction(StrategyVersion version, int number, ActionFacts facts)
    {
        (Version, VersionId, Number) = (version, version.Id, number);
        Take(facts);
    }

    public long Id { get; private set; }
    public long VersionId { get; private set; }
    public StrategyVersion Version { get; private set; } = null!;

    /// <summary>Stays the same from version to version, so that changes can be told.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string WhatWillBeDone { get; private set; } = "";
    public ActionClass Class { get; private set; }
    public DecisionLevel Level { get; private set; }

    /// <summary>The answer to "could this be decided lower?" (rule R-I77).</summary>
    public string CouldBeLower { get; private set; } = "";
    public OwnerKind OwnerKind { get; private set; }
    public long? OwnerId { get; private set; }
    public Body? Owner { get; private set; }

    /// <summary>What is asked of those who decide for the country, in public.</summary>
    public string NationalAsk { get; private set; } = "";

    /// <summary>The national or long-term aim that it is aligned with (rule R-I106); empty where there is none, and there need not be.</summary>
    public string Alignment { get; private set; } = "";
    public Horizon? Horizon { get; private set; }

    /// <summary>The code of the shift that it is part of (rule R-I8); empty is none of them.</summary>
    public string Shift { get; private set; } = "";

    /// <summary>The codes of the determinants that it is about, as <see cref="DeterminantList"/> keeps them.</summary>
    public string Determinants { get; private set; } = "";
    public DateOnly? DueOn { get; private set; }
    public string Measure { get; private set; } = "";
    public string Baseline { get; private set; } = "";
    public string Target { get; private set; } = "";

    /// <summary>Why it rests on no finding, in public.</summary>
    public string NoFindingReason { get; private set; } = "";

    /// <summary>Why there is no money for it, in public.</summary>
    public string UnfundedReason { get; private set; } = "";
    /// <summary>About how many people with its skills are needed (rule R-I20); none where nobody said.</summary>
    public int? PeopleNeeded { get; private set; }
    public List<ActionItem> Items { get; } = [];
    public List<ActionFinding> Findings { get; } = [];
    public List<ActionSkill> Skills { get; } = [];

    /// <summary>What it brings that was missing (rule R-I55).</summary>
    public List<ActionElement> Brings { get; } = [];

    /// <summary>The items it serves, in the framework's order.</summary>
    public IReadOnlyList<FrameworkItem> Serves => [.. Items.Select(i => i.Item).OrderBy(i => i.Order).ThenBy(i => i.Id)];

    public IReadOnlyList<Finding> RestsOn => [.. Findings.Select(f => f.Finding).OrderBy(f => f.VersionId).ThenBy(f => f.Order).ThenBy(f => f.Id)];

    internal ActionFacts Facts => new(
        Title, WhatWillBeDone, Class, Level, CouldBeLower, Owner, DueOn, Measure, Baseline, Target, NoFindingReason, UnfundedReason, Serves, RestsOn)
    {
        OwnerKind = OwnerKind,
        NationalAsk = NationalAsk,
        Shift = Shift,
        Determinants = Determinants,
        Alignment = Alignment,
        Horizon = Horizon,
        Skills = [.. Skills.Select(s => s.Code)],
        PeopleNeeded = PeopleNeeded,
        Brings = [.. Brings.Select(b => b.Element)],
    };

    internal void Take(ActionFacts facts)
    {
        if (string.IsNullOrWhiteSpace(facts.Title)) throw new ArgumentException("An action has a title.", nameof(facts));
        if (facts.Alignment.Length > 0 && facts.Horizon is null) throw new ArgumentException("An aim has a horizon.", nameof(facts));
        (Title, WhatWillBeDone, Class, Level, CouldBeLower) = (facts.Title, facts.WhatWillBeDone, facts.Class, facts.Level, facts.CouldBeLower);
        (OwnerKind, Owner, OwnerId, NationalAsk, DueOn) = (facts.OwnerKind, facts.Owner, facts.Owner?.Id, facts.NationalAsk, facts.DueOn);
        (Shift, Determinants, Alignment, Horizon) = (facts.Shift, facts.Determinants, facts.Alignment, facts.Alignment.Length > 0 ? facts.Horizon : null);
        (Measure, Baseline, Target) = (facts.Measure, facts.Baseline, facts.Target);
        (NoFindingReason, UnfundedReason) = (facts.NoFindingReason, facts.UnfundedReason);
        PeopleNeeded = facts.Skills.Count > 0 ? facts.PeopleNeeded : null;
        Skills.RemoveAll(s => !facts.Skills.Contains(s.Code));
        Skills.AddRange(facts.Skills.Except(Skills.Select(s => s.Code), StringComparer.Ordinal).ToList().Select(code => new ActionSkill(this, code)));
        Brings.RemoveAll(b => !facts.Brings.Contains(b.Element));
        Brings.AddRange(facts.Brings.Except(Brings.Select(b => b.Element)).ToList().Select(e => new ActionElement(this, e)));
        Items.RemoveAll(i => !facts.Items.Contains(i.Item));
        Items.AddRange(facts.Items.Except(Items.Select(i => i.Item)).Select(i => new ActionItem(this, i)));
        Findings.RemoveAll(f => !facts.Findings.Contains(f.Finding));
        Findings.AddRange(facts.Findings.Except(Findings.Select(f => f.Finding)).Select(f => new ActionFinding(this, f)));
    }
}

/// <summary>An action serves an item of the framework.</summary>
public sealed class ActionItem : INeverOnCachedPages
{
    private ActionItem() { } // EF Core

    internal ActionItem(StrategyAction action, FrameworkItem item) => (Action, ActionId, Item, ItemId) = (action, action.Id, item, item.Id);

    public long ActionId { get; private set; }
    public StrategyAction Action { get; private set; } = null!;
    public long ItemId { get; private set; }
    public FrameworkItem Item { get; private set; } = null!;
}

/// <summary>An action rests on a finding of a published summary (rule R-I35).</summary>
public sealed class ActionFinding : INeverOnCachedPages
{
    private ActionFinding() { } // EF Core

    internal ActionFinding(StrategyAction action, Finding finding) => (Action, ActionId, Finding, FindingId) = (action, action.Id, finding, finding.Id);

    public long ActionId { get; private set; }
    public StrategyAction Action { get; private set; } = null!;
    public long FindingId { get; private set; }
    public Finding Finding { get; private set; } = null!;
}
