using CommunityVoice.Areas;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
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

    /// <summary>Who told us in which way; the parts add up to the people.</summary>
    public IReadOnlyList<HeardByChannel> ByChannel { get; init; } = [];

    /// <summary>Meetings that were written down, and about how many came to them: in no total of people.</summary>
    public int Meetings { get; init; }
    public int AtMeetings { get; init; }

    public bool HasOtherChannels => ByChannel.Skip(1).Any(c => c.People > 0);
}

/// <summary>Counts who was heard. Somebody who spoke in two voices counts in both; answers by the body that asks count in none.</summary>
public static class HeardQueries
{
    /// <summary>Comments of people, not of the body that asks, that counted at the cut-off and still do; points of meetings among them.</summary>
    public static IQueryable<Comment> HeardBy(this IQueryable<Comment> comments, DateTimeOffset cutOff) =>
        comments.Counted().Where(c => !c.IsOfficial && (c.ShownAt <= cutOff || c.CountedAt <= cutOff));

    /// <summary>
    /// Different people behind the comments, in two queries; where an account is gone or never was, by the name shown. Each answer that
    /// was entered for somebody is a person of its own; a meeting is none, and stands beside the totals.
    /// The places are those people could be from: a ward or neighbourhood among them that nobody spoke from counts nought.
    /// </summary>
    public static async Task<Heard> WhoAsync(this IQueryable<Comment> comments, IReadOnlyDictionary<long, AreaLinkRow> places, CancellationToken ct)
    {
        // The totals come along with the voices: without anybody there are none.
        var ofPeople = comments.Where(c => c.MeetingId == null);
        var voices = await ofPeople.Select(c => new { c.Voice, c.AuthorId, Name = c.AuthorId == null && c.Channel == null ? c.AuthorName : "", Entered = c.Channel == null ? 0 : c.Id }).Distinct()
            .GroupBy(c => c.Voice).Select(g => new
            {
                g.Key,
                People = g.Count(),
                AllComments = ofPeople.Count(),
                AllPeople = ofPeople.Select(c => new { c.AuthorId, Name = c.AuthorId == null && c.Channel == null ? c.AuthorName : "", Entered = c.Channel == null ? 0 : c.Id }).Distinct().Count(),
            }).ToListAsync(ct);
        // Areas, ways and meetings come together: who has an account told us on the site, and an entered answer has one way and one area.
        var rows = await comments.Select(c => new
        {
            c.AreaId,
            c.Channel,
            c.MeetingId,
            AtMeeting = c.MeetingId == null ? 0 : c.Meeting!.People,
            c.AuthorId,
            Name = c.AuthorId == null && c.Channel == null ? c.AuthorName : "",
            Entered = c.Channel == null || c.MeetingId != null ? 0 : c.Id,
        }).Distinct()
            .GroupBy(c => new { c.AreaId, c.Channel, c.MeetingId, c.AtMeeting }).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        var (people, meetings, areas) = (voices is [var one, ..] ? one.AllPeople : 0, rows.FindAll(r => r.Key.MeetingId is not null), rows.FindAll(r => r.Key.MeetingId is null));
        var entered = areas.Where(a => a.Key.Channel is not null).GroupBy(a => a.Key.Channel!.Value).ToDictionary(g => g.Key, g => g.Sum(a => a.People));
        return new Heard(people, voices is [var any, ..] ? any.AllComments : 0, ByVoice(voices.ToDictionary(v => v.Key, v => v.People)),
            ByArea(places, [.. areas.GroupBy(a => a.Key.AreaId).Select(g => (g.Key, g.Sum(a => a.People)))]))
        {
            ByChannel = Channels.Of(entered, people),
            Meetings = meetings.Count,
            AtMeetings = meetings.Sum(m => m.Key.AtMeeting),
        };
    }

    private static List<(Voice Voice, int People)> ByVoice(Dictionary<Voice, int> voices) =>
        [.. VoiceWords.SelfDeclared.Append(Voice.NotSaid).Select(v => (v, voices.GetValueOrDefault(v)))];

    private static List<HeardInArea> ByArea(IReadOnlyDictionary<long, AreaLinkRow> places, List<(long? Area, int People)> counts)
    {
        var known = counts.Where(c => c.Area is not null).ToDictionary(c => c.Area!.Value, c => c.People);
        List<HeardInArea> rows = [.. places.Where(p => known.ContainsKey(p.Key) || p.Value.Level is AreaLevel.Ward or AreaLevel.Neighbourhood)
            .Select(p => new HeardInArea(p.Value.Name, p.Value.Slug, known.GetValueOrDefault(p.Key)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)];
        if (known.Where(k => !places.ContainsKey(k.Key)).Sum(k => k.Value) is > 0 and var elsewhere) rows.Add(new(Heard.Elsewhere, null, elsewhere));
        if (counts.Find(c => c.Area is null) is { People: > 0 } unsaid) rows.Add(new(Heard.AreaNotSaid, null, unsaid.People));
        return rows;
    }
}
