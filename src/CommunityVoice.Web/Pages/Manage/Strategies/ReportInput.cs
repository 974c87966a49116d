using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>What the form of a report holds.</summary>
public sealed class ReportInput
{
    [Display(Name = "How does it stand?"), Required(ErrorMessage = "Choose how it stands")]
    public ActionState? State { get; set; }

    [Display(Name = "On which day?"), Required(ErrorMessage = "Enter the day")]
    public DateOnly? On { get; set; }

    [Display(Name = "How was it before?", Description = "How people worked until then. Needed once it is begun."), StringLength(ActionReport.TextMaxLength)]
    public string? Before { get; set; }

    [Display(Name = "How is it now?", Description = "What is fundamentally different in how people work. Needed to say that it is done."), StringLength(ActionReport.TextMaxLength)]
    public string? Now { get; set; }

    [Display(Name = "What shows it?", Description = "Counts, a visit, a paper with its address. Needed to say that it is done."), StringLength(ActionReport.TextMaxLength)]
    public string? Evidence { get; set; }

    [Display(Name = "If it was stopped, why?"), StringLength(ActionReport.TextMaxLength)]
    public string? Reason { get; set; }

    /// <summary>None until state and day are there.</summary>
    public ReportText? Text() => State is { } state && On is { } on ? new(state, on, CleanText.Of(Before), CleanText.Of(Now), CleanText.Of(Evidence), CleanText.Of(Reason)) : null;
}
