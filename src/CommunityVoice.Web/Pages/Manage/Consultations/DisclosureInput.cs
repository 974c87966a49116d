using System.ComponentModel.DataAnnotations;
using CommunityVoice.Consultations;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>What a dataset could tell of single people, and whether it may be published.</summary>
public sealed class DisclosureInput
{
    [MinLength(1, ErrorMessage = "Choose what you looked at")]
    [Display(Name = "What did you look at?", Description = "Answer for several together where the answers are the same.")]
    public List<Dataset> Datasets { get; set; } = [];

    [Required(ErrorMessage = "Enter how many people it is about"), Range(1, 100_000_000, ErrorMessage = "Enter a whole number from 1")]
    [Display(Name = "How many people could have taken part", Description = "Such as everybody who lives in the area. Where there are few, few answers point to somebody.")]
    public long? Population { get; set; }

    [Required(ErrorMessage = "Choose how much it would matter")]
    [Display(Name = "If others learned what somebody chose, how much would it matter to them?")]
    public DisclosureRisk? Sensitivity { get; set; }

    [Required(ErrorMessage = "Choose how easily it could be done")]
    [Display(Name = "How easily could others put a name to a number, with what they know or find elsewhere?")]
    public DisclosureRisk? Linkability { get; set; }

    [Required(ErrorMessage = "Say why"), StringLength(DisclosureAssessment.ReasonsMaxLength, ErrorMessage = "Why must be 1,000 characters or fewer")]
    [Display(Name = "Why, and what was done about it")]
    public string? Reasons { get; set; }

    [Required(ErrorMessage = "Choose whether they may be shown"), Display(Name = "May they be shown to everybody?", Description = "Small numbers are hidden or rounded in any case.")]
    public bool? MayBePublished { get; set; }
}
