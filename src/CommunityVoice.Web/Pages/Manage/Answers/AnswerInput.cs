using System.ComponentModel.DataAnnotations;
using CommunityVoice.Discussion;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>What staff type of one answer. How it came, when and the voice stay filled for the next one.</summary>
public sealed class AnswerInput
{
    [StringLength(20, ErrorMessage = "The code has eight letters and digits")]
    [Display(Name = "Code on the form", Description = "Leave it empty if it came without our form")]
    public string? Code { get; set; }

    [Required(ErrorMessage = "Enter what was said"), StringLength(Comment.BodyMaxLength)]
    [Display(Name = "What was said", Description = "In their own words. Leave out names and anything that shows who somebody is")]
    public string? Words { get; set; }

    [Required(ErrorMessage = "Choose what they agreed to"), Display(Name = "What they agreed to")]
    public EntryConsent? Consent { get; set; }

    [Display(Name = "In what capacity they speak, if they said so")]
    public Voice? Voice { get; set; }

    [Display(Name = "Where they live, if they said so")]
    public long? AreaId { get; set; }

    [Required(ErrorMessage = "Choose how it came"), Display(Name = "How it came")]
    public EntryChannel? Channel { get; set; }

    [Required(ErrorMessage = "Enter the day it came"), Display(Name = "When it came")]
    public DateOnly? ReceivedOn { get; set; }

    public NewAnswer Answer() => new(Code, Words!, Voice ?? CommunityVoice.People.Voice.NotSaid, AreaId, Consent!.Value, Channel!.Value, ReceivedOn!.Value);
}

/// <summary>What stays filled from one answer to the next, as the address of the form carries it, with how many were saved in this sitting.</summary>
public sealed class Sitting
{
    public int Saved { get; set; }
    public EntryChannel? Channel { get; set; }
    public DateOnly? Came { get; set; }
    public Voice? Voice { get; set; }

    public static string Query(int saved, AnswerInput input) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"?saved={saved}&channel={input.Channel}&came={input.ReceivedOn:yyyy-MM-dd}{(input.Voice is { } voice ? $"&voice={voice}" : "")}");
}
