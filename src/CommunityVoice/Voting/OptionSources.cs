using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Something that can become an option of a ballot: somebody's idea, a theme of what was said, or an item of the review's framework.</summary>
public sealed record OptionSource(PriorityOrigin Origin, long Id, string Title, string Detail)
{
    /// <summary>How forms name it.</summary>
    public string Key => $"{Origin}:{Id}";
}

/// <summary>Finds what a ballot of a consultation can be made from.</summary>
public sealed class OptionSources(CommunityVoiceDb db, AreaTree tree, ThemeList themes, TimeProvider clock)
{
    private const int MostIdeas = 60;
    private const int DetailLength = 500;

    /// <summary>Adopted ideas of the area, newest first; themes in use or offered there; items of the framework, in its order.</summary>
    public async Task<IReadOnlyList<OptionSource>> ForAsync(Consultation consultation, CancellationToken ct) =>
        [.. await IdeasAsync(consultation, ct), .. await ThemesAsync(consultation, ct), .. await ItemsAsync(consultation, ct)];

    private async Task<IEnumerable<OptionSource>> IdeasAsync(Consultation consultation, CancellationToken ct)
    {
        var within = await tree.WithinAsync(consultation.AreaId, UkTime.Today(clock), ct);
        var shown = db.Comments.Visible();
        var ideas = await db.Ideas.AsNoTracking()
            .Where(i => i.AdoptedAt != null && i.WithdrawnAt == null && within.Contains(i.AreaId) && (i.CommentId == null || shown.Any(c => c.Id == i.CommentId)))
            .OrderByDescending(i => i.Id).Take(MostIdeas).Select(i => new { i.Id, i.Title, i.Body }).ToListAsync(ct);
        return ideas.Select(i => new OptionSource(PriorityOrigin.Idea, i.Id, i.Title, Short(i.Body)));
    }

    private async Task<IEnumerable<OptionSource>> ThemesAsync(Consultation consultation, CancellationToken ct) =>
        (await themes.ForAsync(consultation.Id, consultation.AreaId, ct)).OrderByDescending(t => t.Comments)
            .Select(t => new OptionSource(PriorityOrigin.Theme, t.Id, t.Name, Short(t.About)));

    private async Task<IEnumerable<OptionSource>> ItemsAsync(Consultation consultation, CancellationToken ct)
    {
        var items = await db.Reviews.AsNoTracking().Where(r => r.Id == consultation.ReviewId).SelectMany(r => r.Framework!.Items)
            .OrderBy(i => i.Order).ThenBy(i => i.Id).Select(i => new { i.Id, i.Title }).ToListAsync(ct);
        return items.Select(i => new OptionSource(PriorityOrigin.FrameworkItem, i.Id, i.Title, ""));
    }

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= DetailLength ? line : $"{line.AsSpan(0, DetailLength - 1)}…";
    }
}
