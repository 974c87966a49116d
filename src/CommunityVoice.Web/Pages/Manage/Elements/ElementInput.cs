using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Elements;
using CommunityVoice.Markup;
using Microsoft.AspNetCore.Mvc.ModelBinding;

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

    [Display(Name = "Who provides it?", Description = "You can leave it open.")]
    public long? ProviderId { get; set; }

    [Display(Name = "Or the name of who provides it", Description = "Where they are not in the list."), StringLength(Element.ProviderNameMaxLength)]
    public string? ProviderName { get; set; }

    [Display(Name = "Web address", Description = "Leave it empty if there is none."), StringLength(Element.WebsiteMaxLength)]
    public string? Website { get; set; }

    [Display(Name = "Its number in a directory", Description = "The id that a directory of services, such as your council’s, knows it by. A file from there then finds it. You can leave it empty."), StringLength(Element.DirectoryIdMaxLength)]
    public string? DirectoryId { get; set; }

    [Display(Name = "What can it not work without?")]
    public List<long> Needs { get; set; } = [];

    public static ElementInput From(Element element) => new()
    {
        AreaId = element.AreaId,
        Name = element.Name,
        About = element.About,
        ProviderId = element.ProviderId,
        ProviderName = element.ProviderName,
        Website = element.Website,
        DirectoryId = element.DirectoryId,
        Needs = element.Needs.ConvertAll(n => n.NeedsId),
    };

    /// <summary>Says what the attributes cannot tell.</summary>
    public void Check(ModelStateDictionary state)
    {
        if (ProviderId is not null && !string.IsNullOrWhiteSpace(ProviderName)) state.AddModelError("Input.ProviderName", "Choose who provides it from the list or enter a name, not both");
        if (CleanText.OneLine(Website) is { Length: > 0 } website && !Element.IsWebsite(website)) state.AddModelError("Input.Website", "Enter a whole address such as https://www.example.org");
    }

    public ElementFacts Facts(Body? provider) => new(
        CleanText.OneLine(Name), CleanText.Of(About), provider, CleanText.OneLine(ProviderName), CleanText.OneLine(Website) is { Length: > 0 } website ? website : null, ServiceIds.Tidy(DirectoryId));
}
