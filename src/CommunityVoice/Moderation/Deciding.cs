using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Moderation;

/// <summary>What a moderator wants to decide, and what they had seen when they did.</summary>
public sealed record Verdict(DecisionOutcome Outcome, string? Rule, string Reason, string Seen);

/// <summary>What became of a verdict.</summary>
public enum DecidingOutcome
{
    Decided,

    /// <summary>A colleague decided, or the author changed it, after this moderator opened it.</summary>
    ChangedMeanwhile,

    /// <summary>The author took it back; nothing is left to decide.</summary>
    Withdrawn,
}

/// <summary>Decides on comments: the comment, its counts, the reports, the letters and the record change together or not at all.</summary>
public sealed class Deciding(CommunityVoiceDb db, ModerationQueue queue, HouseRules rules, Letters letters, CommentSteps steps, Permissions permissions, SiteAddress address, TimeProvider clock)
{
    public async Task<(DecidingOutcome Outcome, long DecisionId)> DecideAsync(long commentId, Verdict verdict, Guid moderatorId, CancellationToken ct)
    {
        try
        {
            return await db.TransactAsync(() => DecideInTurnAsync(commentId, verdict, moderatorId, ct), ct);
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e)) // a colleague's decision took the same number
        {
            db.ChangeTracker.Clear();
            return (DecidingOutcome.ChangedMeanwhile, 0);
        }
    }

    private async Task<(DecidingOutcome Outcome, long DecisionId)> DecideInTurnAsync(long commentId, Verdict verdict, Guid moderatorId, CancellationToken ct)
    {
        // The comment's row first, so that a report made just now waits for this decision instead of falling between.
        await db.Comments.Where(c => c.Id == commentId).ExecuteUpdateAsync(set => set.SetProperty(c => c.Supports, c => c.Supports), ct);
        var item = await queue.FindAsync(moderatorId, commentId, ct) ?? throw new InvalidOperationException($"There is no comment {commentId}.");
        if (item.NotYours is { } notYours) throw new InvalidOperationException(notYours);
        if (item.WithdrawnAt is not null) return (DecidingOutcome.Withdrawn, 0);
        if (item.Seen != verdict.Seen) return (DecidingOutcome.ChangedMeanwhile, 0);

        var now = clock.GetUtcNow();
        var comment = await db.Comments.Include(c => c.Author).Include(c => c.Consultation).SingleAsync(c => c.Id == commentId, ct);
        var wasVisible = comment.IsVisible;
        var decision = new Decision(comment, verdict.Outcome, verdict.Rule, verdict.Reason, moderatorId, await BodyOfAsync(moderatorId, item.AreaId, ct), item.Decisions.Count + 1, now);
        db.Decisions.Add(decision);
        Apply(comment, verdict, now);
        var reports = await db.Flags.Where(f => f.CommentId == commentId && f.DecisionId == null).ToListAsync(ct);
        foreach (var report in reports) report.Settle(decision);
        await steps.DecidedAsync(comment, wasVisible, ct);
        WriteToAuthor(comment, verdict);
        foreach (var email in reports.Select(r => r.ReporterEmail).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)) WriteToReporter(email, comment, verdict);
        db.ActivityEntries.Add(new ActivityEntry(moderatorId, VerbOf(verdict.Outcome), nameof(Comment), commentId,
            $"{(verdict.Rule is null ? "" : rules.Words(verdict.Rule) + ". ")}{verdict.Reason}".Trim(), now));
        await db.SaveChangesAsync(ct);

        if (wasVisible && !comment.IsVisible) await CommentCounts.HiddenAsync(db, comment, ct);
        if (!wasVisible && comment.IsVisible) await CommentCounts.ShownAsync(db, comment, ct);
        return (DecidingOutcome.Decided, decision.Id);
    }

    // Who moderates there for several bodies decides for the one that was here first: a decision counts once.
    private async Task<long?> BodyOfAsync(Guid moderatorId, long areaId, CancellationToken ct) =>
        (await permissions.BodiesAsync(moderatorId, Capability.Moderate, areaId, ct)).Order().Select(b => (long?)b).FirstOrDefault();

    private static void Apply(Comment comment, Verdict verdict, DateTimeOffset now)
    {
        switch (verdict.Outcome)
        {
            case DecisionOutcome.Published: comment.Show(now); break;
            case DecisionOutcome.Removed: comment.Remove(verdict.Rule!, now); break;
            default: comment.AskToEdit(verdict.Rule!, now); break;
        }
    }

    private static string VerbOf(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Published => "comment.published",
        DecisionOutcome.Removed => "comment.removed",
        _ => "comment.edit-asked",
    };

    // At once where they can do something about it; that it is published comes with their next letter.
    private void WriteToAuthor(Comment comment, Verdict verdict)
    {
        if (comment.Author?.Email is not { } email || verdict.Outcome == DecisionOutcome.Published) return;
        var (kind, path) = verdict.Outcome == DecisionOutcome.Removed
            ? ("comment-removed", "/how-we-moderate#if-you-think-we-got-it-wrong")
            : ("comment-edit-asked", PathOf(comment) + "/edit");
        letters.Write(email, kind, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = comment.Author.DisplayName,
            ["title"] = comment.Consultation.Title,
            ["rule"] = rules.Words(verdict.Rule),
            ["reason"] = verdict.Reason,
            ["comment"] = comment.AllWords,
            ["link"] = address.To(path),
        });
    }

    private void WriteToReporter(string email, Comment comment, Verdict verdict) => letters.Write(email, "flag-decided", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["title"] = comment.Consultation.Title,
        ["decision"] = DecisionWords.ToReporter(verdict.Outcome),
        ["reason"] = verdict.Outcome == DecisionOutcome.Published
            ? verdict.Reason is { Length: > 0 } said ? said : "We found nothing in it that breaks the house rules."
            : rules.Words(verdict.Rule),
        ["link"] = address.To(PathOf(comment)),
    });

    private static string PathOf(Comment comment) => $"/consultations/{comment.Consultation.Slug}/comments/{comment.Id}";
}

/// <summary>Decisions in the words of those they are told to.</summary>
public static class DecisionWords
{
    public static string ToReporter(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Published => "The comment stays.",
        DecisionOutcome.Removed => "We removed the comment.",
        _ => "We asked the author to change it. Nobody can see it until then.",
    };

    public static string InRecord(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Published => "Published",
        DecisionOutcome.Removed => "Removed",
        _ => "Asked the author to change it",
    };
}
