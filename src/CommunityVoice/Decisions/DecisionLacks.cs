using CommunityVoice.Consultations;

namespace CommunityVoice.Decisions;

/// <summary>What stands in the way of publishing a decision: rules R-A4 and R-A16. Each lack names the field of the form. The summary was published on the day given.</summary>
public static class DecisionLacks
{
    public static IReadOnlyList<Lack> Of(DecisionText text, IReadOnlyList<Topic> topics, bool isCorrection, DateOnly published, DateOnly today)
    {
        var lacks = new List<Lack>();
        void Need(bool isThere, string field, string message)
        {
            if (!isThere) lacks.Add(new Lack(field, message));
        }

        Need(!isCorrection || !string.IsNullOrWhiteSpace(text.Correction), nameof(text.Correction), "Say what this corrects");
        Need(!string.IsNullOrWhiteSpace(text.Decided), nameof(text.Decided), "Say what was decided");
        Need(!string.IsNullOrWhiteSpace(text.ReadBy), nameof(text.ReadBy), "Say who read the summary");
        Need(text.ReadOn is not null, nameof(text.ReadOn), "Enter the day by which they had read it");
        Need(text.ReadOn is null || text.ReadOn <= today, nameof(text.ReadOn), "The day cannot lie ahead");
        Need(text.ReadOn is null || text.ReadOn >= published, nameof(text.ReadOn), "The summary was not published yet on that day");
        Need(!string.IsNullOrWhiteSpace(text.EqualityChange), nameof(text.EqualityChange), "Say what changed for equality, or that nothing did and why");
        foreach (var topic in topics)
        {
            var at = text.Answers.ToList().FindIndex(a => a.Topic.Key == topic.Key);
            Need(at >= 0 && text.Answers[at].Kind is not null, $"Answers[{at}].Kind", $"“{topic.Name}” is not answered: choose whether it is accepted");
            Need(at < 0 || !string.IsNullOrWhiteSpace(text.Answers[at].Reason), $"Answers[{at}].Reason", $"Say what will be done about “{topic.Name}”, or why not");
        }
        return lacks;
    }
}
