using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>A share of so many, with how far chance alone could move it; nothing where nobody was asked.</summary>
/// <remarks>Path: the page of the theme, or the result of the vote.</remarks>
public sealed record ComparedShare(int Count, int Of, string Path)
{
    public double? Share => Of == 0 ? null : (double)Count / Of;
    public Interval Range => WilsonInterval.Of(Math.Min(Count, Of), Of);

    /// <summary>Above places, the themes of one name that are counted in it.</summary>
    public IReadOnlyList<ThemePart> Parts { get; init; } = [];
}

/// <summary>One thing that is measured alike in every place compared: a priority of a framework, or a theme by its name.</summary>
public sealed record ComparedRow(string Title, IReadOnlyList<ComparedShare?> Shares);

/// <summary>A place among those compared. Asked: recommendations sent; Answered: of those.</summary>
public sealed record ComparedPlace(long Id, string Name, string Slug, AreaLevel Level, int? Population, int People, int Comments, int Summaries, int Asked, int Answered)
{
    /// <summary>Parts that its view leaves out, because a voice body there has not signed an agreement on sharing.</summary>
    public IReadOnlyList<NotIncluded> LeftOut { get; init; } = [];

    /// <summary>What it includes changed since it was counted.</summary>
    public bool IsBeingCounted { get; init; }

    /// <summary>The money of its newest strategy, or of that of the place around it, beside the voice; above places that of all strategies in it, which are public, whoever shares what was heard.</summary>
    public MoneyLine? Money { get; init; }

    /// <summary>People heard for each 1,000 who live there, to one digit; none where not all of it is included or counted.</summary>
    public double? HeardPerThousand => IsBeingCounted || LeftOut.Count > 0 || Population is not (> 0 and var people) ? null : Math.Round(People * 1000.0 / people, 1, MidpointRounding.AwayFromZero);
}

/// <summary>Places side by side, by the same measures, in the order they were asked for: no league table.</summary>
public sealed record AreaComparison(IReadOnlyList<ComparedPlace> Places, IReadOnlyList<ComparedRow> Items, IReadOnlyList<ComparedRow> Themes);

/// <summary>Compares places on the same things (rule R-I17).</summary>
public sealed class AreaComparisons(CommunityVoiceDb db, SharedViews shared, TimeProvider clock)
{
    public const int Fewest = 2, Most = 4;
    private const int MostThemes = 25;

    /// <summary>These places as addresses name them: "?a=rivermead&amp;a=fellside".</summary>
    public static string Query(IEnumerable<string> slugs) => string.Concat(slugs.Select((s, i) => $"{(i == 0 ? '?' : '&')}a={s}"));

    /// <summary>These places, by their slugs; those that there are none of are left out.</summary>
    public async Task<AreaComparison> OfAsync(IReadOnlyList<string> slugs, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var areas = (await db.Areas.AsNoTracking().KnownToPeople().Where(a => slugs.Contains(a.Slug)).ToListAsync(ct)).OrderBy(a => slugs.ToList().IndexOf(a.Slug)).ToList();
        var (places, items, themes) = (new List<ComparedPlace>(), new List<Dictionary<string, ComparedShare>>(), new List<IReadOnlyList<ThemeCount>>());
        var view = await shared.OnAsync(UkTime.Day(now), ct);
        foreach (var area in areas)
        {
            var within = view.Within(area.Id);
            var counted = await db.AreaTallies.AsNoTracking().SingleOrDefaultAsync(t => t.AreaId == area.Id, ct);
            var tally = counted is not null && (area.EndsOn <= UkTime.Day(now) || counted.Shown.LeftOut.ToHashSet().SetEquals(view.LeftOutOf(area.Id).Select(l => l.PartId))) ? counted : null;
            var sent = db.Recommendations.Sent().Where(r => within.Contains(r.Summary.Consultation.AreaId) && r.WithdrawnAt == null);
            places.Add(new(area.Id, area.Name, area.Slug, area.Level, area.Population, tally?.People ?? 0, tally?.Comments ?? 0,
                await db.Summaries.CountAsync(s => within.Contains(s.Consultation.AreaId) && s.Versions.Any(v => v.PublishedAt != null), ct),
                await sent.CountAsync(ct), await sent.CountAsync(r => r.Responses.Count > 0, ct))
            {
                LeftOut = await shared.NamedAsync(view.LeftOutOf(area.Id), ct),
                IsBeingCounted = counted is not null && tally is null,
                Money = SharedView.IsShared(area.Level) ? counted?.Shown.MoneyWithin : counted?.Shown.Money,
            });
            themes.Add(tally?.Shown.Themes ?? []);
            items.Add(await ItemsAsync(within, now, ct));
        }
        return new(places, Rows(items, int.MaxValue), Rows([.. themes.Select((t, i) => t.GroupBy(x => SameNames.OneSpace(x.Name), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => ShareOf(g.MaxBy(x => x.Comments)!, places[i]), StringComparer.OrdinalIgnoreCase))], MostThemes));
    }

    private static ComparedShare ShareOf(ThemeCount theme, ComparedPlace place) => new(theme.Comments, place.Comments, theme.Path) { Parts = theme.Parts };

    private static ComparedShare ShareOf(Priority option, BallotResult result) => result.Ballot.HasMarks
        ? new(option.SealedAgree, option.SealedPeople, $"/ballots/{result.Ballot.Id}/results")
        : new(option.SealedPeople, result.People!.Value, $"/ballots/{result.Ballot.Id}/results");

    // Of final results: who chose an option made from a framework's item, of everybody counted. Where several votes offered it, the newest tells.
    private async Task<Dictionary<string, ComparedShare>> ItemsAsync(HashSet<long> within, DateTimeOffset now, CancellationToken ct)
    {
        var ballots = await db.Ballots.AsNoTracking().WithPages().WithOffer().Include(b => b.Outcome)
            .Where(b => within.Contains(b.Consultation.AreaId) && b.ClosedSealAt != null && b.SealedPapers >= BallotResult.FewestPeople && b.Method != BallotMethod.Rank
                && b.Priorities.Any(p => p.Origin == PriorityOrigin.FrameworkItem)).OrderByDescending(b => b.OpensAt).ThenByDescending(b => b.Id).Take(20).ToListAsync(ct);
        var ids = ballots.SelectMany(b => b.Priorities).Where(p => p.Origin == PriorityOrigin.FrameworkItem).Select(p => p.OriginId).ToList();
        var names = await db.FrameworkItems.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, Name = i.Title + " (" + i.Framework.Name + ")" }).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        return ballots.Select(b => BallotResults.Of(b, now)).Where(r => r is { IsFinal: true, HasTooFew: false })
            .SelectMany(r => r.Ballot.Priorities.Where(p => p.Origin == PriorityOrigin.FrameworkItem && names.ContainsKey(p.OriginId ?? 0))
                .Select(p => (Name: names[p.OriginId!.Value], Share: ShareOf(p, r))))
            .DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Share, StringComparer.Ordinal);
    }

    // What most places have comes first, then by name: not by who has more.
    private static List<ComparedRow> Rows(IReadOnlyList<Dictionary<string, ComparedShare>> places, int most) =>
        [.. places.SelectMany(p => p.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(k => places.Count(p => p.ContainsKey(k))).ThenBy(k => k, StringComparer.OrdinalIgnoreCase).Take(most)
            .Select(k => new ComparedRow(k, [.. places.Select(p => p.GetValueOrDefault(k))]))];
}
