using System.ComponentModel.DataAnnotations;
using CommunityVoice.Moderation;

namespace CommunityVoice.Web.Pages.Moderation;

/// <summary>A moderator's decision as the form holds it.</summary>
public sealed class DecideInput
{
    [Display(Name = "What to do")]
    public DecisionOutcome? Outcome { get; set; }

    [Display(Name = "House rule it breaks")]
    public string? Rule { get; set; }

    [StringLength(2000)]
    [Display(Name = "Why, in a sentence for the author", Description = "Needed to remove it or to ask for a change. Say what would make it right.")]
    public string? Reason { get; set; }

    /// <summary>What the page showed, so that a colleague's decision in between is noticed.</summary>
    public string Seen { get; set; } = "";
}
