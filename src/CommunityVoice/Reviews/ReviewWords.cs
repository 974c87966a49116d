namespace CommunityVoice.Reviews;

/// <summary>The words of judgements, questions and ratings, in one place for all pages and files.</summary>
public static class ReviewWords
{
    public static string Word(this ThreadState state) => state switch
    {
        ThreadState.PastItsDay => "Past its day",
        ThreadState.Open => "Open",
        ThreadState.EndedInActions => "Ended in action",
        _ => "Ended without action",
    };

    public static string Word(this Fitness fitness) => fitness switch
    {
        Fitness.Fit => "Fit for purpose",
        Fitness.Partly => "Partly fit",
        Fitness.NotFit => "Not fit",
        _ => "Not known",
    };

    /// <summary>Each kind of partner, in the order of the guidelines.</summary>
    public static IReadOnlyList<PartnerTypes> PartnerKinds { get; } = [PartnerTypes.PublicServices, PartnerTypes.ThirdSector, PartnerTypes.Communities, PartnerTypes.Other];

    /// <summary>"Public services, communities"; empty for nobody.</summary>
    public static string Words(this PartnerTypes partners) => string.Join(", ", PartnerKinds.Where(k => partners.HasFlag(k)).Select((k, i) => i == 0 ? k.Word() : k.Word().ToLowerInvariant()));

    public static string Word(this PartnerTypes kind) => kind switch
    {
        PartnerTypes.PublicServices => "Public services",
        PartnerTypes.ThirdSector => "Voluntary and community organisations",
        PartnerTypes.Communities => "Communities",
        _ => "Others",
    };

    public static string Word(this QuoteCheck check) => check switch
    {
        QuoteCheck.NotGiven => "Quote not given",
        QuoteCheck.NotChecked => "Quote not checked: the document is not on this site",
        QuoteCheck.Stands => "Quote stands in the document",
        _ => "",
    };

    public static string Word(this QuestionState state) => state switch
    {
        QuestionState.Waiting => "Waiting for an answer",
        QuestionState.Overdue => "Overdue",
        QuestionState.NotKnownYet => "Not known yet",
        QuestionState.Answered => "Answered",
        _ => "Withdrawn",
    };

    public static string Word(this AnswerRating rating) => rating switch
    {
        AnswerRating.Convincing => "Convincing",
        AnswerRating.Partly => "Convincing in part",
        _ => "Not convincing",
    };
}
