using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CommunityVoice.Data;

/// <summary>
/// When each page tag last changed, counted in commits of this process. A page remembers the count at which its rendering
/// began; it is served only while nothing it shows has changed since, so what was rendered before a commit is never served after it.
/// </summary>
public sealed class PageVersions
{
    /// <summary>The PostgreSQL channel on which commits tell other processes.</summary>
    public const string Channel = "communityvoice_pages";

    private readonly ConcurrentDictionary<string, long> raised = new(StringComparer.Ordinal);
    private long count;
    private long everything;
    private volatile bool deaf;

    /// <summary>The count now; ask for it before rendering begins.</summary>
    public long Count => Interlocked.Read(ref count);

    /// <summary>While other processes cannot be heard, nothing may be taken as unchanged.</summary>
    public bool IsDeaf => deaf;

    /// <summary>Whether none of these tags changed since the count was taken.</summary>
    public bool UnchangedSince(long since, IReadOnlyList<string> tags)
    {
        if (deaf || Interlocked.Read(ref everything) > since) return false;
        foreach (var tag in tags)
        {
            if (raised.TryGetValue(tag, out var at) && at > since) return false;
        }
        return true;
    }

    public void Raise(IEnumerable<string> tags)
    {
        foreach (var tag in tags) raised[tag] = Interlocked.Increment(ref count);
    }

    /// <summary>For when it is unknown what changed, such as after a lost connection.</summary>
    public void RaiseEverything() => Interlocked.Exchange(ref everything, Interlocked.Increment(ref count));

    /// <summary>The connection to other processes was lost or stands again.</summary>
    public void Hears(bool others)
    {
        RaiseEverything();
        deaf = !others;
    }
}

/// <summary>The pages that one unit of work changes: gathered while saving, told after the commit.</summary>
internal sealed class PageChanges
{
    private const int MostNamed = 100;
    private readonly HashSet<string> tags = new(StringComparer.Ordinal);
    private readonly List<IShownOnPages> shown = [];

    public void Add(IEnumerable<string> pageTags) => tags.UnionWith(pageTags);

    public void Collect(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry.Entity is IShownOnPages page) shown.Add(page); // asked for its tags once it has its key
            else if (entry.Entity is not INeverOnCachedPages && !IsOfIdentity(entry.Entity)) tags.Add(PageTag.Site);
        }
    }

    /// <summary>What other processes are told.</summary>
    public static string News(IReadOnlyCollection<string> tags) => string.Join(' ', tags.Count > MostNamed ? [PageTag.Site] : tags);

    /// <summary>On PostgreSQL, tells other processes in the same transaction.</summary>
    public async Task NotifyAsync(CommunityVoiceDb db, CancellationToken ct)
    {
        Gather();
        if (tags.Count == 0 || !db.Database.IsNpgsql()) return;
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({PageVersions.Channel}, {News(tags)})", ct);
    }

    public void Tell(PageVersions? versions)
    {
        Gather();
        versions?.Raise(tags);
        tags.Clear();
    }

    public void Forget()
    {
        shown.Clear();
        tags.Clear();
    }

    private void Gather()
    {
        foreach (var page in shown) tags.UnionWith(page.PageTags);
        shown.Clear();
    }

    private static bool IsOfIdentity(object entity) =>
        entity.GetType().Namespace?.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal) ?? false;
}
