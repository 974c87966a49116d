using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Summaries;

namespace CommunityVoice.Recommendations;

/// <summary>
/// One ask to one body, resting on findings of a summary. It is drafted with a version of the summary and frozen when that is published,
/// which sends it and starts its clock. Where it stands follows from dates and records.
/// </summary>
public sealed class Recommendation : IShownOnPages
{
    public const int AskMaxLength = 300;
    public const int TextMaxLength = 2000;
    public const int ReasonMaxLength = 1000;

    private Recommendation() { } // EF Core

    internal Recommendation(SummaryVersion version, RecommendationText text)
    {
        (Version, VersionId, Summary, SummaryId) = (version, version.Id, version.Summary, version.SummaryId);
        Take(text);
    }

    public long Id { get; private set; }
    public long SummaryId { get; private set; }
    public Summary Summary { get; private set; } = null!;

    /// <summary>The version it was drafted and sent with; its findings are of that version.</summary>
    public long VersionId { get; private set; }
    public SummaryVersion Version { get; private set; } = null!;

    /// <summary>Its place among those of the summary, given when it is sent.</summary>
    public int? Number { get; private set; }
    public string Ask { get; private set; } = "";
    public string Rationale { get; private set; } = "";

    /// <summary>How anybody will know that it was done.</summary>
    public string Measure { get; private set; } = "";
    public long AddresseeId { get; private set; }
    public Body Addressee { get; private set; } = null!;

    /// <summary>Why it stands as it is although <see cref="AskCheck"/> warned.</summary>
    public string? WarningReason { get; private set; }
    public List<RecommendationGround> Grounds { get; } = [];

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The last day to answer; it moves when a pause of the clock ends.</summary>
    public DateOnly? DueOn { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? AcknowledgedById { get; private set; }
    public DateTimeOffset? WithdrawnAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? WithdrawnById { get; private set; }
    public string? WithdrawnReason { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }
    public DateTimeOffset? ToldOverdueAt { get; private set; }
    public int Edits { get; private set; }

    public List<Response> Responses { get; } = [];
    public List<Outcome> Outcomes { get; } = [];
    public List<ClockPause> Pauses { get; } = [];

    public IEnumerable<string> PageTags => [PageTag.Summary(SummaryId), PageTag.Lists];

    /// <summary>Whether its clock stands still now.</summary>
    public bool IsPaused => Pauses.Exists(p => p.EndedOn is null);

    /// <summary>Sent, not withdrawn, and without an answer.</summary>
    public bool WaitsForAnswer => SentAt is not null && WithdrawnAt is null && Responses.Count == 0;

    public RecommendationState StateOn(DateOnly today) => this switch
    {
        { SentAt: null } => RecommendationState.Draft,
        { WithdrawnAt: not null } => RecommendationState.Withdrawn,
        { Responses.Count: > 0 } => RecommendationState.Answered,
        { IsPaused: true } => RecommendationState.Paused,
        _ when DueOn < today => RecommendationState.Overdue,
        { AcknowledgedAt: not null } => RecommendationState.Acknowledged,
        _ => RecommendationState.Sent,
    };

    /// <summary>Writes it anew while its version is a draft.</summary>
    public void Rewrite(RecommendationText text)
    {
        Version.Edit();
        Take(text);
    }

    internal void Send(int number, DateOnly dueOn, DateTimeOffset now)
    {
        if (SentAt is not null) throw new InvalidOperationException($"Recommendation {Id} was sent before.");
        (Number, SentAt, DueOn) = (number, now, dueOn);
    }

    public void Acknowledge(Guid by, DateTimeOffset now)
    {
        Change(WaitsForAnswer && AcknowledgedAt is null, "waits for no acknowledgement");
        (AcknowledgedAt, AcknowledgedById) = (now, by);
    }

    /// <summary>Adds an answer, public at once. A later one stands beside those before it.</summary>
    public Response Answer(ResponseText text, Guid by, DateTimeOffset now)
    {
        Change(SentAt is not null && WithdrawnAt is null, "takes no answer");
        (AcknowledgedAt, AcknowledgedById) = (AcknowledgedAt ?? now, AcknowledgedById ?? by);
        foreach (var pause in Pauses.Where(p => p.EndedOn is null)) pause.End(UkTime.Day(now));
        var response = new Response(this, Responses.Count + 1, text, by, now);
        Responses.Add(response);
        return response;
    }

    /// <summary>Says what became of it, as its addressee or the body that asked knows it.</summary>
    public Outcome Report(OutcomeText text, Body from, Guid by, DateTimeOffset now)
    {
        Change(SentAt is not null && WithdrawnAt is null, "takes no outcome");
        var outcome = new Outcome(this, text, from, by, now);
        Outcomes.Add(outcome);
        return outcome;
    }

    /// <summary>Stops the clock from today on. One that has run out is not stopped.</summary>
    public void Pause(string reason, Guid by, DateTimeOffset now)
    {
        Change(WaitsForAnswer && !IsPaused && DueOn >= UkTime.Day(now), "has no clock that runs");
        Pauses.Add(new ClockPause(this, reason, by, now));
    }

    /// <summary>Lets the clock run again: today counts, and the days between do not. False, and nothing is changed, where the new date would lie beyond the known holidays.</summary>
    public bool Resume(WorkingDays days, DateTimeOffset now)
    {
        var pause = Pauses.Find(p => p.EndedOn is null);
        if (pause is null || !WaitsForAnswer) throw new InvalidOperationException($"The clock of recommendation {Id} is not stopped.");
        var today = UkTime.Day(now);
        if (days.DueAfter(UkTime.Day(SentAt!.Value), [.. Pauses.Select(p => p.DaysOff(today))]) is not { } due) return false;
        pause.Resume(now);
        (DueOn, RemindedAt) = (due, due > DueOn ? null : RemindedAt);
        Edits++;
        return true;
    }

    public void Withdraw(string reason, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Change(SentAt is not null && WithdrawnAt is null, "cannot be withdrawn");
        (WithdrawnAt, WithdrawnById, WithdrawnReason) = (now, by, reason);
    }

    internal void Reminded(DateTimeOffset now) => (RemindedAt, Edits) = (now, Edits + 1);

    internal void ToldOverdue(DateTimeOffset now) => (ToldOverdueAt, Edits) = (now, Edits + 1);

    // Two people who change it at once notice one another.
    private void Change(bool may, string otherwise)
    {
        if (!may) throw new InvalidOperationException($"Recommendation {Id} {otherwise}.");
        Edits++;
    }

    private void Take(RecommendationText text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text.Ask, nameof(text));
        (Ask, Rationale, Measure, Addressee, AddresseeId, WarningReason) = (text.Ask, text.Rationale, text.Measure, text.Addressee, text.Addressee.Id, text.WarningReason);
        Grounds.RemoveAll(g => !text.Findings.Contains(g.Finding));
        foreach (var finding in text.Findings.Where(f => !Grounds.Exists(g => g.Finding == f))) Grounds.Add(new RecommendationGround(this, finding));
    }
}
