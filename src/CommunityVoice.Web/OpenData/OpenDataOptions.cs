using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Web.OpenData;

/// <summary>Section "OpenData": under which licence others may use what is published, and how often they may ask.</summary>
public sealed class OpenDataOptions
{
    /// <summary>The name of the licence as open-data tools know it.</summary>
    [Required] public string Licence { get; set; } = "OGL-UK-3.0";

    [Required] public string LicenceTitle { get; set; } = "Open Government Licence v3.0";

    [Required] public Uri LicenceAddress { get; set; } = new("https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");

    /// <summary>What the ids of grants begin with behind "360G-", as 360Giving gives it to publishers: letters and digits. None takes the letters and digits of the site's name. It should never change.</summary>
    [RegularExpression("^[A-Za-z0-9]{1,40}$", ErrorMessage = "OpenData:GrantsPrefix has letters and digits only, 40 at most.")]
    public string? GrantsPrefix { get; set; }

    /// <summary>For each network address; what the page cache holds is served beyond it.</summary>
    [Range(1, 1_000_000)] public int RequestsPerMinute { get; set; } = 300;
}
