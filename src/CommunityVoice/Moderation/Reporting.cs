using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Moderation;

/// <summary>What became of a report; its receipt finds it again.</summary>
public sealed record Reported(bool IsTooMany, string Receipt);

/// <summary>Takes reports of comments from anybody. A report never hides anything by itself; it puts the comment before a moderator.</summary>
public sealed class Reporting(CommunityVoiceDb db, Letters letters, SiteAddress address, TimeProvider clock)
{
    /// <summary>A library or a surgery is one network, so the limit is far above what one angry evening needs.</summary>
    public const int MostPerNetwork = 20;
    public static readonly TimeSpan NetworkWindow = TimeSpan.FromHours(1);

    /// <summary>Keeps the report. The same person or browser again, before anybody decided, changes the report they made.</summary>
    public async Task<Reported> ReportAsync(long commentId, FlagReason reason, string? detail, Reporter reporter, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await OpenAsync(commentId, reporter, ct) is { } open) return await ChangeAsync(open, reason, detail, reporter.Email, ct);
        var since = now - NetworkWindow;
        if (await db.Flags.CountAsync(f => f.NetworkKey == reporter.NetworkKey && f.At >= since, ct) >= MostPerNetwork) return new(true, "");
        try
        {
            return await db.TransactAsync(() => AddAsync(commentId, reason, detail, reporter, now, ct), ct);
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            db.ChangeTracker.Clear();
            return await ReportAsync(commentId, reason, detail, reporter, ct); // pressed twice: the second finds the first's report
        }
    }

    /// <summary>The network an address belongs to: itself, or the first half of a long one, of which a household has many.</summary>
    public static string NetworkOf(IPAddress? from)
    {
        if (from is null) return "unknown";
        if (from.IsIPv4MappedToIPv6) from = from.MapToIPv4();
        return from.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(from.GetAddressBytes().AsSpan(0, 8)) : from.ToString();
    }

    /// <summary>Letters and digits that cannot be taken for one another.</summary>
    private static string NewReceipt()
    {
        var code = RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", 12);
        return $"{code[..4]}-{code[4..8]}-{code[8..]}";
    }

    private async Task<Reported> AddAsync(long commentId, FlagReason reason, string? detail, Reporter reporter, DateTimeOffset now, CancellationToken ct)
    {
        // The comment's row first: a decision being taken just now waits, or is waited for, so that no report falls between.
        await db.Comments.Where(c => c.Id == commentId).ExecuteUpdateAsync(set => set.SetProperty(c => c.WaitingSince, c => c.WaitingSince ?? now), ct);
        var comment = await db.Comments.Include(c => c.Consultation).SingleAsync(c => c.Id == commentId, ct);
        var flag = new Flag(comment, reason, detail, reporter, NewReceipt(), now);
        db.Flags.Add(flag);
        if (reporter.Email is { } email) letters.Write(email, "flag-received", About(comment));
        await db.SaveChangesAsync(ct);
        return new(false, flag.Receipt);
    }

    private Task<Flag?> OpenAsync(long commentId, Reporter reporter, CancellationToken ct) => db.Flags
        .Include(f => f.Comment.Consultation)
        .FirstOrDefaultAsync(f => f.CommentId == commentId && f.ReporterKey == reporter.Key && f.DecisionId == null, ct);

    private async Task<Reported> ChangeAsync(Flag flag, FlagReason reason, string? detail, string? email, CancellationToken ct)
    {
        if (email is not null && flag.ReporterEmail is null) letters.Write(email, "flag-received", About(flag.Comment));
        flag.Change(reason, detail, email);
        await db.SaveChangesAsync(ct);
        return new(false, flag.Receipt);
    }

    private Dictionary<string, string> About(Comment comment) => new(StringComparer.Ordinal)
    {
        ["title"] = comment.Consultation.Title,
        ["link"] = address.To($"/consultations/{comment.Consultation.Slug}/comments/{comment.Id}"),
    };
}
