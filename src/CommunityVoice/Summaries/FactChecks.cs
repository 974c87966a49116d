using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Summaries;

/// <summary>Shows drafts to organisations for accuracy, takes what they say is wrong, and tells them what became of it.</summary>
public sealed class FactChecks(CommunityVoiceDb db, WorkingDays days, Letters letters, SiteAddress address, TimeProvider clock)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Sends the private page's address. None where no last day can be set, because holidays of that year are not known.</summary>
    public async Task<FactCheck?> SendAsync(SummaryVersion version, Body body, string email, int workingDays, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (days.After(UkTime.Day(now), workingDays) is not { } lastDay) return null;
        var token = Hashes.RandomHex(32);
        var check = version.SendToCheck(body, email, Hashes.Sha256(token), lastDay, by, now);
        db.ActivityEntries.Add(new ActivityEntry(by, "summary.sent-to-check", nameof(Summary), version.SummaryId,
            $"Version {version.Number}: to {body.Slug}, until {lastDay:yyyy-MM-dd}", now, ActivityValues.Of("", email)));
        Write(email, "fact-check-sent", check, ("link", address.To($"/fact-check/{token}")), ("days", workingDays.ToString(CultureInfo.InvariantCulture)));
        await db.SaveChangesAsync(ct);
        return check;
    }

    /// <summary>The check that a link belongs to, tracked for changing.</summary>
    public Task<FactCheck?> OfTokenAsync(string token, CancellationToken ct)
    {
        var hash = Hashes.Sha256(token);
        return db.FactChecks.Include(c => c.Body).Include(c => c.Comments).Include(c => c.Version).ThenInclude(v => v.Summary).ThenInclude(s => s.By)
            .AsSplitQuery().SingleOrDefaultAsync(c => c.TokenHash == hash, ct);
    }

    /// <summary>Takes a comment and tells whoever sent the draft. False where the time is over, or two came in the same moment.</summary>
    public async Task<bool> SayAsync(FactCheck check, FactCheckText text, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (!check.TakesCommentsOn(UkTime.Day(now))) return false;
        var comment = check.Say(text, now);
        db.ActivityEntries.Add(new ActivityEntry(null, "summary.fact-questioned", nameof(Summary), check.SummaryId, $"Version {check.Version.Number}: {check.Body.Slug}, comment {comment.Number}", now));
        var sender = await db.People.AsNoTracking().Where(p => p.Id == check.SentById && p.Email != null).Select(p => p.Email).SingleOrDefaultAsync(ct);
        if (sender is not null) Write(sender, "fact-check-comment", check, ("where", text.Where), ("link", address.To($"/manage/summaries/{check.VersionId}/fact-checks")));
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Decides about a comment, before publication or after it. False where somebody else decided in the same moment.</summary>
    public async Task<bool> DecideAsync(FactCheckComment comment, FactDecision decision, string reason, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        comment.Decide(decision, reason, by, now);
        var check = comment.Check;
        db.ActivityEntries.Add(new ActivityEntry(by, decision == FactDecision.Accepted ? "summary.fact-accepted" : "summary.fact-rejected", nameof(Summary), check.SummaryId,
            $"Version {check.Version.Number}: {check.Body.Slug}, comment {comment.Number}, {reason}", now));
        if (check.Comments.TrueForAll(c => c.Decision is not null)) TellOutcome(check);
        return await db.TryChangeAsync(ct);
    }

    // One letter when everything that was said so far is decided, not one a comment.
    private void TellOutcome(FactCheck check)
    {
        if (check.Email.Length == 0) return;
        var decided = check.InOrder.Select(c => $"{c.Number}. {c.Where}: {(c.Decision == FactDecision.Accepted ? "accepted" : "not accepted")}. {c.Reason}");
        Write(check.Email, "fact-check-decided", check, ("decisions", string.Join("\n\n", decided)), ("link", address.To("/contact")));
    }

    private void Write(string to, string kind, FactCheck check, params ReadOnlySpan<(string Key, string Value)> more)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["body"] = check.Body.Name,
            ["from"] = check.Version.Summary.By.Name,
            ["title"] = check.Version.Title,
            ["until"] = check.LastDay.ToString("d MMMM yyyy", Uk),
        };
        foreach (var (key, value) in more) fields[key] = value;
        letters.Write(to, kind, fields);
    }
}
