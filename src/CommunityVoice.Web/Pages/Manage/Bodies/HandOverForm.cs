using System.Globalization;
using System.Security.Claims;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Web.Account;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Bodies;

/// <summary>What the form of a hand-over offers, and the plans that a right answer makes.</summary>
public sealed class HandOverForm(CommunityVoiceDb db, ManagedBodies managed, TimeProvider clock)
{
    private const int MostBodies = 500;

    public IReadOnlyList<SelectListItem> Others { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Remits { get; private set; } = [];

    /// <summary>The body with its remits that are not over, or none.</summary>
    public async Task<Body?> FindAsync(string slug, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        if (await db.Bodies.Include(b => b.Remits.Where(r => r.EndsOn == null || r.EndsOn > today)).ThenInclude(r => r.Area).Include(b => b.Remits).ThenInclude(r => r.Budgets).AsSplitQuery().SingleOrDefaultAsync(b => b.Slug == slug, ct) is not { } body) return null;
        Others = await db.Bodies.AsNoTracking().Where(b => b.Id != body.Id).OrderBy(b => b.Name).ThenBy(b => b.Id).Take(MostBodies)
            .Select(b => new SelectListItem(b.Name, b.Id.ToString(CultureInfo.InvariantCulture))).ToListAsync(ct);
        Remits = [.. body.Remits.OrderBy(r => r.Id).Select(r => new Choice(Key(r), $"{r.Label}, {r.Area.Name}", $"May {r.Capabilities.InWords()}"))];
        return body;
    }

    public static string Key(Remit remit) => remit.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>One plan, or two for a merger; none, with errors on the page, where something is not right.</summary>
    public async Task<IReadOnlyList<HandOverPlan>> ReadAsync(Body from, HandOverInput input, ClaimsPrincipal person, ModelStateDictionary state, CancellationToken ct)
    {
        var remits = from.Remits.Where(r => input.Remits.Contains(r.Id)).ToList();
        if (remits.Count == 0 && !input.MovesDuties) state.AddModelError("Input.Remits", "Choose what is handed over");
        if (input.On < UkTime.Today(clock)) state.AddModelError("Input.On", "The day must be today or later");
        else if (input.On is { } day && remits.Find(r => !r.IsInForceOn(day) || !r.IsInForceOn(day.AddDays(-1))) is { } wrong)
            state.AddModelError("Input.On", $"{wrong.Label} in {wrong.Area.Name} is not in force around that day. Leave it out, or choose another day");
        var to = await ToAsync(from, input, state, ct);
        var together = input.TogetherWith is { } other ? await db.Bodies.Include(b => b.Remits).ThenInclude(r => r.Area).Include(b => b.Remits).ThenInclude(r => r.Budgets).AsSplitQuery().SingleOrDefaultAsync(b => b.Id == other, ct) : null;
        if (together is not null && (together == to || together == from || !await managed.MayAsync(person, together, ct))) state.AddModelError("Input.TogetherWith", "Choose an organisation that you look after, other than these two");
        if (!state.IsValid || to is null) return [];
        var plans = new List<HandOverPlan> { Plan(from, to, remits, input) };
        if (together is not null) plans.Add(Plan(together, to, [.. together.Remits.Where(r => r.IsInForceOn(input.On!.Value) && r.IsInForceOn(input.On.Value.AddDays(-1)))], input));
        return plans;
    }

    private async Task<Body?> ToAsync(Body from, HandOverInput input, ModelStateDictionary state, CancellationToken ct)
    {
        var name = input.NewName?.Trim() ?? "";
        if (name.Length > 0 == input.To is not null)
        {
            state.AddModelError("Input.To", name.Length > 0 ? "Choose an organisation or enter a new name, not both" : "Choose who takes it over, or enter the name of a new organisation");
            return null;
        }
        if (input.To is { } id) return await db.Bodies.SingleOrDefaultAsync(b => b.Id == id && b.Id != from.Id, ct);
        var slug = Slug.Of(name, 76);
        if (!await db.Bodies.AnyAsync(b => b.Slug == slug, ct)) return new Body(name, slug, from.Kind);
        state.AddModelError("Input.NewName", "There is an organisation of that name already. Choose it from the list");
        return null;
    }

    private static HandOverPlan Plan(Body from, Body to, IReadOnlyList<Remit> remits, HandOverInput input) =>
        new(from, to, input.On!.Value, remits, input.MovesDuties, input.InvitesPeople, input.Note?.Trim() ?? "");
}
