using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>How independent a body is from a day on.</summary>
public sealed class StandingInput
{
    [Required(ErrorMessage = "Choose how independent it is"), Display(Name = "How independent it is")]
    public StandingKind? Kind { get; set; }

    [StringLength(BodyStanding.HostMaxLength, ErrorMessage = "The name must be 120 characters or fewer"), Display(Name = "Who hosts it", Description = "The organisation it is part of. Leave it empty where it stands on its own")]
    public string? HostedBy { get; set; }

    [Required(ErrorMessage = "Enter the day from which it holds"), Display(Name = "From")]
    public DateOnly? StartsOn { get; set; }

    [StringLength(BodyStanding.NoteMaxLength, ErrorMessage = "The note must be 1,000 characters or fewer"), Display(Name = "What this rests on", Description = "The law, contract or decision. Everybody sees it")]
    public string? Note { get; set; }

    public static IReadOnlyList<SelectListItem> Kinds { get; } =
    [
        new Choice(nameof(StandingKind.Independent), "Independent", "It decides for itself what it asks and publishes"),
        new Choice(nameof(StandingKind.WithinHealthService), "Hosted by a health service body"),
        new Choice(nameof(StandingKind.WithinCouncil), "Hosted by a council"),
        new Choice(nameof(StandingKind.WithinAnother), "Hosted by another organisation"),
    ];

    public void Check(ModelStateDictionary state)
    {
        if (Kind is not null && Kind != StandingKind.Independent && string.IsNullOrWhiteSpace(HostedBy)) state.AddModelError("Input.HostedBy", "Enter who hosts it");
    }
}
