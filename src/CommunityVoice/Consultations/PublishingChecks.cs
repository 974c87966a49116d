namespace CommunityVoice.Consultations;

/// <summary>One thing that stands in the way of publishing: the field that lacks something, and what to do.</summary>
public sealed record Lack(string Field, string Message);

/// <summary>What a consultation must say before people are asked: rules R-A1, R-A2, R-A3, R-A10 and R-A16.</summary>
public static class PublishingChecks
{
    /// <summary>Shorter periods need a reason that the public sees.</summary>
    public const int ShortestDaysWithoutReason = 28;

    /// <summary>The lack that the reach plan puts right, and not the form.</summary>
    public const string AffectedGroups = "AffectedGroups";

    public static IReadOnlyList<Lack> Of(Consultation c) => Missing(
        new ConsultationFacts(
            c.Title, c.Question, c.DecisionMaker, c.DecidesOn, c.Why, c.CanChange, c.CannotChange, c.Options, c.CostsAndImpacts,
            c.PlannedAudience, c.Equality, c.OpensOn, c.ClosesOn, c.PeriodReason, c.SummaryDueOn, c.LegalHook, c.Involvement),
        c.IsListeningSpace, IsExempt(c));

    /// <summary>All of it, with what its reach plan lacks.</summary>
    public static IReadOnlyList<Lack> Of(Consultation c, IEnumerable<PlannedGroup> plan) =>
        c.IsListeningSpace || IsExempt(c) || plan.Any(g => g.Why == WhyPlanned.Affected) ? Of(c)
            : [.. Of(c), new Lack(AffectedGroups, "Name at least one group known to be affected in the reach plan")];

    /// <summary>The body that asks is no public authority; one that was not loaded is taken for one.</summary>
    private static bool IsExempt(Consultation c) => c.AskedBy is { NoPublicAuthority: not null };

    /// <summary>What these facts lack, in the order of the form.</summary>
    public static IReadOnlyList<Lack> Missing(ConsultationFacts facts, bool isListeningSpace, bool isExemptFromEquality = false)
    {
        var lacks = new List<Lack>();
        void Need(string field, string value, string message)
        {
            if (string.IsNullOrWhiteSpace(value)) lacks.Add(new Lack(field, message));
        }

        Need(nameof(facts.Question), facts.Question, "Enter the question in one line");
        Need(nameof(facts.Why), facts.Why, "Say why you are asking");
        if (facts.OpensOn is null) lacks.Add(new Lack(nameof(facts.OpensOn), "Enter the day it opens"));
        if (isListeningSpace) return lacks;

        Need(nameof(facts.DecisionMaker), facts.DecisionMaker, "Say who decides");
        Need(nameof(facts.CanChange), facts.CanChange, "Say what can change");
        Need(nameof(facts.CannotChange), facts.CannotChange, "Say what cannot change");
        Need(nameof(facts.Options), facts.Options, "Say what the options are");
        Need(nameof(facts.CostsAndImpacts), facts.CostsAndImpacts, "Say what is known about costs and effects");
        Need(nameof(facts.PlannedAudience), facts.PlannedAudience, "Say who you plan to hear from");
        if (!isExemptFromEquality) AddEqualityLacks(facts.Equality, Need);
        Need(nameof(facts.LegalHook), facts.LegalHook ?? "", "Say which law it rests on, or that it is none");
        if (facts.Involvement is null) lacks.Add(new Lack(nameof(facts.Involvement), "Say how people are involved"));
        AddPeriodLacks(facts, lacks);
        return lacks;
    }

    private static void AddEqualityLacks(EqualityRecord equality, Action<string, string, string> need)
    {
        need(nameof(equality.EndsDiscrimination), equality.EndsDiscrimination, "Say how it helps to end discrimination");
        need(nameof(equality.AdvancesOpportunity), equality.AdvancesOpportunity, "Say how it advances equal opportunity");
        need(nameof(equality.FostersRelations), equality.FostersRelations, "Say how it fosters good relations");
        need(nameof(equality.Mitigations), equality.Mitigations, "Say what is done about harm it might do");
    }

    private static void AddPeriodLacks(ConsultationFacts facts, List<Lack> lacks)
    {
        if (facts.ClosesOn is not { } closes)
        {
            lacks.Add(new Lack(nameof(facts.ClosesOn), "Enter the day it closes"));
            return;
        }
        if (facts.OpensOn is not { } opens) return;
        if (closes < opens)
        {
            lacks.Add(new Lack(nameof(facts.ClosesOn), "The closing day must be after the opening day"));
        }
        else if (NeedsReason(opens, closes) && string.IsNullOrWhiteSpace(facts.PeriodReason))
        {
            lacks.Add(new Lack(nameof(facts.PeriodReason),
                $"Give a reason for a period shorter than {ShortestDaysWithoutReason} days, or wholly in August or over Christmas"));
        }
    }

    /// <summary>Short, or wholly within August or the fortnight around Christmas.</summary>
    public static bool NeedsReason(DateOnly opens, DateOnly closes)
    {
        var christmas = new DateOnly(opens.Month == 1 ? opens.Year - 1 : opens.Year, 12, 18);
        return closes.DayNumber - opens.DayNumber + 1 < ShortestDaysWithoutReason
            || (opens.Month == 8 && closes.Month == 8 && opens.Year == closes.Year)
            || (opens >= christmas && closes <= christmas.AddDays(20));
    }
}
