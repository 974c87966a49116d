using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Elections;

/// <summary>Why something is opened or published in a pre-election period.</summary>
public sealed class ElectionInput
{
    [StringLength(ElectionNote.ReasonMaxLength, ErrorMessage = "The reason must be 500 characters or fewer")]
    [Display(Name = "Reason", Description = "Everybody sees it")]
    public string? Reason { get; set; }

    /// <summary>Asks for the reason where there is a period.</summary>
    public void Check(IReadOnlyCollection<ElectionPeriod> periods, ModelStateDictionary errors, string message)
    {
        if (periods.Count > 0 && string.IsNullOrWhiteSpace(Reason)) errors.AddModelError("Input.Reason", message);
    }
}
