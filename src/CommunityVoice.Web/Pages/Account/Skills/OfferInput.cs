using System.ComponentModel.DataAnnotations;
using CommunityVoice.Markup;
using CommunityVoice.Skills;

namespace CommunityVoice.Web.Pages.Account.Skills;

/// <summary>What the form of an offer asks for.</summary>
public sealed class OfferInput
{
    [Display(Name = "Who offers it?")]
    public long? For { get; set; }

    [Display(Name = "What do you offer?", Description = "At most eight: what you would gladly be asked for.")]
    [MinLength(1, ErrorMessage = "Choose at least one skill"), MaxLength(SkillList.Most, ErrorMessage = "Choose at most eight, those you would gladly be asked for")]
    public List<string> Skills { get; set; } = [];

    [Display(Name = "Where?", Description = "You are asked for what is planned there, within it, and around it."), Required(ErrorMessage = "Choose an area")]
    public long? AreaId { get; set; }

    [Display(Name = "Anything they should know", Description = "Such as when you have time. Leave out your address and telephone number. You can leave it empty."), StringLength(SkillOffer.WordsMaxLength)]
    public string? Words { get; set; }

    [Display(Name = "I agree that whoever owns an action which needs these skills sees this, with my name")]
    public bool Agrees { get; set; }

    public static OfferInput Of(SkillOffer offer) => new() { For = offer.BodyId, Skills = [.. offer.Codes], AreaId = offer.AreaId, Words = offer.Words, Agrees = true };

    public OfferFacts Facts(CommunityVoice.Areas.Area area) => new(area, [.. Skills.Distinct(StringComparer.Ordinal)], CleanText.Of(Words));
}
