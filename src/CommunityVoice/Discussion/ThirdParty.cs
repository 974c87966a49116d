using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Discussion;

/// <summary>Whether somebody agrees that what happened to them is told by another.</summary>
public enum ThirdParty
{
    [Display(Name = "Yes, they agree")]
    Agrees,

    [Display(Name = "They cannot be asked", Description = "Such as somebody who has died, or who is too ill.")]
    CannotBeAsked,

    /// <summary>Then it is told in private or not at all; no comment keeps this.</summary>
    [Display(Name = "No, or I have not asked")]
    DoesNotAgree,
}
