using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Elections;

/// <summary>What the form of a pre-election period holds.</summary>
public sealed class PeriodInput
{
    [Required(ErrorMessage = "Enter a name"), StringLength(ElectionPeriod.NameMaxLength, ErrorMessage = "The name must be 120 characters or fewer")]
    [Display(Name = "Name", Description = "Such as: council elections, general election, by-election")]
    public string? Name { get; set; }

    [Display(Name = "Where", Description = "It holds there and in every area within. It cannot be changed later")]
    public long? AreaId { get; set; }

    [Required(ErrorMessage = "Enter the first day"), Display(Name = "First day", Description = "Usually the day on which notice of the election is given")]
    public DateOnly? StartsOn { get; set; }

    [Required(ErrorMessage = "Enter polling day"), Display(Name = "Polling day", Description = "The last day of the period")]
    public DateOnly? EndsOn { get; set; }

    public void Check(ModelStateDictionary errors)
    {
        if (EndsOn < StartsOn) errors.AddModelError("Input.EndsOn", "Polling day must be on or after the first day");
        else if (EndsOn?.DayNumber - StartsOn?.DayNumber >= ElectionPeriod.MostDays) errors.AddModelError("Input.EndsOn", $"A period has {ElectionPeriod.MostDays} days at most. Check both days");
    }

    public static PeriodInput Of(ElectionPeriod period) => new() { Name = period.Name, AreaId = period.AreaId, StartsOn = period.StartsOn, EndsOn = period.EndsOn };
}
