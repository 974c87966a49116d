using CommunityVoice.Content;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Frameworks;

/// <summary>Brings the frameworks written in content into the database at start; what is there already is described anew, never doubled.</summary>
public sealed class FrameworkLibrary(CommunityVoiceDb db)
{
    public async Task SaveAsync(IReadOnlyList<FrameworkFile> files, CancellationToken ct)
    {
        foreach (var file in files)
        {
            await SaveAsync(file, ct);
            await LinkAsync(file, ct);
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task SaveAsync(FrameworkFile file, CancellationToken ct)
    {
        var framework = await db.Frameworks.Include(f => f.Items).SingleOrDefaultAsync(f => f.Slug == file.Code, ct);
        if (framework is null) db.Frameworks.Add(framework = new Framework(file.Code, file.Title, file.Version, file.Source.Title, null));
        framework.Describe(file.Title, file.Version, file.Source.Title, framework.PublishedOn);
        foreach (var (from, order) in file.Items.Select((item, i) => (item, i + 1)))
        {
            var kind = Enum.Parse<FrameworkItemKind>(from.Kind, ignoreCase: true);
            if (framework.Items.Find(i => i.Code == from.Code) is { } item) item.Describe(kind, from.Title, order);
            else framework.Items.Add(new FrameworkItem(framework, kind, from.Code, from.Title, order));
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task LinkAsync(FrameworkFile file, CancellationToken ct)
    {
        var items = await db.FrameworkItems.Where(i => i.Framework.Slug == file.Code || i.Framework.Slug == file.Succeeds).ToListAsync(ct);
        var links = await db.FrameworkItemLinks.Where(l => l.To.Framework.Slug == file.Code).ToListAsync(ct);
        foreach (var step in file.Crosswalk.Where(step => step.To is not null))
        {
            var (from, to) = (items.Single(i => i.Code == step.From), items.Single(i => i.Code == step.To));
            if (!links.Exists(l => l.FromId == from.Id && l.ToId == to.Id)) db.FrameworkItemLinks.Add(new FrameworkItemLink(from, to));
        }
    }
}
