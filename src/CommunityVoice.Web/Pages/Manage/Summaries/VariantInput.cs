using System.ComponentModel.DataAnnotations;
using CommunityVoice.Summaries;

namespace CommunityVoice.Web.Pages.Manage.Summaries;

/// <summary>What the form of a variant holds.</summary>
public sealed class VariantInput
{
    [Display(Name = "Title"), Required(ErrorMessage = "Enter a title"), StringLength(SummaryVersion.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "Text", Description = "All that readers need to know, in its own words. Markdown works: ## headings, **bold**, lists.")]
    [Required(ErrorMessage = "Enter the text"), StringLength(SummaryVariant.BodyMaxLength)]
    public string? Body { get; set; }
    public string? Seen { get; set; }
}
