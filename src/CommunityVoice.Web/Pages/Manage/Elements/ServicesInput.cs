using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>What the form asks for that brings in services.</summary>
public sealed class ServicesInput
{
    [Display(Name = "Into the list of which area?"), Required(ErrorMessage = "Choose an area")]
    public long? AreaId { get; set; }

    [Display(Name = "Or paste what is in it", Description = "All of it, from the first bracket to the last.")]
    public string? Text { get; set; }
}
