using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>What the form of a place that did better holds.</summary>
public sealed class ExemplarInput
{
    [Display(Name = "For which place did you look?"), Required(ErrorMessage = "Choose for which place you looked")]
    public string? For { get; set; }

    [Display(Name = "On which item did it do better?"), Required(ErrorMessage = "Choose an item")]
    public long? Item { get; set; }

    [Display(Name = "Which place did better?"), Required(ErrorMessage = "Enter the place that did better"), StringLength(Exemplar.PlaceMaxLength)]
    public string? Place { get; set; }

    [Display(Name = "Which figure?", Description = "Such as: days in hospital for each 1,000 people over 75."), Required(ErrorMessage = "Enter the figure"), StringLength(Exemplar.FigureMaxLength)]
    public string? Figure { get; set; }

    [Display(Name = "What was it before?"), Required(ErrorMessage = "Enter what it was before"), StringLength(Exemplar.ValueMaxLength)]
    public string? Before { get; set; }

    [Display(Name = "When was that?"), Required(ErrorMessage = "Enter the day of the first figure")]
    public DateOnly? BeforeOn { get; set; }

    [Display(Name = "What was it afterwards?"), Required(ErrorMessage = "Enter what it was afterwards"), StringLength(Exemplar.ValueMaxLength)]
    public string? After { get; set; }

    [Display(Name = "When was that?"), Required(ErrorMessage = "Enter the day of the second figure")]
    public DateOnly? AfterOn { get; set; }

    [Display(Name = "How did you choose this place?", Description = "Among which places did you look, and why this one?"), Required(ErrorMessage = "Say how you chose this place"), StringLength(Exemplar.TextMaxLength)]
    public string? Method { get; set; }

    [Display(Name = "Where does the figure come from?", Description = "Who published it, and where in it."), Required(ErrorMessage = "Enter where the figure comes from"), StringLength(Exemplar.TextMaxLength)]
    public string? Source { get; set; }

    [Display(Name = "Where can it be read? (optional)", Description = "Its address, beginning with https://"), StringLength(Exemplar.LinkMaxLength)]
    public string? Link { get; set; }

    /// <summary>Says what else is wrong with it.</summary>
    public void Check(ModelStateDictionary state, DateOnly today)
    {
        if (AfterOn > today) state.AddModelError("Input.AfterOn", "The day cannot lie ahead");
        if (AfterOn <= BeforeOn) state.AddModelError("Input.AfterOn", "The second figure must be of a later day than the first");
        if (!string.IsNullOrWhiteSpace(Link) && !(Uri.TryCreate(Link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")) state.AddModelError("Input.Link", "Enter an address that begins with https://");
    }

    public ExemplarFacts ToFacts() => new(
        CleanText.OneLine(Place), CleanText.OneLine(Figure), CleanText.OneLine(Before), BeforeOn!.Value, CleanText.OneLine(After), AfterOn!.Value,
        CleanText.Of(Method), CleanText.Of(Source), CleanText.OneLine(Link) is { Length: > 0 } link ? link : null);
}
