using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>What is handed over to whom, and from when.</summary>
public sealed class HandOverInput
{
    [Display(Name = "Who takes it over")]
    public long? To { get; set; }

    [StringLength(Body.NameMaxLength, ErrorMessage = "The name must be 120 characters or fewer"), Display(Name = "Or the name of a new organisation", Description = "It will be added as an organisation of the same kind")]
    public string? NewName { get; set; }

    [Required(ErrorMessage = "Enter the day"), Display(Name = "From the day on", Description = "The first day on which the other does it")]
    public DateOnly? On { get; set; }

    [Display(Name = "Which remits")]
    public List<long> Remits { get; set; } = [];

    [Display(Name = "Also hand over what it was asked and what it has promised", Description = "Recommendations that wait for an answer, with their clocks, actions, strategies and summaries")]
    public bool MovesDuties { get; set; }

    [Display(Name = "Invite its people to act for the other", Description = "Each is asked by e-mail, and nothing changes for them until they accept")]
    public bool InvitesPeople { get; set; }

    [Display(Name = "Does another organisation join in on the same day?", Description = "For a merger: it hands over everything too")]
    public long? TogetherWith { get; set; }

    [StringLength(HandOver.NoteMaxLength, ErrorMessage = "The note must be 4,000 characters or fewer"), Display(Name = "Hand-over note", Description = "What the other should know. Only the people of both read it")]
    public string? Note { get; set; }
}
