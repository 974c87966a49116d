namespace CommunityVoice.Consultations;

/// <summary>One thing that stands in the way of publishing: the field that lacks something, and what to do.</summary>
public sealed record Lack(string Field, string Message);

/// <summary>What a consultation must say before people are asked: rules R-A1, R-A2, R-A3 and R-A16.</summary>
public static class PublishingChecks
{
    /// <summary>Shorter periods need a reason that the public sees.</summary>
    public const int ShortestDaysWithoutReason = 28;

    public static IReadOnlyList<Lack> Of(Consultation consultation)
    {
        var lacks = new List<Lack>();
        void Need(string field, string value, string message)
        {
            if (string.IsNullOrWhiteSpace(value)) lacks.Add(new Lack(field, message));
        }

        Need(nameof(Consultation.Question), consultation.Question, "Enter the question in one line");
        Need(nameof(Consultation.Why), consultation.Why, "Say why you are asking");
        if (consultation.OpensOn is null) lacks.Add(new Lack(nameof(Consultation.OpensOn), "Enter the day it opens"));
        if (consultation.IsListeningSpace) return lacks;

        Need(nameof(Consultation.DecisionMaker), consultation.DecisionMaker, "Say who decides");
        Need(nameof(Consultation.CanChange), consultation.CanChange, "Say what can change");
        Need(nameof(Consultation.CannotChange), consultation.CannotChange, "Say what cannot change");
        Need(nameof(Consultation.Options), consultation.Options, "Say what the options are");
        Need(nameof(Consultation.CostsAndImpacts), consultation.CostsAndImpacts, "Say what is known about costs and effects");
        Need(nameof(Consultation.PlannedAudience), consultation.PlannedAudience, "Say who you plan to hear from");
        Need(nameof(Consultation.EqualityNote), consultation.EqualityNote, "Record who is affected and what you do about it");
        AddPeriodLacks(consultation, lacks);
        return lacks;
    }

    private static void AddPeriodLacks(Consultation consultation, List<Lack> lacks)
    {
        if (consultation.ClosesOn is not { } closes)
        {
            lacks.Add(new Lack(nameof(Consultation.ClosesOn), "Enter the day it closes"));
            return;
        }
        if (consultation.OpensOn is not { } opens) return;
        if (closes < opens)
        {
            lacks.Add(new Lack(nameof(Consultation.ClosesOn), "The closing day must be after the opening day"));
        }
        else if (NeedsReason(opens, closes) && string.IsNullOrWhiteSpace(consultation.PeriodReason))
        {
            lacks.Add(new Lack(nameof(Consultation.PeriodReason),
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
