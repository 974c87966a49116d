using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Writes what the invented place's summary recommends, sends it, and plays what the bodies that were asked did since.</summary>
internal sealed class DemoRecommendations(CommunityVoiceDb db, DemoFiles files, DemoDays days, WorkingDays workingDays)
{
    private readonly List<(DemoRecommendation From, Recommendation Made)> made = [];

    /// <summary>Adds them to the draft. None where no date could be set for an answer.</summary>
    public async Task WriteAsync(SummaryVersion draft, CancellationToken ct)
    {
        var summary = files.Themes.Summary;
        if (workingDays.DueAfter(days.Day(0)) is null) return;
        foreach (var from in summary.Recommendations)
        {
            var name = files.Place.Bodies.Single(b => b.Key == from.To).Name;
            var body = await db.Bodies.SingleAsync(b => b.Name == name, ct);
            var titles = summary.Findings.Where(f => from.RestsOn.Contains(f.Theme)).Select(f => f.Title).ToList();
            made.Add((from, draft.Recommend(new(from.Ask, body, from.Why.Trim(), from.Measure, draft.Findings.FindAll(f => titles.Contains(f.Heading))))));
        }
    }

    /// <summary>Sends them as they were published, and adds what happened since. The caller saves.</summary>
    public async Task SendAsync(Guid by, DateTimeOffset published, CancellationToken ct)
    {
        foreach (var (from, recommendation) in made)
        {
            recommendation.Send(made.FindIndex(m => m.Made == recommendation) + 1, workingDays.DueAfter(UkTime.Day(published))!.Value, published);
            db.ActivityEntries.Add(Entry(by, "sent", recommendation, published));
            if (from.Acknowledged is { } step) recommendation.Acknowledge(await ByAsync(step, ct), days.At(step.At));
            if (from.Stopped is { } stopped)
            {
                recommendation.Pause(stopped.Reason, await PersonAsync(stopped.By, ct), days.At(stopped.From));
                recommendation.Resume(workingDays, days.At(stopped.Until));
            }
            if (from.Answer is { } answer)
            {
                recommendation.Answer(new(answer.Kind, answer.Action, answer.Owner, days.Day(answer.Due), answer.Reason), await ByAsync(answer, ct), days.At(answer.At));
                db.ActivityEntries.Add(Entry(await ByAsync(answer, ct), "answered", recommendation, days.At(answer.At)));
            }
            if (from.Outcome is { } outcome)
                recommendation.Report(new(outcome.State, UkTime.Day(days.At(outcome.At)), outcome.Effect), recommendation.Addressee, await ByAsync(outcome, ct), days.At(outcome.At));
            if (from.Escalated is { } brought) await EscalateAsync(recommendation, brought, ct);
        }
    }

    private async Task EscalateAsync(Recommendation recommendation, DemoEscalation step, CancellationToken ct)
    {
        var name = files.Place.Bodies.Single(b => b.Key == step.To).Name;
        var at = days.At(step.At);
        if (workingDays.DueAfter(UkTime.Day(at)) is not { } due) return;
        var escalation = new Escalation(recommendation.Summary, await db.Bodies.SingleAsync(b => b.Name == name, ct), step.Reason, [recommendation], due, await ByAsync(step, ct), at);
        if (step.Acknowledged is { } acknowledged) escalation.Acknowledge(await ByAsync(acknowledged, ct), days.At(acknowledged.At));
        db.Escalations.Add(escalation);
    }

    private static ActivityEntry Entry(Guid by, string verb, Recommendation recommendation, DateTimeOffset at) =>
        new(by, $"recommendation.{verb}", nameof(Recommendation), recommendation.Id, null, at);

    private Task<Guid> ByAsync(DemoStep step, CancellationToken ct) => PersonAsync(step.By, ct);

    private Task<Guid> PersonAsync(string key, CancellationToken ct)
    {
        var email = files.Place.People.Single(p => p.Key == key).Email;
        return db.People.Where(p => p.Email == email).Select(p => p.Id).SingleAsync(ct);
    }
}
