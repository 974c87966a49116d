using System.ComponentModel.DataAnnotations;
using CommunityVoice.Bodies;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Account;

/// <summary>What somebody is called in a body and what they may do for it.</summary>
public class MemberInput
{
    [StringLength(120)]
    [Display(Name = "Their role", Description = "For example, moderator or insight lead. It is shown beside their name.")]
    public string? Role { get; set; }

    [Display(Name = "What they may do", Description = "Only what the organisation itself may do is offered.")]
    public List<Capability> May { get; set; } = [];

    public Capability Capabilities() => May.Aggregate(Capability.None, (all, one) => all | one);

    public static IReadOnlyList<SelectListItem> Choices(Capability held) =>
        [.. held.Parts().Select(c => new Choice($"{c}", char.ToUpperInvariant(c.Word()[0]) + c.Word()[1..]))];
}

/// <summary>The same with the address the invitation goes to.</summary>
public sealed class InviteInput : MemberInput
{
    [Required, StringLength(254), DataType(DataType.EmailAddress)]
    [Display(Name = "Their e-mail address")]
    public string? Email { get; set; }
}
