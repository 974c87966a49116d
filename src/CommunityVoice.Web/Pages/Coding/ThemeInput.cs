using System.ComponentModel.DataAnnotations;
using CommunityVoice.Themes;

namespace CommunityVoice.Web.Pages.Coding;

/// <summary>A theme as its form holds it.</summary>
public sealed class ThemeInput
{
    [Required, StringLength(Theme.NameMaxLength)]
    [Display(Name = "Name", Description = "A few words that people would use themselves, such as “Lifts home”.")]
    public string? Name { get; set; }

    [StringLength(1000)]
    [Display(Name = "What belongs to it (optional)", Description = "One sentence, so that two people code alike.")]
    public string? About { get; set; }

    [Display(Name = "It is about capacity: enough staff, rooms or time to do what is asked", Description = "Actions that rest on it are listed as at risk until something is planned for that.")]
    public bool IsAboutCapacity { get; set; }

    [Display(Name = "Which of these, outside health care, is it about?")]
    public List<string> Determinants { get; set; } = [];

    [Display(Name = "No longer offer it", Description = "Comments that have it keep it.")]
    public bool IsRetired { get; set; }
}
