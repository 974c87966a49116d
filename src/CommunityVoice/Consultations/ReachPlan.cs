using CommunityVoice.Activity;
using CommunityVoice.Analysis;
using CommunityVoice.Data;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Consultations;

/// <summary>Whom a consultation means to hear from, group by group, and who was heard. Each change is recorded in its transaction.</summary>
public sealed class ReachPlan(CommunityVoiceDb db, TimeProvider clock)
{
    public Task<List<PlannedGroup>> OfAsync(long consultationId, CancellationToken ct) =>
        db.PlannedGroups.Include(g => g.Consultation).Where(g => g.ConsultationId == consultationId).OrderBy(g => g.Id).ToListAsync(ct);

    /// <summary>Adds a group; answers false where its name or voice is in the plan already.</summary>
    public Task<bool> AddAsync(Consultation consultation, PlannedFacts facts, Guid by, CancellationToken ct)
    {
        db.PlannedGroups.Add(new PlannedGroup(consultation, facts, clock.GetUtcNow()));
        return SaveAsync(consultation, "consultation.group-planned", Words(facts), by, ct);
    }

    /// <summary>Changes a group; answers false where its name or voice is in the plan already.</summary>
    public Task<bool> RewriteAsync(PlannedGroup group, PlannedFacts facts, Guid by, CancellationToken ct)
    {
        var before = group.Facts;
        group.Rewrite(facts);
        return group.Facts == before ? Task.FromResult(true) : SaveAsync(group.Consultation, "consultation.group-replanned", $"{Words(before)}; now {Words(group.Facts)}", by, ct);
    }

    /// <summary>Takes a group out of the plan of a draft.</summary>
    public Task RemoveAsync(PlannedGroup group, Guid by, CancellationToken ct)
    {
        if (group.IsFixed) throw new InvalidOperationException($"The plan of {group.Consultation.Slug} is public.");
        db.PlannedGroups.Remove(group);
        return SaveAsync(group.Consultation, "consultation.group-dropped", group.Name, by, ct);
    }

    private Task<bool> SaveAsync(Consultation consultation, string verb, string detail, Guid by, CancellationToken ct)
    {
        db.ActivityEntries.Add(new ActivityEntry(by, verb, nameof(Consultation), consultation.Id, detail, clock.GetUtcNow()));
        return db.TrySaveAsync(ct);
    }

    private static string Words(PlannedFacts facts) =>
        FormattableString.Invariant($"{facts.Name} ({facts.Why}{(facts.Voice is { } voice ? $", counted as {voice}" : "")}{(facts.Aim is { } aim ? $", {aim} people" : "")}): {facts.How}");
}

/// <summary>How a planned group was reached.</summary>
public enum Reached
{
    /// <summary>The site does not know who belongs to the group.</summary>
    NotMeasured,

    /// <summary>Nobody could take part yet.</summary>
    NotOpenYet,

    /// <summary>So few took part that nothing is told of groups.</summary>
    TooFewYet,
    Shown,
}

/// <summary>A planned group beside who was heard of it: the very cell of the breakdown by voice that the page shows, so that nothing more is told.</summary>
public sealed record PlannedBesideHeard(PlannedGroup Group, Reached Reached, Cell? Heard)
{
    /// <summary>"about 45", "0", "hidden, to protect them", "not measured".</summary>
    public string Words => Reached switch
    {
        Reached.NotMeasured => "not measured",
        Reached.NotOpenYet => "not open yet",
        Reached.TooFewYet => "shown later",
        _ => Heard switch { null => "0", { IsHidden: true } => "hidden, to protect them", var cell => cell.Words },
    };

    /// <summary>Fewer than half of those aimed at, by what is shown; of a hidden number nothing is said.</summary>
    public bool IsLittle => Reached == Reached.Shown && Group.Aim is { } aim && (Heard is null ? 0 : Heard is ShownCell shown ? shown.Number : aim) * 2 < aim;

    public static IReadOnlyList<PlannedBesideHeard> Of(IEnumerable<PlannedGroup> plan, Breakdown? heard, Stage stage) => [.. plan.Select(group =>
    {
        var reached = group.Voice is null ? Reached.NotMeasured : stage is Stage.Draft or Stage.Scheduled ? Reached.NotOpenYet : heard is null ? Reached.TooFewYet : Reached.Shown;
        var cell = reached == Reached.Shown ? heard!.Rows.FirstOrDefault(r => r.Label == group.Voice!.Value.Word())?.Count : null;
        return new PlannedBesideHeard(group, reached, cell);
    })];
}
