using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Recommendations;

/// <summary>
/// What staff of either side do with a recommendation that was sent, each step saved with its entry in the record and its letters.
/// Each answers false where somebody else changed it in the same moment.
/// </summary>
public sealed class RecommendationDesk(CommunityVoiceDb db, WorkingDays days, RecommendationLetters letters, TimeProvider clock)
{
    /// <summary>One that was sent, with all its records, tracked for changing.</summary>
    public Task<Recommendation?> FindAsync(long id, CancellationToken ct) =>
        db.Recommendations.Sent().WithRecords().SingleOrDefaultAsync(r => r.Id == id, ct);

    public Task<bool> AcknowledgeAsync(Recommendation recommendation, Guid by, CancellationToken ct)
    {
        recommendation.Acknowledge(by, clock.GetUtcNow());
        return SaveAsync(recommendation, by, "recommendation.acknowledged", null, ct);
    }

    /// <summary>Publishes the answer, and tells those who asked and, the first time, those who were heard.</summary>
    public async Task<bool> AnswerAsync(Recommendation recommendation, ResponseText text, Guid by, CancellationToken ct)
    {
        var response = recommendation.Answer(text, by, clock.GetUtcNow());
        await letters.ToEditorsAsync(recommendation, response, ct);
        if (response.Number == 1) await letters.ToContributorsAsync(recommendation, response, ct);
        return await SaveAsync(recommendation, by, response.Number == 1 ? "recommendation.answered" : "recommendation.answer-corrected", $"Answer {response.Number}: {response.Kind}", ct);
    }

    public Task<bool> ReportAsync(Recommendation recommendation, OutcomeText text, Body from, Guid by, CancellationToken ct)
    {
        recommendation.Report(text, from, by, clock.GetUtcNow());
        return SaveAsync(recommendation, by, "recommendation.outcome-reported", $"{text.State}, by {from.Slug}", ct);
    }

    public Task<bool> PauseAsync(Recommendation recommendation, string reason, Guid by, CancellationToken ct)
    {
        recommendation.Pause(reason, by, clock.GetUtcNow());
        return SaveAsync(recommendation, by, "recommendation.clock-stopped", reason, ct);
    }

    /// <summary>None where no date can be set, because holidays of that year are not known.</summary>
    public async Task<bool?> ResumeAsync(Recommendation recommendation, Guid by, CancellationToken ct)
    {
        if (!recommendation.Resume(days, clock.GetUtcNow())) return null;
        return await SaveAsync(recommendation, by, "recommendation.clock-started", $"Due {recommendation.DueOn:yyyy-MM-dd}", ct);
    }

    public Task<bool> WithdrawAsync(Recommendation recommendation, string reason, Guid by, CancellationToken ct)
    {
        recommendation.Withdraw(reason, by, clock.GetUtcNow());
        return SaveAsync(recommendation, by, "recommendation.withdrawn", reason, ct);
    }

    private Task<bool> SaveAsync(Recommendation recommendation, Guid by, string verb, string? detail, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Recommendation), recommendation.Id, detail, clock.GetUtcNow()));
        return db.TryChangeAsync(ct);
    }
}
