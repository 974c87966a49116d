using System.Text.Json.Serialization;
using CommunityVoice.Areas;
using CommunityVoice.Decisions;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.OpenData;
using CommunityVoice.Voting;

namespace CommunityVoice.Consultations;

/// <summary>A consultation as open data.</summary>
/// <remarks>Comments that can be seen now, and different people behind them: exact, since they tell of nobody's attributes (rule R-C12).</remarks>
public sealed record ConsultationData(
    [property: JsonIgnore] long Key, string Slug, string Title, string Question, string Area, string AreaSlug, string AskedBy, string AskedBySlug, string DecisionMaker, string Stage,
    bool IsListeningSpace, DateOnly? OpensOn, DateOnly? ClosesOn, DateOnly? SummaryDueOn, DateOnly? DecidesOn, DateTimeOffset PublishedAt, DateTimeOffset? DecidedAt,
    int Comments, int People, string? LegalHook, string? Involvement, string Path) : IKeyed
{
    /// <summary>Of the people, those whose answer counts without being shown: with them, whoever counts the authors in the file of comments comes to all. Told where there is that file.</summary>
    public int? PeopleNotShown { get; init; }

    /// <summary>Of a published one, loaded with its area and whoever asks.</summary>
    public static ConsultationData Of(Consultation c, DateTimeOffset now) => new(
        c.Id, c.Slug, c.Title, c.Question, c.Area.Name, c.Area.Slug, c.AskedBy.Name, c.AskedBy.Slug, c.DecisionMaker, DataCode.Of(c.StageAt(now)),
        c.IsListeningSpace, c.OpensOn, c.ClosesOn, c.SummaryDueOn, c.DecidesOn, c.PublishedAt!.Value, c.DecidedAt, c.Comments, c.People,
        c.LegalHook, c.Involvement is { } involvement ? DataCode.Of(involvement) : null, $"/consultations/{c.Slug}");
}

/// <summary>A change of a consultation's dates, and why.</summary>
public sealed record ConsultationChangeData(string Kind, DateOnly On, DateOnly? NewDay, string Reason);

/// <summary>A meeting to come, or that was: where and when, how to join, what is there for access. CancelledBecause: where it is called off.</summary>
public sealed record EventData(string Title, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Place, string? JoinLink, string HowToJoin, string AccessNeeds, bool IsCancelled, string? CancelledBecause)
{
    public static IReadOnlyList<EventData> Of(IEnumerable<OpenMeeting> meetings) => [.. meetings.OrderBy(m => m.StartsAt).ThenBy(m => m.Id)
        .Select(m => new EventData(m.Title, m.StartsAt, m.EndsAt, m.Place, m.JoinLink, m.HowToJoin, m.AccessNeeds, m.IsCancelled, m.CancelledBecause))];
}

/// <summary>A ballot of a consultation; its results stand at their own address.</summary>
public sealed record BallotName(long Id, string Title, string Method, DateTimeOffset OpensAt, DateTimeOffset? ClosesAt, string Path, string Results);

/// <summary>As of when a breakdown of those who were heard was published, of how many people, and under which rules.</summary>
public sealed record HeardAbout(DateTimeOffset At, int People, string Profile, string Note)
{
    public static HeardAbout? Of(PublishedTable? table) => table is null ? null : new(table.At, table.People, table.Profile, table.Note);
}

/// <summary>A group that was planned for. Aim: how many people, where it was said. Heard: none where it is not measured or not told yet, as Reached says.</summary>
public sealed record PlannedGroupData(string Name, string Why, string? Voice, string How, int? Aim, string Reached, ShownCount? Heard)
{
    public static PlannedGroupData Of(PlannedBesideHeard row) => new(
        row.Group.Name, DataCode.Of(row.Group.Why), row.Group.Voice is { } voice ? DataCode.Of(voice) : null, row.Group.How, row.Group.Aim, DataCode.Of(row.Reached),
        row.Reached != Consultations.Reached.Shown ? null : row.Heard ?? ShownCount.Of("0"));
}

