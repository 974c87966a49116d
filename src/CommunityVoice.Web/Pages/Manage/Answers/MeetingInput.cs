using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Moderation;
using CommunityVoice.OnBehalf;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Answers;

/// <summary>What staff write down of a meeting.</summary>
public sealed class MeetingInput
{
    [Required(ErrorMessage = "Enter where it was"), StringLength(Meeting.PlaceMaxLength, ErrorMessage = "The place must be 160 characters or fewer")]
    [Display(Name = "Where it was", Description = "Such as “Weir Hall, coffee morning of the carers’ group”")]
    public string? Place { get; set; }

    [Required(ErrorMessage = "Enter the day it was"), Display(Name = "When it was")]
    public DateOnly? HeldOn { get; set; }

    [Display(Name = "About how many people came", Description = "It is shown beside the totals and never added to them")]
    public string? People { get; set; }

    [Required(ErrorMessage = "Say who came"), StringLength(Meeting.GroupsMaxLength, ErrorMessage = "Who came must be 400 characters or fewer")]
    [Display(Name = "Who came, in words", Description = "Groups, not names: “mostly carers, two from the day centre”")]
    public string? Groups { get; set; }

    [StringLength(Meeting.NotesMaxLength), Display(Name = "How it went", Description = "Everybody can read this. Leave it empty if there is nothing to add")]
    public string? Notes { get; set; }

    [Required(ErrorMessage = "Enter what was said, one point a line")]
    [Display(Name = "What was said, one point a line", Description = "Each line is shown in the discussion as said at this meeting. Leave out names")]
    public string? Points { get; set; }

    public int Number => int.TryParse(People?.Trim().Replace(",", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public MeetingFacts Facts() => new(Place!.Trim(), HeldOn!.Value, Number, Groups!.Trim(), (Notes ?? "").ReplaceLineEndings("\n").Trim());

    /// <summary>Says what the attributes cannot tell.</summary>
    public void Check(ModelStateDictionary state, IReadOnlyList<string> points, DateOnly today)
    {
        if (Number is < 1 or > Meeting.MostPeople) state.AddModelError("Input.People", $"Enter a number from 1 to {Meeting.MostPeople:N0}");
        if (HeldOn > today) state.AddModelError("Input.HeldOn", "The day it was cannot be after today");
        if (points.Count > Meeting.MostPoints) state.AddModelError("Input.Points", $"Write {Meeting.MostPoints} points at most: put together what belongs together");
        if (points.Any(p => p.Length > Meeting.PointMaxLength)) state.AddModelError("Input.Points", $"Each point must be {Meeting.PointMaxLength:N0} characters or fewer");
        foreach (var (field, text) in new[] { (nameof(Place), Place), (nameof(Groups), Groups), (nameof(Notes), Notes) })
        {
            if (Holding.ReasonToHold(text ?? "", Trust.Known) is { } reason) state.AddModelError($"Input.{field}", $"Everybody can read this. {reason.TrimEnd('.')}: take it out");
        }
    }
}
