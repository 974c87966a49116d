using CommunityVoice.Areas;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>How many people of one area spoke; without an address where the area is not one to go to.</summary>
public sealed record HeardInArea(string Name, string? Slug, int People);

/// <summary>How many different people spoke, in which voices and from which areas. True counts: only <c>Disclosure</c> makes them fit to show.</summary>
public sealed record Heard(int People, int Comments, IReadOnlyList<(Voice Voice, int People)> ByVoice, IReadOnlyList<HeardInArea> ByArea)
{
    public const string Elsewhere = "Somewhere else";
    public const string AreaNotSaid = "Area not said";
}

/// <summary>Counts who was heard. Somebody who spoke in two voices counts in both; answers by the body that asks count in none.</summary>
public static class HeardQueries
{
    /// <summary>Comments of people, not of the body that asks, that could be seen at the cut-off and still can.</summary>
    public static IQueryable<Comment> HeardBy(this IQueryable<Comment> comments, DateTimeOffset cutOff) =>
        comments.Visible().Where(c => !c.IsOfficial && c.ShownAt <= cutOff);

    /// <summary>
    /// Different people behind the comments, in two queries; where an account is gone or never was, by the name shown.
    /// The places are those people could be from: a ward or neighbourhood among them that nobody spoke from counts nought.
    /// </summary>
    public static async Task<Heard> WhoAsync(this IQueryable<Comment> comments, IReadOnlyDictionary<long, AreaLinkRow> places, CancellationToken ct)
    {
        // The totals come along with the voices: without anybody there are none.
        var voices = await comments.Select(c => new { c.Voice, c.AuthorId, Name = c.AuthorId == null ? c.AuthorName : "" }).Distinct()
            .GroupBy(c => c.Voice).Select(g => new
            {
                g.Key,
                People = g.Count(),
                AllComments = comments.Count(),
                AllPeople = comments.Select(c => new { c.AuthorId, Name = c.AuthorId == null ? c.AuthorName : "" }).Distinct().Count(),
            }).ToListAsync(ct);
        var areas = await comments.Select(c => new { c.AreaId, c.AuthorId, Name = c.AuthorId == null ? c.AuthorName : "" }).Distinct()
            .GroupBy(c => c.AreaId).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        return new Heard(voices is [var one, ..] ? one.AllPeople : 0, voices is [var any, ..] ? any.AllComments : 0, ByVoice(voices.ToDictionary(v => v.Key, v => v.People)), ByArea(places, areas.ConvertAll(a => (a.Key, a.People))));
    }

    private static List<(Voice Voice, int People)> ByVoice(Dictionary<Voice, int> voices) =>
        [.. VoiceWords.SelfDeclared.Append(Voice.NotSaid).Select(v => (v, voices.GetValueOrDefault(v))).Where(v => v.v != Voice.NotSaid || v.Item2 > 0)];

    private static List<HeardInArea> ByArea(IReadOnlyDictionary<long, AreaLinkRow> places, List<(long? Area, int People)> counts)
    {
        var known = counts.Where(c => c.Area is not null).ToDictionary(c => c.Area!.Value, c => c.People);
        List<HeardInArea> rows = [.. places.Where(p => known.ContainsKey(p.Key) || p.Value.Level is AreaLevel.Ward or AreaLevel.Neighbourhood)
            .Select(p => new HeardInArea(p.Value.Name, p.Value.Slug, known.GetValueOrDefault(p.Key)))
            .OrderByDescending(p => p.People).ThenBy(p => p.Name, StringComparer.Ordinal)];
        if (known.Where(k => !places.ContainsKey(k.Key)).Sum(k => k.Value) is > 0 and var elsewhere) rows.Add(new(Heard.Elsewhere, null, elsewhere));
        if (counts.Find(c => c.Area is null) is { People: > 0 } unsaid) rows.Add(new(Heard.AreaNotSaid, null, unsaid.People));
        return rows;
    }
}
