using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Strategies;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>What the form of a new assessment holds.</summary>
public sealed class NeedsInput
{
    [Display(Name = "Which place was assessed?"), Required(ErrorMessage = "Choose a place")]
    public string? Place { get; set; }

    [Display(Name = "Title", Description = "As it stands on the assessment, such as “Joint strategic needs assessment 2026”.")]
    [Required(ErrorMessage = "Enter the title"), StringLength(NeedsAssessment.TitleMaxLength)]
    public string? Title { get; set; }

    [Display(Name = "When was it published?"), Required(ErrorMessage = "Enter the day it was published")]
    public DateOnly? PublishedOn { get; set; }

    [Display(Name = "Where can it be read? (optional)", Description = "Its address, beginning with https://"), StringLength(NeedsAssessment.LinkMaxLength)]
    public string? Link { get; set; }

    [Display(Name = "How is it cited? (optional)", Description = "Who published it, number, pages; enough to find it without the link."), StringLength(NeedsAssessment.SourceMaxLength)]
    public string? Source { get; set; }

    [Display(Name = "What does it say in short?", Description = "In plain words, for everybody."), Required(ErrorMessage = "Say in short what it says"), StringLength(NeedsAssessment.InShortMaxLength)]
    public string? InShort { get; set; }

    /// <summary>Tidies what was typed and says what is wrong with it.</summary>
    public bool IsRight(ModelStateDictionary state, DateOnly today)
    {
        (Link, Source) = (Tidy(Link), Tidy(Source));
        if (PublishedOn > today) state.AddModelError("Input.PublishedOn", "The day cannot lie ahead");
        if (Link is not null && !(Uri.TryCreate(Link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")) state.AddModelError("Input.Link", "Enter an address that begins with https://");
        if (Link is null && Source is null) state.AddModelError("Input.Link", "Enter where it can be read, or how it is cited");
        return state.IsValid;
    }

    public NeedsText ToText() => new(CleanText.OneLine(Title), PublishedOn!.Value, Link, Source, CleanText.Of(InShort));

    private static string? Tidy(string? typed) => CleanText.OneLine(typed) is { Length: > 0 } text ? text : null;
}
