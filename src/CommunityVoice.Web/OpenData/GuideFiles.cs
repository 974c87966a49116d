using System.Globalization;
using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Moderation;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.OpenData;

/// <summary>Open data of what plans are measured by and learn from, of who shares what with whom, of moderation in numbers, and of threads from what was said to what came of it.</summary>
public sealed class GuideFiles(CommunityVoiceDb db, Exemplars exemplars, GoldenThreads threads, ModerationAtHand moderation, TimeProvider clock)
{
    private const int MostPages = 10_000;

    public async Task<DataThing<FrameworkData>?> FrameworkAsync(string slug, CancellationToken ct) =>
        await Crosswalk.OfAsync(db, slug, ct) is { } crosswalk ? new(crosswalk.Framework.Name, $"/frameworks/{slug}", [PageTag.Lists], FrameworkData.Of(crosswalk)) : null;

    public async Task<DataThing<ExemplarsData>?> ExemplarsAsync(CancellationToken ct) =>
        new("Places that did better", "/exemplars", [PageTag.Lists], ExemplarsData.Of(await exemplars.OfAsync(null, ct)));

    /// <summary>The agreements that everybody can see, oldest first.</summary>
    public async Task<DataRows<SharingData>?> SharingAsync(DataPage page, CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        var found = await db.SharingAgreements.AsNoTracking().Whole().AsSplitQuery().Where(a => a.Parties.Count >= SharingAgreement.FewestParties && a.Id > page.After)
            .OrderBy(a => a.Id).Take(page.ToRead).ToListAsync(ct);
        return new("Who shares what they heard with whom", "/sharing-agreements", [PageTag.Lists], found.ConvertAll(a => SharingData.Of(a, today)));
    }

    public async Task<DataThing<ModerationData>?> ModerationAsync(CancellationToken ct)
    {
        var counted = await moderation.FindAsync(ct);
        return new(ViewTables.Moderation.Title, ModerationLine.Page, [], new(ModerationLine.Of(counted.LastYear, UkTime.Day(counted.Since)), [.. counted.Periods.Select(ModerationLine.Of)]));
    }

    /// <summary>One thread; the key is the kind and the number of what it goes through. The query leafs through one step, as on the page.</summary>
    public async Task<DataThing<ThreadData>?> ThreadAsync(string key, IQueryCollection query, CancellationToken ct)
    {
        var parts = key.Split('/');
        if (Kind(parts[0]) is not { } kind) return null;
        var number = int.TryParse(query[DataPage.NumberKey].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1;
        var question = new ChainQuestion(kind, long.Parse(parts[1], CultureInfo.InvariantCulture), Kind(query[DataPage.StepKey].ToString()), Math.Clamp(number, 1, MostPages));
        return await threads.FindAsync(question, ct) is { } chain ? new(chain.Title, $"/thread/{key}", [PageTag.Lists], ThreadData.Of(new(chain, UkTime.Today(clock)))) : null;
    }

    private static ChainKind? Kind(string name) =>
        Enum.GetNames<ChainKind>().Contains(name, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<ChainKind>(name, ignoreCase: true) : null;
}
