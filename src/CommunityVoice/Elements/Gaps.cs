using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Elements;

/// <summary>An element that stories say was missing. Through: stories that missed something which cannot work without it. Each story counts once.</summary>
public sealed record GapRow(Element Element, int Direct, int Through, IReadOnlyList<string> Blocks)
{
    public int Stories => Direct + Through;
}

/// <summary>A story as a gap opens to it. Its words and what it says was missing are not told where whoever said them did not want to be quoted.</summary>
public sealed record GapStory(long Id, string Slug, string Title, string Author, string? Words, string? Missed, string MissedWords, DateTimeOffset At)
{
    public string Path => FormattableString.Invariant($"/consultations/{Slug}/comments/{Id}#comment-{Id}");
}

/// <summary>An action of a newest published strategy that brings what is missing.</summary>
public sealed record GapAction(string Path, string Title, string Strategy);

/// <summary>Everything about one gap.</summary>
public sealed record GapReading(GapRow Gap, IReadOnlyList<Element> Needs, IReadOnlyList<Element> NeededBy, IReadOnlyList<GapAction> Actions, IReadOnlyCollection<long> Missing);

/// <summary>
/// Ranks what is missing in an area by how many stories it blocks. It counts what anybody can read and nothing else, so that no number tells more than the stories behind it.
/// </summary>
public sealed class Gaps(CommunityVoiceDb db, AreaTree tree, SharedViews shared, TimeProvider clock)
{
    /// <summary>The parts of an area whose stories are not counted for it, because a voice body there does not share them.</summary>
    public Task<IReadOnlyList<NotIncluded>> LeftOutOfAsync(Area area, CancellationToken ct) => shared.LeftOutOfAsync(area.Id, UkTime.Today(clock), ct);

    /// <summary>Those that block most first.</summary>
    public async Task<IReadOnlyList<GapRow>> OfAsync(Area area, CancellationToken ct)
    {
        var (elements, told) = await ReadAsync(area, ct);
        return Rank(elements, told);
    }

    public async Task<GapReading?> FindAsync(Area area, long id, CancellationToken ct)
    {
        var (elements, told) = await ReadAsync(area, ct);
        if (Rank(elements, told).FirstOrDefault(g => g.Element.Id == id) is not { } gap) return null;
        var needs = Needs(elements);
        var actions = await db.StrategyVersions.Newest().SelectMany(v => v.Actions).Where(a => a.Brings.Any(b => b.ElementId == id)).OrderBy(a => a.VersionId).ThenBy(a => a.Number)
            .Select(a => new GapAction("/strategies/" + a.Version.Strategy.Slug + "#action-" + a.Number, a.Title, a.Version.Title)).ToListAsync(ct);
        return new(gap, [.. elements.Where(e => needs[id].Contains(e.Id))], [.. elements.Where(e => needs[e.Id].Contains(id))], actions,
            [id, .. elements.Where(e => Dependencies.Of(e.Id, needs).Contains(id)).Select(e => e.Id)]);
    }

    /// <summary>The stories that missed any of these, newest first.</summary>
    public async Task<List<GapStory>> StoriesAsync(Area area, IReadOnlyCollection<long> missing, int skip, int take, CancellationToken ct) =>
        await Stories(await WithinAsync(area, ct)).Where(c => c.MissingId != null && missing.Contains(c.MissingId.Value)).OrderByDescending(c => c.Id).Skip(skip).Take(take)
            .Select(c => new GapStory(c.Id, c.Consultation.Slug, c.Consultation.Title, c.SpeaksFor == null ? c.AuthorName : c.SpeaksFor.Name, c.IsNotToBeQuoted ? null : c.Body, c.Missing!.Name, c.IsNotToBeQuoted ? "" : c.MissingWords, c.PostedAt)).ToListAsync(ct);

    /// <summary>The stories that say in words of their own what was missing, and chose nothing from the list; newest first. They are quoted, so only those that may be.</summary>
    public async Task<List<GapStory>> InOwnWordsAsync(Area area, int take, CancellationToken ct) =>
        await Stories(await WithinAsync(area, ct)).Quotable().Where(c => c.MissingId == null && c.MissingWords != "").OrderByDescending(c => c.Id).Take(take)
            .Select(c => new GapStory(c.Id, c.Consultation.Slug, c.Consultation.Title, c.SpeaksFor == null ? c.AuthorName : c.SpeaksFor.Name, c.Body, null, c.MissingWords, c.PostedAt)).ToListAsync(ct);

    private static IReadOnlyList<GapRow> Rank(IReadOnlyList<Element> elements, IReadOnlyDictionary<long, int> told)
    {
        var needs = Needs(elements);
        var waits = elements.ToDictionary(e => e.Id, e => Dependencies.Of(e.Id, needs));
        return [.. elements.Where(e => told.ContainsKey(e.Id)).Select(e => (Element: e, Waiting: elements.Where(o => told.ContainsKey(o.Id) && waits[o.Id].Contains(e.Id)).ToList()))
            .Select(g => new GapRow(g.Element, told[g.Element.Id], g.Waiting.Sum(w => told[w.Id]), [.. g.Waiting.Select(w => w.Name)]))
            .OrderByDescending(g => g.Stories).ThenByDescending(g => g.Direct).ThenBy(g => g.Element.Name, StringComparer.Ordinal).ThenBy(g => g.Element.Id)];
    }

    private static ILookup<long, long> Needs(IReadOnlyList<Element> elements) => elements.SelectMany(e => e.Needs).ToLookup(n => n.ElementId, n => n.NeedsId);

    private async Task<(List<Element> Elements, Dictionary<long, int> Told)> ReadAsync(Area area, CancellationToken ct)
    {
        var near = (await tree.StepsAsync(area.Id, UkTime.Today(clock), ct)).Keys.ToList();
        var elements = await db.Elements.AsNoTracking().Include(e => e.Needs).Include(e => e.Provider).Where(e => near.Contains(e.AreaId)).OrderBy(e => e.Name).ThenBy(e => e.Id).ToListAsync(ct);
        var told = await Stories(await WithinAsync(area, ct)).Where(c => c.MissingId != null).GroupBy(c => c.MissingId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return (elements, told);
    }

    private IQueryable<Comment> Stories(HashSet<long> within) => db.Comments.AsNoTracking().Visible().Where(c => within.Contains(c.Consultation.AreaId));

    private Task<HashSet<long>> WithinAsync(Area area, CancellationToken ct) => shared.WithinAsync(area.Id, UkTime.Today(clock), ct);
}
