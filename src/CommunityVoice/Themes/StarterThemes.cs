using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>A theme to begin with.</summary>
public sealed class StarterTheme
{
    public required string Slug { get; init; }
    public required string Name { get; init; }
    public required string About { get; init; }

    /// <summary>The codes of the determinants that it is about.</summary>
    public List<string> Determinants { get; init; } = [];

    public Theme For(Area area)
    {
        var theme = new Theme(area, Name, Slug, About);
        theme.Mark(DeterminantList.Marks(Determinants));
        return theme;
    }
}

/// <summary>The themes of <c>content/starter-themes.yaml</c>, for an area that has none yet.</summary>
public sealed class StarterThemes
{
    private StarterThemes(List<StarterTheme> themes) => All = themes;

    public IReadOnlyList<StarterTheme> All { get; }

    public static StarterThemes Load(string folder) =>
        new(FrontMatter.ReadYaml<StarterThemesFile>("starter-themes.yaml", File.ReadAllText(Path.Combine(folder, "starter-themes.yaml"))).Themes);

    /// <summary>Adds those that the area does not have; answers how many.</summary>
    public async Task<int> AddToAsync(CommunityVoiceDb db, Area area, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        var there = await db.Themes.Where(t => t.AreaId == area.Id).Select(t => t.Slug).ToListAsync(ct);
        List<StarterTheme> missing = [.. All.Where(t => !there.Contains(t.Slug))];
        if (missing.Count == 0) return 0;
        db.Themes.AddRange(missing.Select(t => t.For(area)));
        db.ActivityEntries.Add(new ActivityEntry(by, "theme.starters-added", nameof(Area), area.Id, string.Join(", ", missing.Select(t => t.Name)), now));
        return await db.TrySaveAsync(ct) ? missing.Count : 0;
    }

    private sealed class StarterThemesFile
    {
        public required List<StarterTheme> Themes { get; init; }
    }
}
