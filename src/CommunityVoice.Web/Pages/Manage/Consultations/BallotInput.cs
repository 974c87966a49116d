using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>A dots ballot as its one form holds it.</summary>
public sealed class BallotInput
{
    [Required(ErrorMessage = "Enter the question of the ballot"), StringLength(160, ErrorMessage = "The question must be 160 characters or fewer")]
    [Display(Name = "Question", Description = "For example, What should come first?")]
    public string? Title { get; set; }

    [Range(1, 20, ErrorMessage = "Give each person between 1 and 20 dots"), Display(Name = "Dots for each person")]
    public int DotsEach { get; set; } = 5;

    [Range(1, 20, ErrorMessage = "Allow between 1 and 20 dots on one priority"), Display(Name = "Most dots on one priority")]
    public int MostOnOne { get; set; } = 3;

    [Required(ErrorMessage = "Enter at least two priorities"), StringLength(20_000, ErrorMessage = "The list must be 20,000 characters or fewer")]
    [Display(Name = "Priorities", Description = "One on each line. Add a sentence that explains it after a | sign, if you like")]
    public string? Priorities { get; set; }
}
