using System.ComponentModel.DataAnnotations;
using CommunityVoice.Analysis.Text;
using CommunityVoice.Discussion;
using CommunityVoice.People;

namespace CommunityVoice.Web.Pages.Consultations;

/// <summary>What the comment form asks for.</summary>
public sealed class CommentInput
{
    [StringLength(Comment.BodyMaxLength)]
    [Display(Name = "Your comment")]
    public string? Body { get; set; }

    [StringLength(Person.DisplayNameMaxLength)]
    [Display(Name = "A name to show", Description = "Any name you like. Everybody sees it beside your comment.")]
    public string? Name { get; set; }

    public long? ReplyTo { get; set; }

    /// <summary>The section of a document it is about: "what-happens-now/the-first-week".</summary>
    public string? About { get; set; }

    [Display(Name = "Who are you speaking for?")]
    public long? SpeaksFor { get; set; }

    [Display(Name = "If you tell what happened to somebody else, do they agree?")]
    public ThirdParty? AboutOther { get; set; }

    [Display(Name = "What was missing?", Description = "The one thing without which the rest did not work. You can leave it out.")]
    public long? Missing { get; set; }

    [Display(Name = "Or say it in your own words", Description = "Such as: a key to the medicine cupboard."), StringLength(Comment.MissingMaxLength)]
    public string? MissingWords { get; set; }

    /// <summary>All of it that everybody will read.</summary>
    public string Words => string.IsNullOrWhiteSpace(MissingWords) ? Body ?? "" : $"{Body}\n{MissingWords}";

    /// <summary>A box that people do not see and programs fill in.</summary>
    [Display(Name = "Leave this box empty")]
    public string? Website { get; set; }

    /// <summary>What the attributes cannot tell, by field.</summary>
    public IEnumerable<(string Field, string Message)> Faults(bool isSignedIn, IEnumerable<(PersonalDetail Detail, string Words)> details)
    {
        if (string.IsNullOrEmpty(Body)) yield return (nameof(Body), "Enter your comment");
        if (!isSignedIn && string.IsNullOrWhiteSpace(Name)) yield return (nameof(Name), "Enter a name to show");
        if (AboutOther == ThirdParty.DoesNotAgree) yield return (nameof(AboutOther), "Ask them first, take them out of what you write, or send it to us in private");
        if (!string.IsNullOrEmpty(Website)) yield return (nameof(Website), "Leave this box empty");
        foreach (var (_, number) in details.Where(d => d.Detail == PersonalDetail.NhsNumber)) yield return (nameof(Body), $"Take out the NHS number {number}: it shows who somebody is");
    }
}
