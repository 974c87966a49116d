using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Follows;
using CommunityVoice.Web.Account;
using CommunityVoice.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Webhooks;

/// <summary>What the pages of a body's webhooks share: whose they are, what they can be told of, and what is recorded.</summary>
public sealed class WebhookDesk(CommunityVoiceDb db, ManagedBodies bodies, Permissions permissions, FollowTargets targets, TimeProvider clock)
{
    private const int MostChoices = 200;

    public async Task<(Body? Found, IActionResult? Refused)> BodyAsync(PageModel page, string slug, CancellationToken ct)
    {
        if (await bodies.FindAsync(slug, ct) is not { } body) return (null, page.NotFound());
        return await bodies.MayAsync(page.User, body, ct) ? (body, null) : (null, page.Forbid());
    }

    public async Task<(Webhook? Found, IActionResult? Refused)> FindAsync(PageModel page, string slug, long id, CancellationToken ct)
    {
        if (await db.Webhooks.NotEnded().Include(w => w.Body).SingleOrDefaultAsync(w => w.Id == id && w.Body.Slug == slug, ct) is not { } webhook) return (null, page.NotFound());
        return await bodies.MayAsync(page.User, webhook.Body, ct) ? (webhook, null) : (null, page.Forbid());
    }

    /// <summary>Places that the person looks after, and what is public of the consultations there.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(Guid personId, CancellationToken ct)
    {
        var mine = await permissions.AreasAsync(personId, Capability.Administer, ct);
        var (places, single) = (new SelectListGroup { Name = "A place and all in it" }, new SelectListGroup { Name = "One consultation" });
        var areas = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(UkTime.Today(clock)).Where(a => mine.Contains(a.Id))
            .OrderBy(a => a.Name).ThenBy(a => a.Id).Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        var consultations = await db.Consultations.AsNoTracking().Published().Where(c => mine.Contains(c.AreaId))
            .OrderByDescending(c => c.PublishedAt).ThenByDescending(c => c.Id).Take(MostChoices).Select(c => new { c.Id, c.Title }).ToListAsync(ct);
        return
        [
            .. areas.Select(a => new SelectListItem(a.Name, Value(FollowKind.Place, a.Id)) { Group = places }),
            .. consultations.Select(c => new SelectListItem(Words.Cut(c.Title, 90), Value(FollowKind.Consultation, c.Id)) { Group = single }),
        ];
    }

    /// <summary>What a choice stands for; only of those that were offered.</summary>
    public static FollowKey KeyOf(string choice) => choice.Split('-') is [var kind, var id]
        ? new(Enum.Parse<FollowKind>(kind), long.Parse(id, CultureInfo.InvariantCulture)) : throw new FormatException($"{choice} was not offered.");

    /// <summary>What each is told of, as pages call it; what is not public any more is left out.</summary>
    public Task<IReadOnlyDictionary<FollowKey, FollowTarget>> TargetsAsync(IEnumerable<Webhook> webhooks, CancellationToken ct) => targets.AllAsync(webhooks.Select(w => w.Of), ct);

    public async Task SaveAsync(Webhook webhook, string verb, Guid by, CancellationToken ct)
    {
        var target = await targets.FindAsync(webhook.Of, ct);
        db.ActivityEntries.Add(new ActivityEntry(by, verb, "Body", webhook.BodyId, $"{webhook.Host}: {target?.Title}", clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }

    private static string Value(FollowKind kind, long id) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{id}");
}
