using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Skills;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Account.Skills;

/// <summary>What the form of an offer offers: skills, areas, and the organisations that somebody acts for.</summary>
public sealed class OfferChoices(CommunityVoiceDb db, SkillList skills, Profiles profiles)
{
    public OfferInput Input { get; set; } = new();
    public IReadOnlyList<SelectListItem> Skills => [.. skills.All.Select(s => new Choice(s.Code, s.Name, s.About))];
    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];
    public IReadOnlyList<Body> Bodies { get; set; } = [];
    public IReadOnlyList<SelectListItem> Who => [new("Myself", ""), .. Bodies.Select(b => new SelectListItem(b.Name, $"{b.Id}"))];

    /// <summary>Whether it is new, so that for whom it is can be chosen.</summary>
    public bool IsNew { get; set; }

    public async Task LoadAsync(CancellationToken ct) => Areas = (await ProfileForm.OfAsync(profiles, new(), ct)).Areas;

    /// <summary>What the answers say; none when one of them is wrong, which the model state then tells.</summary>
    public async Task<OfferFacts?> ReadAsync(OfferInput input, IEnumerable<string> kept, ModelStateDictionary state, CancellationToken ct)
    {
        if (!input.Agrees) state.TryAddModelError("Input.Agrees", "Agree to it, or leave this page: nobody can ask you otherwise");
        if (input.Skills.Exists(s => !skills.Has(s) && !kept.Contains(s, StringComparer.Ordinal))) state.TryAddModelError("Input.Skills", "Choose from the list");
        if (input.AreaId is { } chosen && !Areas.Any(a => a.Value == $"{chosen}")) state.TryAddModelError("Input.AreaId", "Choose an area from the list");
        return state.IsValid ? input.Facts(await db.Areas.SingleAsync(a => a.Id == input.AreaId, ct)) : null;
    }
}
