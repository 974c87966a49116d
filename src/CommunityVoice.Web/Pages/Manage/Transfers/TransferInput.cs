using System.ComponentModel.DataAnnotations;
using CommunityVoice.Strategies;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Transfers;

/// <summary>What the form of a transfer holds.</summary>
public sealed class TransferInput
{
    [Required(ErrorMessage = "Choose who hands it on"), Display(Name = "From", Description = "The organisation, and the level at which it acts")]
    public long? From { get; set; }

    [Required(ErrorMessage = "Choose who gets it"), Display(Name = "To", Description = "The organisation, and the level at which it acts")]
    public long? To { get; set; }

    [Required(ErrorMessage = "Enter the amount"), Display(Name = "Amount in pounds", Description = "Such as 48,000 or 48000.50")]
    public string? Amount { get; set; }

    [Required(ErrorMessage = "Enter the day"), Display(Name = "Day on which it is handed on")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "Enter what it pays for"), StringLength(ResourceTransfer.ForMaxLength, ErrorMessage = "What it pays for must be 120 characters or fewer")]
    [Display(Name = "What it pays for", Description = "The function, such as care at home or school nursing")]
    public string? For { get; set; }

    [Required(ErrorMessage = "Say where this is written"), StringLength(ResourceTransfer.SourceMaxLength, ErrorMessage = "Where it is written must be 500 characters or fewer")]
    [Display(Name = "Where this is written", Description = "Such as the minutes or the agreement. Everybody sees it")]
    public string? Source { get; set; }

    [Display(Name = "Action that it pays for (optional)")]
    public string? Action { get; set; }

    public long? Pence => Money.Read(Amount);

    public void Check(ModelStateDictionary errors)
    {
        if (Amount is not null && Pence is null or 0) errors.TryAddModelError("Input.Amount", "Enter an amount above nothing, such as 48,000 or 48000.50");
        if (From is not null && From == To) errors.AddModelError("Input.To", "Choose another organisation, or another level");
    }
}
