using System.ComponentModel.DataAnnotations;
using CommunityVoice.Themes;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>The themes that one comment gets.</summary>
public sealed class OneInput
{
    public List<long> Themes { get; set; } = [];

    /// <summary>The themes that were suggested on the page, so that what became of each can be kept.</summary>
    public List<long> Suggested { get; set; } = [];

    [StringLength(Theme.NameMaxLength)]
    [Display(Name = "Or a new theme")]
    public string? NewTheme { get; set; }

    /// <summary>The same for all comments in nearly the same words.</summary>
    public bool WithCopies { get; set; }
}
