using System.ComponentModel.DataAnnotations;
using CommunityVoice.Areas;
using CommunityVoice.People;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Account;

/// <summary>What a person is asked about themselves; nothing but a name must be answered.</summary>
public sealed class ProfileInput
{
    [Required, StringLength(Person.DisplayNameMaxLength)]
    [Display(Name = "Name that others see", Description = "Your own or any other, as long as it is not somebody else’s.")]
    public string? DisplayName { get; set; }

    [Display(Name = "In what capacity do you mostly speak?", Description = "It stands beside what you say, and tells who we have heard from.")]
    public Voice? Voice { get; set; }

    [StringLength(120)]
    [Display(Name = "Any role or interest you want to declare", Description = "For example: governor of Hillgate School. It is shown beside your name. You can leave it empty.")]
    public string? DeclaredRole { get; set; }

    [StringLength(12)]
    [Display(Name = "Your postcode", Description = "We turn it into your ward and do not keep it.")]
    public string? Postcode { get; set; }

    [Display(Name = "Or choose your area")]
    public long? AreaId { get; set; }

    [Display(Name = "Show my area beside what I say")]
    public bool ShowsArea { get; set; }
}

/// <summary>The fields of the profile with the areas to choose from.</summary>
public sealed class ProfileForm
{
    public ProfileInput Input { get; init; } = new();
    public IReadOnlyList<SelectListItem> Areas { get; init; } = [];
    public static IReadOnlyList<SelectListItem> Voices { get; } = [.. VoiceWords.SelfDeclared.Select(v => new Choice(v.ToString(), v.Word(), Hint(v)))];

    public static async Task<ProfileForm> OfAsync(Profiles profiles, ProfileInput input, CancellationToken ct)
    {
        var groups = new Dictionary<AreaLevel, SelectListGroup>();
        var areas = await profiles.AreasAsync(ct);
        return new ProfileForm
        {
            Input = input,
            Areas = [.. areas.OrderBy(a => a.Level).Select(a => new SelectListItem(a.Name, $"{a.Id}") { Group = GroupOf(a.Level) })],
        };

        SelectListGroup GroupOf(AreaLevel level) => groups.TryGetValue(level, out var group) ? group : groups[level] = new SelectListGroup
        {
            Name = level switch { AreaLevel.Neighbourhood => "Neighbourhoods", AreaLevel.Ward => "Wards", AreaLevel.Locality => "Localities", AreaLevel.NeighbourhoodTeam => "Neighbourhood team areas", _ => "The whole place" },
        };
    }

    public static ProfileInput From(Person person) => new()
    {
        DisplayName = person.DisplayName,
        Voice = person.Voice is Voice.NotSaid ? null : person.Voice,
        DeclaredRole = person.DeclaredRole,
        AreaId = person.AreaId,
        ShowsArea = person.ShowsArea,
    };

    /// <summary>What the answers say; none when one of them is wrong, which the model state then tells.</summary>
    public static async Task<ProfileSaid?> ReadAsync(ProfileInput input, Profiles profiles, ModelStateDictionary state, CancellationToken ct)
    {
        var area = input.AreaId;
        if (!string.IsNullOrWhiteSpace(input.Postcode))
        {
            area = await profiles.WardOfAsync(input.Postcode, ct);
            if (area is null) state.AddModelError("Input.Postcode", "We do not have this postcode in our list. Check it, or choose your area from the list");
        }
        else if (area is not null && !(await profiles.AreasAsync(ct)).Exists(a => a.Id == area))
        {
            state.AddModelError("Input.AreaId", "Choose an area from the list");
        }
        if (input.Voice is { } voice && !VoiceWords.SelfDeclared.Contains(voice)) state.AddModelError("Input.Voice", "Choose one of these, or none");
        return state.IsValid ? new ProfileSaid(input.DisplayName!, input.Voice ?? Voice.NotSaid, input.DeclaredRole, area, input.ShowsArea) : null;
    }

    private static string? Hint(Voice voice) => voice switch
    {
        Voice.Carer => "You look after somebody without pay",
        Voice.Representative => "For example a parent, an advocate or an interpreter",
        Voice.WorksHere => "You work or study here and live elsewhere",
        Voice.CommunityGroup => "A charity, a faith group, a club, a neighbourhood association",
        Voice.PrimaryCare => "A GP practice, pharmacy, dentist or optician",
        Voice.PublicService => "The council, the health service, the police, a school",
        _ => null,
    };
}
