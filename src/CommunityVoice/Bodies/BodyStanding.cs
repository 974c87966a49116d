using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>Whether a body stands on its own or within another.</summary>
public enum StandingKind
{
    Independent,
    WithinHealthService,
    WithinCouncil,
    WithinAnother,
}

/// <summary>How independent a body is from a day on. Each change is a row of its own, public and never altered.</summary>
public sealed class BodyStanding
{
    public const int HostMaxLength = 120;
    public const int NoteMaxLength = 1000;

    private BodyStanding() { } // EF Core

    public BodyStanding(Body body, StandingKind kind, string? hostedBy, DateOnly startsOn, string note, Guid? byId, DateTimeOffset now)
    {
        if (kind != StandingKind.Independent) ArgumentException.ThrowIfNullOrWhiteSpace(hostedBy);
        (Body, Kind, HostedBy, StartsOn, Note, ById, At) = (body, kind, kind == StandingKind.Independent ? null : hostedBy, startsOn, note, byId, now);
    }

    public long Id { get; private set; }
    public long BodyId { get; private set; }
    public Body Body { get; private set; } = null!;
    public StandingKind Kind { get; private set; }
    public string? HostedBy { get; private set; }
    public DateOnly StartsOn { get; private set; }

    /// <summary>What this rests on, for everybody to read.</summary>
    public string Note { get; private set; } = "";
    public Guid? ById { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>"Independent" or "Hosted by Rivermead Council".</summary>
    public string Words => Kind == StandingKind.Independent ? "Independent" : $"Hosted by {HostedBy}";

    /// <summary>The one that holds on a day: the newest that has begun, and of two of one day the one said last.</summary>
    public static BodyStanding? On(DateOnly day, IEnumerable<BodyStanding> standings) =>
        standings.Where(s => s.StartsOn <= day).OrderBy(s => s.StartsOn).ThenBy(s => s.Id).LastOrDefault();
}

/// <summary>Named queries over standings.</summary>
public static class BodyStandingQueries
{
    /// <summary>The one of each of these bodies that holds on a day; a body of which nothing is said has none.</summary>
    public static async Task<Dictionary<long, BodyStanding>> OnAsync(this IQueryable<BodyStanding> standings, IReadOnlyCollection<long> bodies, DateOnly day, CancellationToken ct) =>
        (await standings.AsNoTracking().Where(s => bodies.Contains(s.BodyId) && s.StartsOn <= day).ToListAsync(ct)).GroupBy(s => s.BodyId).ToDictionary(g => g.Key, g => BodyStanding.On(day, g)!);
}
