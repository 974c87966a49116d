using System.Text.Json.Serialization;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>A new assessment of needs as a strategy's page tells it, with what the board decided; its day is of the assessment.</summary>
public sealed record NeedsReading(
    [property: JsonIgnore] long Id, string Title, DateOnly PublishedOn, string? Link, string? Source, string InShort, DateTimeOffset RecordedAt, string Path, bool? Revises, string? Reason, string? By,
    DateTimeOffset? DecidedAt, DateTimeOffset? TakenBackAt, string? TakenBackReason)
{
    /// <summary>What follows the assessment in one sentence's middle: "to revise this strategy".</summary>
    [JsonIgnore] public string Decision => Revises == true ? "to revise this strategy" : "not to revise this strategy";

    /// <summary>Of a strategy, newest first.</summary>
    public static Task<List<NeedsReading>> OfAsync(CommunityVoiceDb db, long strategyId, CancellationToken ct) =>
        db.RevisionQuestions.AsNoTracking().Where(q => q.StrategyId == strategyId).OrderByDescending(q => q.Assessment.RecordedAt).ThenByDescending(q => q.Id)
            .Select(q => new NeedsReading(
                q.AssessmentId, q.Assessment.Title, q.Assessment.PublishedOn, q.Assessment.Link, q.Assessment.Source, q.Assessment.InShort, q.Assessment.RecordedAt,
                "/strategies/" + q.Strategy.Slug + "#needs-" + q.AssessmentId, q.Revises, q.Reason, q.DecidedFor!.Name, q.DecidedAt, q.Assessment.TakenBackAt, q.Assessment.TakenBackReason))
            .ToListAsync(ct);
}
