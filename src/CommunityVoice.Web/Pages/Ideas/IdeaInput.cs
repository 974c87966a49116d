using System.ComponentModel.DataAnnotations;
using CommunityVoice.Discussion;
using CommunityVoice.People;

namespace CommunityVoice.Web.Pages.Ideas;

/// <summary>What the idea form asks for.</summary>
public sealed class IdeaInput
{
    [Required, StringLength(Idea.TitleMaxLength), Display(Name = "Your idea in a few words")]
    public string? Title { get; set; }

    [Required, StringLength(Idea.BodyMaxLength), Display(Name = "What would it change?", Description = "Two or three sentences are enough.")]
    public string? Body { get; set; }

    [Required, Display(Name = "Area")]
    public string? Area { get; set; }

    [StringLength(Person.DisplayNameMaxLength), Display(Name = "A name to show", Description = "Any name you like. It stands beside your idea if it is published.")]
    public string? Name { get; set; }

    /// <summary>A box that people do not see and programs fill in.</summary>
    [Display(Name = "Leave this box empty")]
    public string? Website { get; set; }
}
