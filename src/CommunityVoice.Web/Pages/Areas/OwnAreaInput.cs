using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;

namespace CommunityVoice.Web.Pages.Areas;

/// <summary>What a neighbourhood is called and what it is made of.</summary>
public sealed class OwnAreaInput
{
    [Required(ErrorMessage = "Enter its name"), StringLength(Area.NameMaxLength, ErrorMessage = "The name must be 120 characters or fewer"), Display(Name = "What do people call it?")]
    public string? Name { get; set; }

    [StringLength(OwnArea.AboutMaxLength, ErrorMessage = "The description must be 1,000 characters or fewer"), Display(Name = "What makes it one neighbourhood?", Description = "One or two sentences. They help whoever looks at it")]
    public string? About { get; set; }

    [Display(Name = "Which of these is it made of?")]
    public List<string> Parts { get; set; } = [];

    [Display(Name = "Postcodes", Description = "For a few streets. One on a line, or with commas between them")]
    public string? Postcodes { get; set; }

    /// <summary>The postcodes, and the first piece that is none.</summary>
    public (IReadOnlyCollection<string> Postcodes, string? Wrong) ReadPostcodes()
    {
        var pieces = (Postcodes ?? "").Split([',', ';', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ([.. pieces.Select(PostcodeText.Normalise).OfType<string>().Distinct(StringComparer.Ordinal)], pieces.FirstOrDefault(p => PostcodeText.Normalise(p) is null));
    }
}
