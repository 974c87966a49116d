using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>What a body may do, where, called what, on what basis and when.</summary>
public sealed class RemitInput
{
    [Required(ErrorMessage = "Choose an area"), Display(Name = "Where", Description = "It reaches every area within this one")]
    public long? AreaId { get; set; }

    [Display(Name = "What it may do")]
    public List<Capability> May { get; set; } = [];

    [Required(ErrorMessage = "Enter what it is called here"), StringLength(120, ErrorMessage = "The label must be 120 characters or fewer")]
    [Display(Name = "Called", Description = "For example, Independent voice body")]
    public string? Label { get; set; }

    [Required(ErrorMessage = "Enter on what basis"), StringLength(300, ErrorMessage = "The basis must be 300 characters or fewer")]
    [Display(Name = "On what basis", Description = "The law, contract or agreement it rests on. Everybody sees it")]
    public string? LegalBasis { get; set; }

    [Required(ErrorMessage = "Enter the day it starts"), Display(Name = "From")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "Until", Description = "Leave empty when no end is set. That day is the first on which it no longer holds")]
    public DateOnly? EndsOn { get; set; }

    [Display(Name = "Commissioned by (optional)", Description = "Who pays for it or gave it. The people of both are told 90 days before it ends")]
    public long? CommissionedById { get; set; }

    public static IReadOnlyList<SelectListItem> Choices { get; } = [.. CapabilityWords.Each.Select(c => new Choice(c.ToString(), c.Word()))];

    public Capability Capabilities() => May.Aggregate(Capability.None, (all, c) => all | c);
}
