using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Where an option came from, as results credit it: in words, and where it is read.</summary>
public sealed record OptionOrigin(string Words, string Address);

/// <summary>Finds where options came from, in one query for each kind of origin among them. What not everybody can read is not linked.</summary>
public sealed class OptionOrigins(CommunityVoiceDb db)
{
    public async Task<IReadOnlyDictionary<long, OptionOrigin>> OfAsync(IEnumerable<Priority> options, CancellationToken ct)
    {
        var credited = new Dictionary<long, OptionOrigin>();
        foreach (var kind in options.Where(o => IdOf(o) is not null).GroupBy(o => o.Origin))
        {
            var found = await FindAsync(kind.Key, [.. kind.Select(IdOf).OfType<long>().Distinct()], ct);
            foreach (var option in kind)
            {
                if (found.TryGetValue(IdOf(option) ?? 0, out var origin)) credited.Add(option.Id, origin);
            }
        }
        return credited;
    }

    private static long? IdOf(Priority option) => option.CommentId ?? option.OriginId;

    private Task<Dictionary<long, OptionOrigin>> FindAsync(PriorityOrigin kind, List<long> ids, CancellationToken ct) => kind switch
    {
        PriorityOrigin.Comment => CommentsAsync(ids, ct),
        PriorityOrigin.Idea => IdeasAsync(ids, ct),
        PriorityOrigin.Theme => ThemesAsync(ids, ct),
        PriorityOrigin.FrameworkItem => FrameworksAsync(ids, ct),
        _ => Task.FromResult(new Dictionary<long, OptionOrigin>()),
    };

    private Task<Dictionary<long, OptionOrigin>> CommentsAsync(List<long> ids, CancellationToken ct) =>
        db.Comments.AsNoTracking().Visible().Where(c => ids.Contains(c.Id) && c.Consultation.PublishedAt != null).Select(c => new { c.Id, c.Consultation.Slug })
            .ToDictionaryAsync(c => c.Id, c => new OptionOrigin("From a comment", $"/consultations/{c.Slug}/comments/{c.Id}"), ct);

    // An adopted idea is as public as the comment it became.
    private Task<Dictionary<long, OptionOrigin>> IdeasAsync(List<long> ids, CancellationToken ct)
    {
        var shown = db.Comments.Visible();
        return db.Ideas.AsNoTracking().Where(i => ids.Contains(i.Id) && i.AdoptedAt != null && i.WithdrawnAt == null && shown.Any(c => c.Id == i.CommentId)).Select(i => i.Id)
            .ToDictionaryAsync(i => i, i => new OptionOrigin("From somebody’s idea", $"/ideas/{i}"), ct);
    }

    private Task<Dictionary<long, OptionOrigin>> ThemesAsync(List<long> ids, CancellationToken ct) =>
        db.Themes.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new { t.Id, t.Name, t.Slug, Area = t.Area.Slug })
            .ToDictionaryAsync(t => t.Id, t => new OptionOrigin($"From the theme {t.Name}", $"/areas/{t.Area}/themes/{t.Slug}"), ct);

    private Task<Dictionary<long, OptionOrigin>> FrameworksAsync(List<long> ids, CancellationToken ct) =>
        db.FrameworkItems.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Framework.Name, i.Framework.Slug })
            .ToDictionaryAsync(i => i.Id, i => new OptionOrigin($"From the framework {i.Name}", $"/frameworks/{i.Slug}"), ct);
}