/// <summary>The equality record. Groups: those of the reach plan that are known to be affected. NoPublicAuthority: why the duty does not bind whoever asks.</summary>
public sealed record EqualityData(string EndsDiscrimination, string AdvancesOpportunity, string FostersRelations, string Mitigations, IReadOnlyList<string> Groups, string? NoPublicAuthority)
{
    public static EqualityData Of(Consultation c, IEnumerable<PlannedGroup> plan) => new(
        c.EndsDiscrimination, c.AdvancesOpportunity, c.FostersRelations, c.Mitigations, [.. plan.Where(g => g.Why == WhyPlanned.Affected).Select(g => g.Name)], c.AskedBy.NoPublicAuthority);
}

/// <summary>
/// A consultation with all that its page says. Texts are Markdown. HeardFrom: in which voices, protected; none below twenty people. HeardByWay: how they
/// told us; none while all did so on the site. Both, and the file of Comments, are there once they were assessed (rule R-C14).
/// </summary>
/// <remarks>EqualityNote: what was recorded in one text before the record had its parts. ElectionPeriod and ElectionReason: in which pre-election period it was opened, and why; none where it was opened in none.</remarks>
public sealed record ConsultationWhole(
    ConsultationData Consultation, string Why, string CanChange, string CannotChange, string Options, string CostsAndImpacts, string EqualityNote, EqualityData Equality, string? PeriodReason, string? ElectionPeriod, string? ElectionReason,
    string PlannedAudience, IReadOnlyList<PlannedGroupData> PlannedGroups,
    IReadOnlyList<TitleData> Documents, IReadOnlyList<ConsultationChangeData> Changes, IReadOnlyList<EventData> Events, IReadOnlyList<GroupData> HeardFrom, IReadOnlyList<BallotName> Ballots,
    IReadOnlyList<TitleData> Summaries, string? Comments, HeardAbout? HeardFromAbout, IReadOnlyList<GroupData> HeardByWay, HeardAbout? HeardByWayAbout)
{
    /// <summary>Meetings that were written down, the newest first: counted apart.</summary>
    public IReadOnlyList<MeetingName> Meetings { get; init; } = [];

    /// <summary>What was decided, or when the answer is due; none where nobody decides.</summary>
    public DecisionData? Decision { get; init; }

    /// <summary>Of one loaded with area, asking body, documents, changes and meetings to come.</summary>
    public static ConsultationWhole Of(
        Consultation c, DateTimeOffset now, WhoWasHeard heard, IReadOnlyList<PlannedGroup> plan, IEnumerable<Ballot> ballots, IReadOnlyList<TitleData> summaries, bool hasComments) => new(
        ConsultationData.Of(c, now), c.Why, c.CanChange, c.CannotChange, c.Options, c.CostsAndImpacts, c.EqualityNote, EqualityData.Of(c, plan), c.PeriodReason, c.ElectionPeriod, c.ElectionReason,
        c.PlannedAudience, [.. PlannedBesideHeard.Of(plan, heard.ByVoice, c.StageAt(now)).Select(PlannedGroupData.Of)],
        [.. c.Documents.Where(d => !d.AwaitsPublishing).OrderBy(d => d.Order).ThenBy(d => d.Id).Select(d => new TitleData(d.Title, $"/consultations/{c.Slug}/documents/{d.Slug}"))],
        [.. c.Changes.OrderBy(x => x.At).ThenBy(x => x.Id).Select(x => new ConsultationChangeData(DataCode.Of(x.Kind), UkTime.Day(x.At), x.NewDay, x.Reason))],
        EventData.Of(c.Events),
        GroupData.Of(heard.ByVoice),
        [.. ballots.Select(b => new BallotName(b.Id, b.Title, DataCode.Of(b.Method), b.OpensAt, b.EndsAt, $"/ballots/{b.Id}", $"/ballots/{b.Id}/results.json"))],
        summaries, hasComments ? $"/consultations/{c.Slug}/comments.json" : null, HeardAbout.Of(heard.ByVoice), GroupData.Of(heard.ByWay), HeardAbout.Of(heard.ByWay));
}
