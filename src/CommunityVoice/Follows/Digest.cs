using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.News;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace CommunityVoice.Follows;

/// <summary>
/// Writes the one letter a day that bundles what became of somebody's contributions and what is new in what they follow. Whoever has no news gets none. What
/// was told is saved with the letter, so that nothing is told twice and a crash loses nothing, however often this runs.
/// </summary>
public sealed partial class Digest(CommunityVoiceDb db, Leases leases, Readers readers, FollowTargets targets, FollowedNews news, DigestLetters letters, Texts texts, ILogger<Digest> logger)
{
    public const string Kind = "news";

    /// <summary>News older than this are news no more, whatever kept them from being told; what was told is remembered longer.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(35);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(70);
    private const int AtOnce = 100;

    /// <summary>Writes what is due at this time, and answers how many letters that are.</summary>
    public async Task<int> WriteDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        var (times, today) = (LetterTimes.Before(now), UkTime.Day(now));
        var (written, last) = (0, 0L);
        if (!await db.OwedNews.AnyAsync(n => n.At <= times.Daily, ct) && !await Due(times, today).AnyAsync(ct)) return 0; // only a reader until there is something to do
        if (!await leases.TryTakeAsync("digest", TimeSpan.FromMinutes(10), ct)) return 0;
        await MeetContributorsAsync(times, ct);
        while (await Due(times, today).Where(r => r.Id > last).OrderBy(r => r.Id).Select(r => r.Id).Take(AtOnce).ToListAsync(ct) is { Count: > 0 } due)
        {
            foreach (var id in due)
            {
                if (await TryWriteAsync(id, times, now, ct)) written++;
                db.ChangeTracker.Clear();
            }
            last = due[^1];
            if (!await leases.TryTakeAsync("digest", TimeSpan.FromMinutes(10), ct)) break;
        }
        await TidyAsync(times, now, ct);
        return written;
    }

    private IQueryable<Reader> Due(LetterTimes times, DateOnly today) => db.Readers.Where(r => (r.LastLetterOn == null || r.LastLetterOn < today)
        && (r.Follows.Any(f => (f.Frequency == FollowFrequency.Daily && f.LookedUntil < times.Daily) || (f.Frequency == FollowFrequency.Weekly && f.LookedUntil < times.Weekly))
            || (r.StepsStoppedAt == null && db.OwedNews.Any(n => n.PersonId == r.PersonId && n.At <= times.Daily))));

    // Whoever only contributed gets a token for their letters here, when the first is due.
    private async Task MeetContributorsAsync(LetterTimes times, CancellationToken ct)
    {
        var unknown = db.OwedNews.Where(n => n.At <= times.Daily && !db.Readers.Any(r => r.PersonId == n.PersonId)).Select(n => n.PersonId).Distinct();
        foreach (var person in await unknown.ToListAsync(ct)) await db.TransactAsync(() => readers.OfPersonAsync(person, ct), ct);
        db.ChangeTracker.Clear();
    }

    private async Task<bool> TryWriteAsync(long readerId, LetterTimes times, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            return await db.TransactAsync(() => WriteAsync(readerId, times, now, ct), ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(readerId, e.GetType().Name); // it is still due in the next round, and others do not wait for it
            return false;
        }
    }

    private async Task<bool> WriteAsync(long readerId, LetterTimes times, DateTimeOffset now, CancellationToken ct)
    {
        // Its row first, so that of two nodes that write to somebody at once the second sees that they were written to.
        var today = UkTime.Day(now);
        var isOurs = await db.Readers.Where(r => r.Id == readerId && (r.LastLetterOn == null || r.LastLetterOn < today))
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LastLetterOn, r => r.LastLetterOn), ct) == 1;
        if (!isOurs) return false;
        var reader = await db.Readers.Include(r => r.Person).Include(r => r.Follows).SingleAsync(r => r.Id == readerId, ct);
        var steps = reader is { PersonId: { } person, StepsStoppedAt: null }
            ? await db.OwedNews.Where(n => n.PersonId == person && n.At <= times.Daily).OrderBy(n => n.At).ThenBy(n => n.Id).ToListAsync(ct) : [];
        var followed = await UntoldAsync(reader, [.. steps.Select(s => s.Key)], times, now, ct);
        foreach (var follow in reader.Follows)
        {
            if (follow.DueUntil(times) is { } until) follow.Looked(until);
        }
        var isNews = reader.Address is not null && steps.Count + followed.Count > 0;
        if (isNews)
        {
            letters.Write(reader, steps, followed);
            if (reader.PersonId is { } owner) await texts.TellAsync(owner, steps.Count, followed.Count, now, ct);
            reader.Wrote(today);
            db.ToldNews.AddRange(steps.Select(s => s.Key).Concat(followed.Select(f => f.News.Key)).Distinct(StringComparer.Ordinal)
                .Except(await ToldAsync(reader, [.. steps.Select(s => s.Key)], ct), StringComparer.Ordinal).Select(key => new ToldNews(reader, key, now)));
        }
        db.OwedNews.RemoveRange(steps);
        await db.SaveChangesAsync(ct);
        return isNews;
    }

    // Each once, by the first thing followed that it is news of, newest first.
    private async Task<List<Told>> UntoldAsync(Reader reader, HashSet<string> steps, LetterTimes times, DateTimeOffset now, CancellationToken ct)
    {
        var due = reader.Follows.Where(f => f.DueUntil(times) is not null).OrderBy(f => f.Id).ToList();
        var there = await targets.AllAsync(due.Select(f => f.Key), ct);
        var found = new List<Told>();
        foreach (var follow in due)
        {
            if (!there.TryGetValue(follow.Key, out var target)) continue;
            var until = follow.DueUntil(times);
            found.AddRange((await news.OfAsync(follow.Key, ct)).Where(n => n.At >= follow.Since && n.At > now - Oldest && n.At <= until).Select(n => new Told(n, target)));
        }
        var told = await ToldAsync(reader, [.. found.Select(f => f.News.Key)], ct);
        return [.. found.DistinctBy(f => f.News.Key).Where(f => !told.Contains(f.News.Key) && !steps.Contains(f.News.Key)).OrderByDescending(f => f.News.At).ThenBy(f => f.News.Key, StringComparer.Ordinal)];
    }

    private async Task<HashSet<string>> ToldAsync(Reader reader, List<string> keys, CancellationToken ct) => keys.Count == 0 ? []
        : [.. await db.ToldNews.Where(t => t.ReaderId == reader.Id && keys.Contains(t.Key)).Select(t => t.Key).ToListAsync(ct)];

    private async Task TidyAsync(LetterTimes times, DateTimeOffset now, CancellationToken ct)
    {
        var before = now - Remembered;
        await db.TransactAsync(async () =>
        {
            await db.ToldNews.Where(t => t.At < before).ExecuteDeleteAsync(ct);
            await db.OwedNews.Where(n => n.At <= times.Daily && db.Readers.Any(r => r.PersonId == n.PersonId && r.StepsStoppedAt != null)).ExecuteDeleteAsync(ct);
        }, ct);
    }

    // The exception's message may quote an address, so only its kind is logged.
    [LoggerMessage(LogLevel.Error, "The letter with news to reader {Reader} could not be written: {Problem}")]
    private partial void LogFailed(long reader, string problem);
}

