using System.ComponentModel.DataAnnotations;
using CommunityVoice.Consultations;
using CommunityVoice.People;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>What the form of a planned group holds.</summary>
public sealed class ReachInput
{
    [Display(Name = "Voice", Description = "Choose one where people say it of themselves here: then the page shows how many were heard")]
    public Voice? Voice { get; set; }

    [StringLength(PlannedGroup.NameMaxLength, ErrorMessage = "The group must be 120 characters or fewer")]
    [Display(Name = "The group in your own words", Description = "Such as: people who came home from hospital this year. Needed where no voice fits")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose why they are in the plan"), Display(Name = "Why they are in the plan")]
    public WhyPlanned? Why { get; set; }

    [Required(ErrorMessage = "Say how you will reach them"), StringLength(PlannedGroup.HowMaxLength, ErrorMessage = "How you will reach them must be 500 characters or fewer")]
    [Display(Name = "How you will reach them", Description = "Where, when and with whose help. Everybody sees it")]
    public string? How { get; set; }

    [Range(1, PlannedGroup.MostAimedAt, ErrorMessage = "Enter a number from 1 to 1,000,000")]
    [Display(Name = "How many people you aim at (optional)")]
    public int? Aim { get; set; }

    public static IReadOnlyList<SelectListItem> Reasons { get; } = [.. Enum.GetValues<WhyPlanned>().Select(w => new Choice(w.ToString(), w.Word(), w.Prompt()))];

    public void Check(ModelStateDictionary errors)
    {
        if (Voice is { } said && !VoiceWords.SelfDeclared.Contains(said)) errors.AddModelError("Input.Voice", "Choose a voice from the list");
        if (Voice is null && string.IsNullOrWhiteSpace(Name)) errors.AddModelError("Input.Name", "Name the group, or choose a voice");
    }

    public PlannedFacts Facts() => new(
        string.IsNullOrWhiteSpace(Name) ? Voice!.Value.Word() : Name.Trim(), Voice, Why!.Value, How!.Trim().ReplaceLineEndings("\n"), Aim);

    /// <summary>The same of a group of a public plan, of which only the way to reach it can change.</summary>
    public PlannedFacts FactsOf(PlannedGroup group) => group.IsFixed ? group.Facts with { How = How!.Trim().ReplaceLineEndings("\n") } : Facts();

    public static ReachInput Of(PlannedGroup group) => new() { Voice = group.Voice, Name = group.Name, Why = group.Why, How = group.How, Aim = group.Aim };
}
