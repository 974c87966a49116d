using CommunityVoice.Data;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Frameworks;

/// <summary>An item of another framework, to lead to.</summary>
public sealed record CrosswalkItem(long Id, string Title, string Framework, string Slug);

/// <summary>An item of a framework: what takes it up later, what it takes up, and how many actions serve it, those that were linked to what it takes up among them.</summary>
public sealed record CrosswalkRow(FrameworkItem Item, IReadOnlyList<CrosswalkItem> Later, IReadOnlyList<CrosswalkItem> Earlier, int Actions);

/// <summary>How a framework leads to the next one and comes from the one before. What has no counterpart is told as such.</summary>
public sealed record Crosswalk(Framework Framework, IReadOnlyList<CrosswalkRow> Rows)
{
    /// <summary>The frameworks after it.</summary>
    public IReadOnlyList<(string Slug, string Name)> Next => Others(r => r.Later);

    /// <summary>The frameworks before it.</summary>
    public IReadOnlyList<(string Slug, string Name)> Previous => Others(r => r.Earlier);

    /// <summary>What nothing later takes up, where there is something later.</summary>
    public IReadOnlyList<CrosswalkRow> Dropped => Next.Count == 0 ? [] : [.. Rows.Where(r => r.Later.Count == 0)];

    /// <summary>What nothing earlier leads to, where there is something earlier.</summary>
    public IReadOnlyList<CrosswalkRow> Added => Previous.Count == 0 ? [] : [.. Rows.Where(r => r.Earlier.Count == 0)];

    public static async Task<Crosswalk?> OfAsync(CommunityVoiceDb db, string slug, CancellationToken ct)
    {
        if (await db.Frameworks.AsNoTracking().Include(f => f.Items).SingleOrDefaultAsync(f => f.Slug == slug, ct) is not { } framework) return null;
        var links = await db.FrameworkItemLinks.AsNoTracking().Where(l => l.From.FrameworkId == framework.Id || l.To.FrameworkId == framework.Id)
            .Select(l => new
            {
                l.FromId,
                l.ToId,
                From = new CrosswalkItem(l.FromId, l.From.Title, l.From.Framework.Name, l.From.Framework.Slug),
                To = new CrosswalkItem(l.ToId, l.To.Title, l.To.Framework.Name, l.To.Framework.Slug),
            }).ToListAsync(ct);
        var items = framework.Items.Select(i => i.Id).Concat(links.Select(l => l.FromId)).Distinct().ToList();
        var serving = (await db.StrategyVersions.AsNoTracking().Newest().SelectMany(v => v.Actions).SelectMany(a => a.Items).Where(i => items.Contains(i.ItemId))
            .Select(i => new { i.ItemId, i.ActionId }).ToListAsync(ct)).ToLookup(i => i.ItemId, i => i.ActionId);
        return new(framework, [.. framework.Items.OrderBy(i => i.Kind).ThenBy(i => i.Order).ThenBy(i => i.Id).Select(item =>
        {
            var later = links.Where(l => l.FromId == item.Id).Select(l => l.To).OrderBy(i => i.Id).ToList();
            var earlier = links.Where(l => l.ToId == item.Id).Select(l => l.From).OrderBy(i => i.Id).ToList();
            return new CrosswalkRow(item, later, earlier, earlier.Select(e => e.Id).Append(item.Id).SelectMany(id => serving[id]).Distinct().Count());
        })]);
    }

    private List<(string Slug, string Name)> Others(Func<CrosswalkRow, IEnumerable<CrosswalkItem>> side) =>
        [.. Rows.SelectMany(side).Select(i => (i.Slug, i.Framework)).Distinct().OrderBy(f => f.Framework, StringComparer.Ordinal)];
}
