using System.ComponentModel.DataAnnotations;
using CommunityVoice.Discussion;
using CommunityVoice.People;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>What the comment form asks for.</summary>
public sealed class CommentInput
{
    [Required, StringLength(Comment.BodyMaxLength)]
    [Display(Name = "Your comment")]
    public string? Body { get; set; }

    [StringLength(Person.DisplayNameMaxLength)]
    [Display(Name = "A name to show", Description = "Any name you like. Everybody sees it beside your comment.")]
    public string? Name { get; set; }

    public long? ReplyTo { get; set; }

    [Display(Name = "Who are you speaking for?")]
    public long? SpeaksFor { get; set; }

    /// <summary>A box that people do not see and programs fill in.</summary>
    [Display(Name = "Leave this box empty")]
    public string? Website { get; set; }
}
