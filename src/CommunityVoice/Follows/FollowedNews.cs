using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.News;
using CommunityVoice.Recommendations;
using CommunityVoice.Sharing;

namespace CommunityVoice.Follows;

/// <summary>What is new about something that is followed. Asked again for the same, it remembers: one round of letters asks once for what many follow.</summary>
public sealed class FollowedNews(CommunityVoiceDb db, AreaTree tree, SharedViews shared, PlaceNews consultations, RecommendationNews recommendations, StrategyNews strategies, TimeProvider clock)
{
    private readonly Dictionary<FollowKey, IReadOnlyList<NewsItem>> known = [];

    public async Task<IReadOnlyList<NewsItem>> OfAsync(FollowKey key, CancellationToken ct) =>
        known.TryGetValue(key, out var news) ? news : known[key] = await AskAsync(key, ct);

    private async Task<IReadOnlyList<NewsItem>> AskAsync(FollowKey key, CancellationToken ct)
    {
        switch (key.Kind)
        {
            case FollowKind.Place:
                var today = UkTime.Today(clock);
                var (within, around) = (await tree.WithinAsync(key.Id, today, ct), await tree.AroundAsync(key.Id, today, ct));
                var heard = await shared.WithinAsync(key.Id, today, ct);
                var lookedAfter = db.Remits.InForceOn(today).Where(x => within.Contains(x.AreaId) || around.Contains(x.AreaId));
                return
                [
                    .. await OfAsync(db.Consultations.Where(c => heard.Contains(c.AreaId)), db.Recommendations.Where(r => heard.Contains(r.Summary.Consultation.AreaId)), ct),
                    .. await MeetingNews.NewestAsync(db, db.Reviews.Where(r => within.Contains(r.AreaId)), ct),
                    .. await AnnualReportNews.NewestAsync(db.AnnualReports.Where(r => lookedAfter.Any(x => x.BodyId == r.ById)), ct),
                    .. await StrategyNews.NewestAsync(db.StrategyVersions.Where(v => within.Contains(v.Strategy.AreaId)), ct),
                    .. await StrategyNews.OfNeedsAsync(db.RevisionQuestions.Where(q => within.Contains(q.Strategy.AreaId) || within.Contains(q.Assessment.AreaId)), ct),
                ];
            case FollowKind.Theme:
                // A theme's news are those of the consultations in which people spoke of it, and of the recommendations that rest on what they said.
                return await OfAsync(
                    db.Consultations.Where(c => db.Codings.Any(x => x.ThemeId == key.Id && x.ConsultationId == c.Id)),
                    db.Recommendations.Where(r => r.Grounds.Any(g => g.Finding.ThemeId == key.Id || g.Finding.Citations.Any(x => db.Codings.Any(y => y.ThemeId == key.Id && y.CommentId == x.CommentId)))), ct);
            case FollowKind.Consultation:
                return await OfAsync(db.Consultations.Where(c => c.Id == key.Id), db.Recommendations.Where(r => r.Summary.ConsultationId == key.Id), ct);
            case FollowKind.Recommendation:
                return await recommendations.NewestAsync(db.Recommendations.Where(r => r.Id == key.Id), ct);
            default:
                return await strategies.OfActionAsync(key.Id, key.Number, ct);
        }
    }

    private async Task<IReadOnlyList<NewsItem>> OfAsync(IQueryable<Consultation> of, IQueryable<Recommendation> ledTo, CancellationToken ct) =>
        [.. await consultations.NewestAsync(of, ct), .. await recommendations.NewestAsync(ledTo, ct)];
}
