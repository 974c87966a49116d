using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Determinants;
using CommunityVoice.Elements;
using CommunityVoice.Skills;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using CommunityVoice.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Manage.Strategies;

/// <summary>What authors choose from: findings of published summaries, owners, priorities, settings and recipients.</summary>
public sealed class StrategyChoices(CommunityVoiceDb db, AreaTree tree, MoneyLists lists, DeterminantList determinants, SkillList skills, ElementDesk elements, TimeProvider clock)
{
    private const int MostFindings = 200;

    /// <summary>Findings of the newest versions in the strategy's area, and those this version rests on already.</summary>
    public async Task<IReadOnlyList<SelectListItem>> FindingsAsync(StrategyVersion version, CancellationToken ct)
    {
        var within = await tree.WithinAsync(version.Strategy.AreaId, UkTime.Today(clock), ct);
        var newest = await db.SummaryVersions.Newest().Where(v => within.Contains(v.Summary.Consultation.AreaId)).Select(v => v.Id).ToListAsync(ct);
        var used = version.Actions.SelectMany(a => a.Findings).Select(f => f.FindingId).ToList();
        var findings = await db.Findings.AsNoTracking().Where(f => newest.Contains(f.VersionId) || used.Contains(f.Id))
            .OrderByDescending(f => f.VersionId).ThenBy(f => f.Order).Take(MostFindings).Select(f => new { f.Id, f.Heading, f.Version.Title }).ToListAsync(ct);
        return [.. findings.Select(f => new Choice($"{f.Id}", f.Heading, f.Title))];
    }

    public async Task<IReadOnlyList<SelectListItem>> BodiesAsync(CancellationToken ct) =>
        await db.Bodies.AsNoTracking().OrderBy(b => b.Name).ThenBy(b => b.Id).Select(b => new SelectListItem(b.Name, $"{b.Id}")).ToListAsync(ct);

    /// <summary>The bodies that pay or get money, by what is typed for them.</summary>
    public Task<NamedBodies> NamedBodiesAsync(CancellationToken ct) => NamedBodies.OfAsync(db, ct);

    /// <summary>What stories of the strategy's area can say was missing, and what this version brings already.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ElementsAsync(StrategyVersion version, CancellationToken ct) =>
        [.. (await elements.OfAsync(version.Strategy.AreaId, ct)).Concat(version.Actions.SelectMany(a => a.Brings).Select(b => b.Element)).DistinctBy(e => e.Id).Select(e => new SelectListItem(e.Name, $"{e.Id}"))];

    public static IReadOnlyList<SelectListItem> Items(StrategyVersion version) =>
        [.. version.Strategy.Framework.Items.OrderBy(i => i.Order).ThenBy(i => i.Id).Select(i => new SelectListItem(i.Title, $"{i.Id}"))];

    public static IReadOnlyList<SelectListItem> Actions(StrategyVersion version) =>
        [.. version.ActionsInOrder.Select(a => new SelectListItem($"{a.Number}. {a.Title}", $"{a.Id}"))];

    public IReadOnlyList<SelectListItem> Settings => [.. lists.Settings.Select(s => new SelectListItem(s.Name, s.Code))];

    public IReadOnlyList<SelectListItem> Recipients => [.. lists.Recipients.Select(s => new SelectListItem(s.Name, s.Code))];

    public IReadOnlyList<SelectListItem> Skills => [.. skills.All.Select(s => new Choice(s.Code, s.Name, s.About))];

    public IReadOnlyList<SelectListItem> Shifts => [.. lists.Shifts.Select(s => new SelectListItem(s.Name, s.Code))];

    public IReadOnlyList<SelectListItem> Determinants => [.. determinants.All.Select(d => new Choice(d.Code, d.Name, d.About))];

    public static IReadOnlyList<SelectListItem> Classes { get; } =
        [.. Enum.GetValues<ActionClass>().Select(c => new SelectListItem(c.Word(), c.ToString()))];

    public static IReadOnlyList<SelectListItem> OwnerKinds { get; } =
        [.. Enum.GetValues<OwnerKind>().Select(k => new SelectListItem(k.Word(), k.ToString()))];

    public static IReadOnlyList<SelectListItem> Horizons { get; } =
        [.. Enum.GetValues<Horizon>().Select(h => new SelectListItem(h.Word(), h.ToString()))];

    public static IReadOnlyList<SelectListItem> Frequencies { get; } =
        [.. Enum.GetValues<ReportingFrequency>().Select(f => new SelectListItem(f.Word(), f.ToString()))];

    public static IReadOnlyList<SelectListItem> Levels { get; } =
        [.. Enum.GetValues<DecisionLevel>().Select(l => new SelectListItem(l.Word(), l.ToString()))];
}
