using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>One section as the form holds it. Its anchor stays when the heading changes.</summary>
public sealed class SectionInput
{
    public long? Id { get; set; }

    [Required(ErrorMessage = "Enter a heading"), StringLength(160, ErrorMessage = "The heading must be 160 characters or fewer"), Display(Name = "Heading")]
    public string? Heading { get; set; }

    [Required(ErrorMessage = "Enter the text"), StringLength(50_000, ErrorMessage = "The text must be 50,000 characters or fewer")]
    [Display(Name = "Text", Description = "Markdown: **bold**, lists, links and tables. No HTML")]
    public string? Body { get; set; }
}
