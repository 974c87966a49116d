using System.Globalization;
using CommunityVoice.Data;
using CommunityVoice.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>How independent a body is from a day on. HostedBy: within whom, where it is not independent. Note: what this rests on.</summary>
public sealed record StandingData(string Standing, string Kind, string? HostedBy, DateOnly StartsOn, string Note)
{
    /// <summary>Newest first, as the page tells it: what has not begun yet only beside something else.</summary>
    public static IReadOnlyList<StandingData> Of(IReadOnlyList<BodyStanding> standings, DateOnly today) => standings is [{ StartsOn: var only }] && only > today ? []
        : [.. standings.OrderByDescending(s => s.StartsOn).ThenByDescending(s => s.Id).Select(s => new StandingData(s.Words, DataCode.Of(s.Kind), s.HostedBy, s.StartsOn, s.Note))];

    /// <summary>As files write it: the day, and the words behind a space.</summary>
    public string Cell() => string.Create(CultureInfo.InvariantCulture, $"{StartsOn:yyyy-MM-dd} {Standing}");
}

/// <summary>Work that moves between two bodies on a day, as one of them has it: the slug and name of the other. IsAll: what that body was asked and has promised goes with it, and not part of its work alone.</summary>
public sealed record HandedWork(string Body, string Name, DateOnly On, bool IsAll)
{
    /// <summary>By body, in the order of the days: what it took over, and what it handed over.</summary>
    public static async Task<(ILookup<long, HandedWork> TookOver, ILookup<long, HandedWork> HandedOver)> OfAsync(CommunityVoiceDb db, List<long> bodies, CancellationToken ct)
    {
        var steps = await db.HandOvers.AsNoTracking().Where(h => h.CalledOffAt == null && (bodies.Contains(h.FromId) || bodies.Contains(h.ToId))).OrderBy(h => h.On).ThenBy(h => h.Id)
            .Select(h => new { h.FromId, h.ToId, From = new HandedWork(h.From.Slug, h.From.Name, h.On, h.MovesDuties), To = new HandedWork(h.To.Slug, h.To.Name, h.On, h.MovesDuties) }).ToListAsync(ct);
        return (steps.ToLookup(s => s.ToId, s => s.From), steps.ToLookup(s => s.FromId, s => s.To));
    }

    /// <summary>As files write it: the other body, and the day behind a space.</summary>
    public string Cell() => string.Create(CultureInfo.InvariantCulture, $"{Body} {On:yyyy-MM-dd}");
}
