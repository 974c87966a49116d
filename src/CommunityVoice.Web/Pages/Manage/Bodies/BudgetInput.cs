using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>What the form of a budget that comes with a remit holds.</summary>
public sealed class BudgetInput
{
    [Required(ErrorMessage = "Enter what it pays for"), StringLength(BudgetHolding.ForMaxLength, ErrorMessage = "What it pays for must be 200 characters or fewer")]
    [Display(Name = "What it pays for", Description = "For example, public health and care at home")]
    public string? For { get; set; }

    [Required(ErrorMessage = "Enter the day from which it is held"), Display(Name = "From")]
    public DateOnly? StartsOn { get; set; }

    [Display(Name = "Until", Description = "Leave empty when no end is set: it ends with the remit at the latest. That day is the first on which it is held no more")]
    public DateOnly? EndsOn { get; set; }

    public void Check(Remit remit, ModelStateDictionary errors)
    {
        if (StartsOn < remit.StartsOn) errors.AddModelError("Input.StartsOn", "The remit begins later than that");
        else if (StartsOn >= remit.EndsOn) errors.AddModelError("Input.StartsOn", "The remit has ended by then");
        if (EndsOn <= StartsOn) errors.AddModelError("Input.EndsOn", "The end must be after the start");
        else if (EndsOn > remit.EndsOn) errors.AddModelError("Input.EndsOn", "The remit ends before that");
    }
}
