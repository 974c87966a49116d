using System.Globalization;
using System.Security.Cryptography;
using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>Draws samples that two people code apart, and turns what they agree on, or what is decided between them, into themes of comments.</summary>
public sealed class DoubleCodings(CommunityVoiceDb db, CodingDesk desk, TimeProvider clock)
{
    public Task<DoubleCoding?> FindAsync(long id, CancellationToken ct) =>
        db.DoubleCodings.Include(d => d.Consultation).Include(d => d.Comments).ThenInclude(c => c.Comment).Include(d => d.Comments).ThenInclude(c => c.Rulings).SingleOrDefaultAsync(d => d.Id == id, ct);

    /// <summary>Draws so many comments by lot, one of each viewpoint; answers none when there are fewer than the smallest sample.</summary>
    public async Task<DoubleCoding?> StartAsync(Consultation consultation, int size, Guid by, CancellationToken ct)
    {
        var all = await db.OneEach(db.Comments.Visible().Where(c => c.ConsultationId == consultation.Id && !c.IsOfficial)).Select(c => c.Id).ToArrayAsync(ct);
        if (all.Length < DoubleCoding.SmallestSample) return null;
        RandomNumberGenerator.Shuffle<long>(all);
        var drawn = all.Take(size).ToList();
        var comments = await db.Comments.Where(c => drawn.Contains(c.Id)).ToListAsync(ct);
        var (now, tracked) = (clock.GetUtcNow(), await db.Consultations.SingleAsync(c => c.Id == consultation.Id, ct));
        var coding = new DoubleCoding(tracked, comments.OrderBy(c => drawn.IndexOf(c.Id)), by, now);
        db.DoubleCodings.Add(coding);
        db.ActivityEntries.Add(new ActivityEntry(by, "double-coding.started", nameof(Consultation), consultation.Id, $"{coding.Comments.Count} comments", now));
        await db.SaveChangesAsync(ct);
        return coding;
    }

    /// <summary>Gives each comment the themes that both chose.</summary>
    public Task GiveAgreedAsync(DoubleCoding coding, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var pairs = coding.Comments.SelectMany(c => c.Agreed.Select(theme => (theme, c.CommentId))).ToLookup(p => p.theme, p => p.CommentId);
        foreach (var theme in pairs) await desk.AssignAsync([theme.Key], [.. theme], by, ct);
        coding.MarkGiven(now);
        db.ActivityEntries.Add(new ActivityEntry(by, "double-coding.given", nameof(DoubleCoding), coding.Id, $"{pairs.Sum(p => p.Count())} themes that both chose", now));
        await db.SaveChangesAsync(ct);
    }, ct);

    /// <summary>Decides about a theme that only one of the two chose, and gives it to the comment or takes it off.</summary>
    public Task<bool> RuleAsync(DoubleCoding coding, long itemId, long themeId, bool gives, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        if (coding.Comments.Find(c => c.Id == itemId) is not { } item || !item.Disputed.Contains(themeId) || item.Rulings.Exists(r => r.ThemeId == themeId)) return false;
        var now = clock.GetUtcNow();
        db.Rulings.Add(new Ruling(item, themeId, gives, by, now));
        db.ActivityEntries.Add(new ActivityEntry(by, "double-coding.ruled", nameof(Comment), item.CommentId,
            string.Create(CultureInfo.InvariantCulture, $"theme {themeId}: {(gives ? "given" : "left off")}"), now));
        if (!await db.TrySaveAsync(ct)) return false;
        if (gives) await desk.AssignAsync([themeId], [item.CommentId], by, ct);
        else await desk.TakeOffAsync([themeId], [item.CommentId], by, ct);
        return true;
    }, ct);
}
