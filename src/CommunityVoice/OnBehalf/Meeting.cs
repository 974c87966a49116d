using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;

namespace CommunityVoice.OnBehalf;

/// <summary>What staff write down of a meeting.</summary>
/// <param name="Place">Where it was.</param>
/// <param name="HeldOn">When it was.</param>
/// <param name="People">About how many came.</param>
/// <param name="Groups">Who they were, in words.</param>
/// <param name="Notes">How it went.</param>
public sealed record MeetingFacts(string Place, DateOnly HeldOn, int People, string Groups, string Notes);

/// <summary>
/// A meeting at which people spoke. It is one note, whoever came: its points can be grouped and cited like comments, and nobody is
/// counted for them.
/// </summary>
public sealed class Meeting : IShownOnPages
{
    public const int PlaceMaxLength = 160;
    public const int GroupsMaxLength = 400;
    public const int NotesMaxLength = 4000;
    public const int PointMaxLength = 1000;
    public const int MostPeople = 5000;
    public const int MostPoints = 40;

    private Meeting() { } // EF Core

    public Meeting(Consultation consultation, MeetingFacts facts, IReadOnlyCollection<string> points, long enteredForId, Guid by, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(facts.People, 1, nameof(facts));
        ArgumentOutOfRangeException.ThrowIfZero(points.Count, nameof(points));
        (Consultation, ConsultationId, EnteredForId, EnteredById, At) = (consultation, consultation.Id, enteredForId, by, now);
        (Place, HeldOn, People, Groups, Notes) = (facts.Place, facts.HeldOn, facts.People, facts.Groups, facts.Notes);
        Points.AddRange(points.Select(p => new Comment(consultation, new Author(null, $"A meeting of about {People} people", Voice.NotSaid), p, now).SaidAt(this)));
    }

    public long Id { get; private set; }
    public long ConsultationId { get; private set; }
    public Consultation Consultation { get; private set; } = null!;
    public string Place { get; private set; } = "";
    public DateOnly HeldOn { get; private set; }

    /// <summary>About how many came; in no total of people.</summary>
    public int People { get; private set; }
    public string Groups { get; private set; } = "";
    public string Notes { get; private set; } = "";
    public long EnteredForId { get; private set; }
    public Body EnteredFor { get; private set; } = null!;

    [Personal(DataClass.Contribution)]
    public Guid? EnteredById { get; private set; }
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? TakenBackAt { get; private set; }
    public string? TakenBackBecause { get; private set; }

    public List<Comment> Points { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Consultation(ConsultationId), PageTag.Lists];

    /// <summary>It no longer stands, nor does what was said at it.</summary>
    public void TakeBack(string reason, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        (TakenBackAt, TakenBackBecause) = (TakenBackAt ?? now, reason);
        foreach (var point in Points) point.Withdraw(now);
    }
}

/// <summary>A meeting in a list.</summary>
public sealed record MeetingRow(long Id, string Place, DateOnly HeldOn, int People, string Groups, int Points, string EnteredFor);

/// <summary>Named queries over meetings.</summary>
public static class MeetingQueries
{
    extension(IQueryable<Meeting> meetings)
    {
        /// <summary>Those that were not taken back.</summary>
        public IQueryable<Meeting> Standing() => meetings.Where(m => m.TakenBackAt == null);

        /// <summary>The newest meeting first.</summary>
        public IQueryable<MeetingRow> ToRows() => meetings.OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id)
            .Select(m => new MeetingRow(m.Id, m.Place, m.HeldOn, m.People, m.Groups, m.Points.Count, m.EnteredFor.Name));
    }
}
