using System.Globalization;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using CommunityVoice.Recommendations;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Decisions;

/// <summary>A consultation that somebody decides on, with all that the form of a decision needs.</summary>
public sealed record DecisionCase(Consultation Consultation, Body Body, SummaryVersion? Cites, DecisionRecord? Newest, IReadOnlyList<Topic> Topics, IReadOnlyList<SelectListItem> Links, DecisionClock? Clock);

/// <summary>Finds what a page of those who decide is about, and refuses whoever does not decide on it.</summary>
public sealed class DecisionAtHand(CommunityVoiceDb db, DecisionDesk desk, Deciders deciders, TimeProvider clock)
{
    private const int MostLinks = 200;

    public async Task<(DecisionCase? Found, IActionResult? Refused)> FindAsync(PageModel page, string slug, CancellationToken ct)
    {
        if (await desk.FindAsync(slug, ct) is not { } consultation) return (null, page.NotFound());
        if (!page.User.HasSecondFactor() || await deciders.BodyOfAsync(page.User.Id(), consultation, ct) is not { } body) return (null, page.Forbid());
        var cites = await desk.SummaryOfAsync(consultation, ct);
        var topics = cites is null ? [] : await Topics.OfAsync(db, consultation.Id, cites.Id, ct);
        return (new(consultation, body, cites, await desk.NewestOfAsync(consultation, ct), topics, await LinksAsync(consultation, ct), DecisionClock.Of(consultation, UkTime.Today(clock))), null);
    }

    /// <summary>Recommendations of this consultation, and actions of published strategies that may carry a decision out.</summary>
    private async Task<IReadOnlyList<SelectListItem>> LinksAsync(Consultation consultation, CancellationToken ct)
    {
        var (asked, planned) = (new SelectListGroup { Name = "Recommendations" }, new SelectListGroup { Name = "Actions of a strategy" });
        var asks = await db.Recommendations.AsNoTracking().Sent().Where(r => r.WithdrawnAt == null && r.Summary.ConsultationId == consultation.Id)
            .OrderBy(r => r.Id).Take(MostLinks).Select(r => new { r.Id, r.Ask }).ToListAsync(ct);
        var actions = await db.StrategyActions.AsNoTracking().Where(a => db.StrategyVersions.Newest().Any(v => v.Id == a.VersionId))
            .OrderBy(a => a.Version.StrategyId).ThenBy(a => a.Number).Take(MostLinks).Select(a => new { a.Version.StrategyId, Strategy = a.Version.Title, a.Number, a.Title }).ToListAsync(ct);
        return
        [
            .. asks.Select(r => new SelectListItem(Words.Cut(r.Ask, 90), string.Create(CultureInfo.InvariantCulture, $"recommendation-{r.Id}")) { Group = asked }),
            .. actions.Select(a => new SelectListItem($"{Words.Cut(a.Strategy, 40)}: {a.Number}. {Words.Cut(a.Title, 60)}", string.Create(CultureInfo.InvariantCulture, $"action-{a.StrategyId}-{a.Number}")) { Group = planned }),
        ];
    }
}
