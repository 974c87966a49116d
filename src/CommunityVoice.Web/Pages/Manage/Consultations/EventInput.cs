using System.ComponentModel.DataAnnotations;
using System.Globalization;
using CommunityVoice.Consultations;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommunityVoice.Web.Pages.Manage.Consultations;

/// <summary>A meeting to come, as staff write it down: times of day as people write them.</summary>
public sealed class EventInput
{
    private static readonly string[] Clocks = ["H:mm", "HH:mm", "h:mmtt", "htt"];

    [Required(ErrorMessage = "Enter what it is"), StringLength(OpenMeeting.TitleMaxLength, ErrorMessage = "What it is must be 120 characters or fewer")]
    [Display(Name = "What it is", Description = "Such as “Walk round the crossings” or “Drop-in at the library”")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "Enter the day"), Display(Name = "Day")]
    public DateOnly? Day { get; set; }

    [Required(ErrorMessage = "Enter when it begins"), Display(Name = "Begins at", Description = "Such as 18:30 or 6.30pm")]
    public string? Begins { get; set; }

    [Required(ErrorMessage = "Enter when it ends"), Display(Name = "Ends at")]
    public string? Ends { get; set; }

    [StringLength(OpenMeeting.PlaceMaxLength, ErrorMessage = "Where it is must be 200 characters or fewer")]
    [Display(Name = "Where it is", Description = "Name, street and postcode. Leave it empty if it is online only")]
    public string? Place { get; set; }

    [StringLength(OpenMeeting.JoinLinkMaxLength, ErrorMessage = "The address must be 300 characters or fewer")]
    [Display(Name = "Address to join online", Description = "Everybody sees it. Leave it empty if it is not online")]
    public string? JoinLink { get; set; }

    [StringLength(OpenMeeting.HowToJoinMaxLength, ErrorMessage = "How else to take part must be 400 characters or fewer")]
    [Display(Name = "How else to take part", Description = "Such as a phone number to dial in, or whether to book")]
    public string? HowToJoin { get; set; }

    [Required(ErrorMessage = "Say what is there for access, and how to ask for more"), StringLength(OpenMeeting.AccessNeedsMaxLength, ErrorMessage = "Access must be 600 characters or fewer")]
    [Display(Name = "Access", Description = "Step-free way in, hearing loop, interpreters, costs that are paid; and whom to ask for anything else")]
    public string? AccessNeeds { get; set; }

    public int Revision { get; set; }

    public static EventInput From(OpenMeeting meeting) => new()
    {
        Title = meeting.Title,
        Day = UkTime.Day(meeting.StartsAt),
        Begins = CommunityVoice.Web.TagHelpers.UkTime.Clock(meeting.StartsAt),
        Ends = CommunityVoice.Web.TagHelpers.UkTime.Clock(meeting.EndsAt),
        Place = meeting.Place,
        JoinLink = meeting.JoinLink,
        HowToJoin = meeting.HowToJoin,
        AccessNeeds = meeting.AccessNeeds,
        Revision = meeting.Revision,
    };

    /// <summary>Says what the attributes cannot tell.</summary>
    public void Check(ModelStateDictionary state, DateTimeOffset now)
    {
        var (begins, ends) = (Read(Begins), Read(Ends));
        const string clock = "must be a time of day such as 18:30 or 6.30pm";
        if (Begins is not null && begins is null) state.AddModelError("Input.Begins", $"When it begins {clock}");
        if (Ends is not null && ends is null) state.AddModelError("Input.Ends", $"When it ends {clock}");
        if (ends <= begins) state.AddModelError("Input.Ends", "It must end after it begins, on the same day");
        if (Day is { } day && begins is { } at && UkTime.At(day, at) <= now) state.AddModelError("Input.Day", "It must be still to come");
        if (!string.IsNullOrWhiteSpace(JoinLink) && !(Uri.TryCreate(JoinLink.Trim(), UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps))
            state.AddModelError("Input.JoinLink", "Enter a whole address that begins with https://");
        if (string.IsNullOrWhiteSpace(Place) && string.IsNullOrWhiteSpace(JoinLink)) state.AddModelError("Input.Place", "Enter where it is, or an address to join online");
    }

    /// <summary>Of what was checked.</summary>
    public MeetingFacts Facts() => new(
        Title!.Trim(), UkTime.At(Day!.Value, Read(Begins)!.Value), UkTime.At(Day.Value, Read(Ends)!.Value), Of(Place), Of(JoinLink) is { Length: > 0 } link ? link : null, Of(HowToJoin), Of(AccessNeeds));

    private static TimeOnly? Read(string? text) =>
        TimeOnly.TryParseExact((text ?? "").Replace(" ", "", StringComparison.Ordinal).Replace('.', ':').ToUpperInvariant(), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static string Of(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";
}
