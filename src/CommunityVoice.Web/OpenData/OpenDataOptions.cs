using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Web.OpenData;

/// <summary>Section "OpenData": under which licence others may use what is published, and how often they may ask.</summary>
public sealed class OpenDataOptions
{
    /// <summary>The name of the licence as open-data tools know it.</summary>
    [Required] public string Licence { get; set; } = "OGL-UK-3.0";

    [Required] public string LicenceTitle { get; set; } = "Open Government Licence v3.0";

    [Required] public Uri LicenceAddress { get; set; } = new("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");

    /// <summary>For each network address; what the page cache holds is served beyond it.</summary>
    [Range(1, 1_000_000)] public int RequestsPerMinute { get; set; } = 300;
}
