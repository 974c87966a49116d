using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Skills;

/// <summary>Brings those who offer skills and those who own actions together. Letters say only that there is something to read, and whoever owns an action gets one until somebody looked.</summary>
public sealed class Helping(CommunityVoiceDb db, ActionOwners owners, Letters letters, SiteAddress address, TimeProvider clock)
{
    public Task<NeedyAction?> FindActionAsync(string slug, int number, CancellationToken ct) => NeedyAction.In(db, slug, number).SingleOrDefaultAsync(ct);

    public Task<Helper?> FindAsync(long offerId, NeedyAction action, CancellationToken ct) =>
        db.Helpers.SingleOrDefaultAsync(h => h.OfferId == offerId && h.StrategyId == action.StrategyId && h.Action == action.Number, ct);

    /// <summary>Takes their answer to whoever owns the action; false where somebody answered or asked in the same instant.</summary>
    public async Task<bool> AnswerAsync(SkillOffer offer, NeedyAction action, HelpAnswer answer, CancellationToken ct)
    {
        var known = await FindAsync(offer.Id, action, ct);
        var helper = known ?? new Helper(offer, action.StrategyId, action.Number);
        var isFirst = !await db.Helpers.AnyAsync(h => h.StrategyId == action.StrategyId && h.Action == action.Number && h.UnseenSince != null, ct);
        if (!helper.Say(answer, clock.GetUtcNow())) return true;
        if (known is null) db.Helpers.Add(helper);
        Record(offer.PersonId, action, "answered");
        if (isFirst && helper.UnseenSince is not null) await TellStaffAsync(action, ct);
        return await db.TrySaveAsync(ct);
    }

    /// <summary>Asks them, in the name of whoever owns the action; false where a colleague asked in the same instant.</summary>
    public async Task<bool> AskAsync(SkillOffer offer, NeedyAction action, string question, Guid byId, CancellationToken ct)
    {
        var known = await FindAsync(offer.Id, action, ct);
        var helper = known ?? new Helper(offer, action.StrategyId, action.Number);
        helper.Ask(question, byId, clock.GetUtcNow());
        if (known is null) db.Helpers.Add(helper);
        Record(byId, action, "asked");
        if (await db.People.Where(p => p.Id == offer.PersonId).Select(p => new { p.Email, p.DisplayName }).SingleOrDefaultAsync(ct) is { Email: { } email, DisplayName: var name })
            letters.Write(email, "help-asked", Fields(name, action, $"/account/skills/{offer.Id}/help/{action.Slug}/{action.Number}", (await owners.OfAsync(action, ct)).Name));
        return await db.TrySaveAsync(ct);
    }

    private async Task TellStaffAsync(NeedyAction action, CancellationToken ct)
    {
        foreach (var (email, name) in await owners.StaffAsync(action, ct)) letters.Write(email, "help-offered", Fields(name, action, $"/manage/skills/{action.Slug}/{action.Number}", action.Strategy));
    }

    private Dictionary<string, string> Fields(string name, NeedyAction action, FormattableString path, string from) => new(StringComparer.Ordinal)
    {
        ["name"] = name,
        ["action"] = action.Title,
        ["from"] = from,
        ["link"] = address.To(FormattableString.Invariant(path)),
    };

    private void Record(Guid personId, NeedyAction action, string what) =>
        db.ActivityEntries.Add(new ActivityEntry(personId, $"skills.{what}", nameof(Strategy), action.StrategyId, FormattableString.Invariant($"Action {action.Number}"), clock.GetUtcNow()));
}
