using System.ComponentModel.DataAnnotations;

namespace CommunityVoice.Web;

/// <summary>Section "Site": what the site calls itself and the place, set at run time.</summary>
public sealed class SiteOptions
{
    [Required] public string Name { get; set; } = "CommunityVoice";
    [Required] public string Place { get; set; } = "Rivermead";

    /// <summary>Address of a logo to show instead of the mark, such as <c>/img/our-logo.svg</c>.</summary>
    public string? Logo { get; set; }

    /// <summary>Where the public finds this site, such as <c>https://voice.example.org</c>; needed for pictures in shared links.</summary>
    public Uri? Address { get; set; }

    public string Description { get; set; } = "Say what matters where you live, discuss it with neighbours, and see what came of it.";
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? PostalAddress { get; set; }

    /// <summary>A sentence above every page, such as "This is a demonstration."; none when empty.</summary>
    public string? Notice { get; set; }

    /// <summary>The codes of <c>content/lawful-bases.yaml</c> on which people's details are used here; the usual ones where none is set.</summary>
    public List<string> LawfulBasis { get; } = [];

    /// <summary>What bodies are called here today, by a name that code uses: <c>VoiceBody</c>, <c>StrategyBoard</c>.</summary>
    public Dictionary<string, string> Labels { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["VoiceBody"] = "the independent voice body",
        ["StrategyBoard"] = "the strategy board",
    };

    /// <summary>A label of this site, or its name in code where none is set.</summary>
    public string Label(string name) => Labels.GetValueOrDefault(name, name);
}