/// <summary>News, and what somebody follows that they are news of.</summary>
public sealed record Told(NewsItem News, FollowTarget Of);

/// <summary>Composes the letter that bundles news. What became of their own words comes first.</summary>
public sealed class DigestLetters(Letters letters, LetterTexts texts, SiteAddress site)
{
    private const int SubjectMaxLength = 150;

    public void Write(Reader reader, IReadOnlyList<OwedNews> steps, IReadOnlyList<Told> followed)
    {
        var own = steps.Select(s => texts[s.Kind].FillPart(s.ReadFields())).ToList();
        var other = followed.Select(f => texts["news-item"].FillPart(Fields(f))).ToList();
        var first = own.Concat(other).First().Heading;
        var more = own.Count + other.Count - 1;
        if (first.Length > SubjectMaxLength) first = first[..SubjectMaxLength].TrimEnd() + "…";
        LetterPart[] parts =
        [
            .. own.Count > 0 ? own.Prepend(LetterPart.Title("What became of what you said or chose")) : [],
            .. other.Count > 0 ? other.Prepend(LetterPart.Title("New in what you follow")) : [],
        ];
        letters.Write(reader.Address!, Digest.Kind, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["greeting"] = reader.Person is { DisplayName: var name } ? $"Hello {name}" : "Hello",
            ["subject"] = more == 0 ? first : $"{first}, and {more} more",
            ["preferencesLink"] = site.To($"/letters/{reader.Token}"),
        }, parts, site.To($"/letters/{reader.Token}/stop"));
    }

    private Dictionary<string, string> Fields(Told told) => new(StringComparer.Ordinal)
    {
        ["title"] = told.News.Title,
        ["words"] = told.News.Words,
        ["followed"] = told.Of.Title,
        ["link"] = site.To(told.News.Path),
    };
}
