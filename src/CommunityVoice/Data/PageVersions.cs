using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace CommunityVoice.Data;

/// <summary>The version of every page tag in this process. A commit raises those it touches, so nothing rendered before it is served after.</summary>
public sealed class PageVersions
{
    /// <summary>The PostgreSQL channel on which commits tell other processes.</summary>
    public const string Channel = "communityvoice_pages";

    private readonly ConcurrentDictionary<string, long> versions = new(StringComparer.Ordinal);
    private long everything;

    public long Of(string tag) => versions.GetValueOrDefault(tag) + Interlocked.Read(ref everything);

    public void Raise(IEnumerable<string> tags)
    {
        foreach (var tag in tags) versions.AddOrUpdate(tag, 1, (_, version) => version + 1);
    }

    /// <summary>For when it is unknown what changed, such as after a lost connection.</summary>
    public void RaiseEverything() => Interlocked.Increment(ref everything);
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

    /// <summary>On PostgreSQL, tells other processes in the same transaction.</summary>
    public async Task NotifyAsync(CommunityVoiceDb db, CancellationToken ct)
    {
        Gather();
        if (tags.Count == 0 || !db.Database.IsNpgsql()) return;
        var payload = string.Join(' ', tags.Count > MostNamed ? [PageTag.Site] : tags);
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({PageVersions.Channel}, {payload})", ct);
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
