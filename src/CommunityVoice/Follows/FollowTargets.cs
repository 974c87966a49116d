using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Follows;

/// <summary>Something that can be followed, as pages and letters call it.</summary>
public sealed record FollowTarget(FollowKey Key, string Title, string Path);

/// <summary>Finds what is followed, while it is public.</summary>
public sealed class FollowTargets(CommunityVoiceDb db)
{
    public async Task<FollowTarget?> FindAsync(FollowKey key, CancellationToken ct) => (await AllAsync([key], ct)).GetValueOrDefault(key);

    /// <summary>All of these that are there, by one question for each kind.</summary>
    public async Task<IReadOnlyDictionary<FollowKey, FollowTarget>> AllAsync(IEnumerable<FollowKey> keys, CancellationToken ct)
    {
        var wanted = keys.ToHashSet();
        var found = new List<FollowTarget>();
        foreach (var kind in wanted.GroupBy(k => k.Kind))
        {
            var ids = kind.Select(k => k.Id).Distinct().ToList();
            found.AddRange(await Of(kind.Key, ids).ToListAsync(ct) switch { var rows => rows.Select(r => new FollowTarget(new(kind.Key, r.Id, r.Number), r.Title, r.Path)) });
        }
        return found.Where(t => wanted.Contains(t.Key)).ToDictionary(t => t.Key);
    }

    private IQueryable<Row> Of(FollowKind kind, List<long> ids) => kind switch
    {
        FollowKind.Place => db.Areas.Where(a => ids.Contains(a.Id)).Select(a => new Row { Id = a.Id, Title = a.Name, Path = "/areas/" + a.Slug }),
        FollowKind.Theme => db.Themes.Where(t => ids.Contains(t.Id))
            .Select(t => new Row { Id = t.Id, Title = t.Name + " in " + t.Area.Name, Path = "/areas/" + t.Area.Slug + "/themes/" + t.Slug }),
        FollowKind.Consultation => db.Consultations.Published().Where(c => ids.Contains(c.Id)).Select(c => new Row { Id = c.Id, Title = c.Title, Path = "/consultations/" + c.Slug }),
        FollowKind.Recommendation => db.Recommendations.Sent().Where(r => ids.Contains(r.Id)).Select(r => new Row { Id = r.Id, Title = r.Ask, Path = "/recommendations/" + r.Id }),
        // As it stood last: that it was taken out is news of it too.
        _ => db.StrategyActions.Where(a => ids.Contains(a.Version.StrategyId) && a.Version.PublishedAt != null
                && !db.StrategyActions.Any(later => later.Version.StrategyId == a.Version.StrategyId && later.Number == a.Number && later.Version.PublishedAt != null && later.Version.Number > a.Version.Number))
            .Select(a => new Row
            {
                Id = a.Version.StrategyId,
                Number = a.Number,
                Title = a.Title,
                Path = "/strategies/" + a.Version.Strategy.Slug + (db.StrategyVersions.Newest().Any(v => v.Id == a.VersionId) ? "#action-" + a.Number : "/changes"),
            }),
    };

    private sealed class Row
    {
        public required long Id { get; init; }
        public int Number { get; init; }
        public required string Title { get; init; }
        public required string Path { get; init; }
    }
}

/// <summary>Words for what is followed and how often.</summary>
public static class FollowWords
{
    public static string Word(this FollowKind kind) => kind switch
    {
        FollowKind.Place => "Place",
        FollowKind.Theme => "Theme",
        FollowKind.Consultation => "Consultation",
        FollowKind.Recommendation => "Recommendation",
        _ => "Action",
    };

    public static string Word(this FollowFrequency frequency) => frequency switch
    {
        FollowFrequency.Daily => "Once a day",
        FollowFrequency.Weekly => "Once a week",
        _ => "Paused",
    };
}
