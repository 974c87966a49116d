using CommunityVoice.Strategies;

namespace CommunityVoice.Content;

/// <summary>The strategy of the invented place as written under <c>content/demo</c>.</summary>
public sealed class DemoStrategyFile
{
    public required string Slug { get; init; }
    public required string Title { get; init; }
    public required string By { get; init; }

    /// <summary>The bodies that write it too.</summary>
    public List<string> With { get; init; } = [];
    public required string Author { get; init; }
    public required string Area { get; init; }
    public required int Published { get; init; }
    public required string About { get; init; }

    /// <summary>Of the financial year in which it is published.</summary>
    public required string Focus { get; init; }
    public required string OtherPlans { get; init; }
    public required string BodiesInvolved { get; init; }
    public required string PeopleInvolved { get; init; }
    public required List<DemoPlan> Plans { get; init; }
    public required List<DemoMeasure> Measures { get; init; }
    public required List<DemoActionReport> Reports { get; init; }
    public required List<DemoAction> Actions { get; init; }
    public required List<DemoLine> Lines { get; init; }

    /// <summary>Explanations, by the code of the item.</summary>
    public required Dictionary<string, string> Gaps { get; init; }
    public List<DemoNeed> Needs { get; init; } = [];
    public List<DemoExemplar> Exemplars { get; init; } = [];
    public List<DemoOffer> Offers { get; init; } = [];
}

/// <summary>One action; findings are named by their words.</summary>
public sealed class DemoAction
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    public required ActionClass Class { get; init; }
    public required DecisionLevel Level { get; init; }
    public required string Lower { get; init; }
    public string? Owner { get; init; }
    public OwnerKind OwnerKind { get; init; }
    public string NationalAsk { get; init; } = "";
    public string Alignment { get; init; } = "";
    public Horizon? Horizon { get; init; }
    public string Shift { get; init; } = "";
    public List<string> Determinants { get; init; } = [];

    /// <summary>What it brings that was missing, by name.</summary>
    public List<string> Brings { get; init; } = [];
    public List<string> Skills { get; init; } = [];
    public int? People { get; init; }
    public required int Due { get; init; }
    public required string Measure { get; init; }
    public required string Baseline { get; init; }
    public required string Target { get; init; }
    public required List<string> Items { get; init; }
    public List<string> Findings { get; init; } = [];
    public string NoFinding { get; init; } = "";
    public string Unfunded { get; init; } = "";
}

/// <summary>A place that did better. Days are counted from the day of loading.</summary>
public sealed class DemoExemplar
{
    public required string Item { get; init; }
    public required string Place { get; init; }
    public required string Figure { get; init; }
    public required string Before { get; init; }
    public required int BeforeOn { get; init; }
    public required string After { get; init; }
    public required int AfterOn { get; init; }
    public required string Method { get; init; }
    public required string Source { get; init; }
    public required string At { get; init; }
}

/// <summary>What somebody offers, and which action they would like to help with.</summary>
public sealed class DemoOffer
{
    public required string Person { get; init; }
    public string? For { get; init; }
    public required string Area { get; init; }
    public required List<string> Skills { get; init; }
    public string Words { get; init; } = "";
    public string? Helps { get; init; }
    public required string At { get; init; }
}

/// <summary>What an impact means in the invented place.</summary>
public sealed class DemoMeasure
{
    public required string Item { get; init; }
    public required string Measure { get; init; }
    public required string Baseline { get; init; }
    public required string Target { get; init; }
    public required int Due { get; init; }
    public required string Owner { get; init; }
}

/// <summary>Another plan. "on" is in days from the day of loading.</summary>
public sealed class DemoPlan
{
    public required string Title { get; init; }
    public required string Kind { get; init; }
    public required string By { get; init; }
    public string Address { get; init; } = "";
    public required string Next { get; init; }
    public required int On { get; init; }
}

/// <summary>How an action stood on a day.</summary>
public sealed class DemoActionReport
{
    public required string Action { get; init; }
    public required ActionState State { get; init; }
    public required int On { get; init; }
    public string Before { get; init; } = "";
    public string Now { get; init; } = "";
    public string Evidence { get; init; } = "";
    public string Reason { get; init; } = "";
}

/// <summary>One budget line; for no action when none is named.</summary>
public sealed class DemoLine
{
    public string? For { get; init; }
    public required string Title { get; init; }
    public required decimal Pounds { get; init; }
    public required int Year { get; init; }
    public required int Years { get; init; }
    public bool Recurring { get; init; }
    public required string Source { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public required string Kind { get; init; }
    public required string Recipient { get; init; }
    public DecisionLevel Level { get; init; } = DecisionLevel.Place;

    /// <summary>In per cent.</summary>
    public int Unrestricted { get; init; } = 100;
    public ReportingFrequency Reporting { get; init; }
    public string Risk { get; init; } = "";
    public string Shift { get; init; } = "";
}
