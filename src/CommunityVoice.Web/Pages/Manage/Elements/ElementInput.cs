using System.ComponentModel.DataAnnotations;
using CommunityVoice.Elements;

namespace CommunityVoice.Web.Pages.Manage.Elements;

/// <summary>What the form of an element asks for.</summary>
public sealed class ElementInput
{
    [Display(Name = "In which area?"), Required(ErrorMessage = "Choose an area")]
    public long? AreaId { get; set; }

    [Display(Name = "What is it called?", Description = "As people would call it, such as: a nurse who may give strong pain relief at night."), Required(ErrorMessage = "Enter what it is called"), StringLength(Element.NameMaxLength)]
    public string? Name { get; set; }

    [Display(Name = "What is it for?", Description = "You can leave it empty."), StringLength(Element.AboutMaxLength)]
    public string? About { get; set; }

    [Display(Name = "What can it not work without?")]
    public List<long> Needs { get; set; } = [];
}
