using System.ComponentModel.DataAnnotations;
using CommunityVoice.People;

namespace CommunityVoice.Tests.TagHelpers;

/// <summary>One property of each kind that pages ask for.</summary>
public sealed class SampleForm
{
    [Display(Name = "E-mail address", Description = "We show it to nobody"), Required, EmailAddress, DataType(DataType.EmailAddress)]
    public string? Email { get; set; } = "";

    [Display(Name = "Your comment"), Required, StringLength(10_000)]
    public string? Body { get; set; }

    [Display(Name = "Voice"), Required]
    public Voice? Voice { get; set; }

    [Display(Name = "Areas")]
    public List<string> Areas { get; set; } = [];

    [Display(Name = "I have read the house rules")]
    public bool Agreed { get; set; }

    [Display(Name = "People")]
    public int? People { get; set; }

    [Display(Name = "Closing date")]
    public DateOnly? ClosesOn { get; set; }
}
