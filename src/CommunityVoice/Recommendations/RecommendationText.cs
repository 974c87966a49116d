using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;

namespace CommunityVoice.Recommendations;

/// <summary>What a recommendation says, while it can be written.</summary>
public sealed record RecommendationText(string Ask, Body Addressee, string Rationale, string Measure, IReadOnlyCollection<Finding> Findings, string? WarningReason = null);

/// <summary>The link from a recommendation to a finding it rests on.</summary>
public sealed class RecommendationGround : INeverOnCachedPages
{
    private RecommendationGround() { } // EF Core

    internal RecommendationGround(Recommendation recommendation, Finding finding) =>
        (Recommendation, RecommendationId, Finding, FindingId) = (recommendation, recommendation.Id, finding, finding.Id);

    public long RecommendationId { get; private set; }
    public Recommendation Recommendation { get; private set; } = null!;
    public long FindingId { get; private set; }
    public Finding Finding { get; private set; } = null!;
}
