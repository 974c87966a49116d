using System.ComponentModel.DataAnnotations;
using CommunityVoice.People;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>What staff type of a form besides its choices.</summary>
public sealed class PaperInput
{
    [Required(ErrorMessage = "Enter the number that stands on the form"), StringLength(EnteredPaper.FormNumberMaxLength, ErrorMessage = "The number must be 40 characters or fewer")]
    [Display(Name = "Form number", Description = "It stands at the top of the form")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "Choose how it came"), Display(Name = "How it came")]
    public EntryChannel? Channel { get; set; } = EntryChannel.Paper;

    [Required(ErrorMessage = "Enter the day it came"), Display(Name = "When it came")]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "In what capacity they speak, if they said so")]
    public Voice? Voice { get; set; }

    [Display(Name = "Where they live, if they said so")]
    public long? AreaId { get; set; }

    /// <summary>What was typed for each option: a number, or a tick.</summary>
    public Dictionary<long, string?> Choices { get; set; } = [];

    public PaperForm Form(IReadOnlyList<string> choices) => new(Number!, Channel!.Value, ReceivedOn!.Value, Voice ?? CommunityVoice.People.Voice.NotSaid, AreaId, choices);
}
