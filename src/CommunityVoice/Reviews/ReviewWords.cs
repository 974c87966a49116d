namespace CommunityVoice.Reviews;

/// <summary>The words of judgements, questions and ratings, in one place for all pages and files.</summary>
public static class ReviewWords
{
    public static string Word(this Fitness fitness) => fitness switch
    {
        Fitness.Fit => "Fit for purpose",
        Fitness.Partly => "Partly fit",
        Fitness.NotFit => "Not fit",
        _ => "Not known",
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
