using CommunityVoice.Analysis.Text;
using CommunityVoice.Themes;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>The themes to tick for one comment, each with the key that ticks it and, where it is suggested, with the reason.</summary>
public sealed record ThemeBoxes(IReadOnlyList<ThemeRow> Themes, IReadOnlyCollection<long> Ticked, IReadOnlyList<ThemeSuggestion> Suggestions, string CommentsAt)
{
    // Without the letters that do something else here: s skips, u undoes, j and k move in lists.
    private const string Keys = "123456789abcdefghilmnopqrtvwxyz";

    /// <summary>Those that can be chosen, and those that the comment has already.</summary>
    public static ThemeBoxes Of(OneModel page, CommentToCode comment) => new(
        [.. page.Themes.Where(t => !t.IsRetired || comment.Themes.Contains(t.Id))], page.Input.Themes, comment.Suggestions, $"/consultations/{page.Consultation.Slug}");

    /// <summary>The key of a theme by its place; none once keys are used up.</summary>
    public static string? KeyOf(int place) => place < Keys.Length ? Keys[place].ToString() : null;

    public ThemeSuggestion? SuggestionOf(long theme) => Suggestions.FirstOrDefault(s => s.ThemeId == theme);
}
