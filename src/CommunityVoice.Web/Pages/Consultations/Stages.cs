using CommunityVoice.Consultations;
using CommunityVoice.Voting;
using CommunityVoice.Web.TagHelpers;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>The way of a consultation from listening to what was done, with the days on which each stage begins or ended.</summary>
public static class Stages
{
    public static IReadOnlyList<TimelineStage> Of(Consultation consultation, IReadOnlyList<Ballot> ballots, DateTimeOffset? summarised, DateTimeOffset now)
    {
        var stage = consultation.StageAt(now);
        var (over, today) = (stage is Stage.Closed or Stage.Decided, UkTime.Day(now));
        string Day(DateOnly day) => TagHelpers.UkTime.Words(day, today);
        var until = consultation.ClosesOn is { } closes ? over ? $"to {Day(closes)}" : $"until {Day(closes)}" : null;
        var first = ballots.Select(b => (DateTimeOffset?)b.OpensAt).Min(); // choosing begins with the first of several votes
        var choosing = first <= now;

        var stages = new List<TimelineStage>
        {
            new("Listening", stage == Stage.Scheduled || choosing || until is null ? $"from {Day(consultation.OpensOn!.Value)}" : until,
                stage == Stage.Scheduled ? StageState.Ahead : over || choosing ? StageState.Done : StageState.Now),
        };
        if (first is { } begins)
            stages.Add(new("Choosing priorities", choosing ? until : $"from {Day(UkTime.Day(begins))}", over ? StageState.Done : choosing ? StageState.Now : StageState.Ahead));
        stages.Add(summarised is { } at
            ? new("Summary", Day(UkTime.Day(at)), StageState.Done)
            : new("Summary", consultation.SummaryDueOn is { } due ? $"by {Day(due)}" : null, over ? StageState.Now : StageState.Ahead));
        stages.Add(new("Answers", "20 working days after the summary", summarised is null ? StageState.Ahead : StageState.Now));
        stages.Add(new("What was done", null, StageState.Ahead));
        return stages;
    }
}
