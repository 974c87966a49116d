using System.Text.Json.Serialization;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>A body at a level.</summary>
public sealed record LedgerParty(string Slug, string Name, string Area, string AreaSlug, AreaLevel Level);

/// <summary>One entry of a ledger. GivenSoFar: by whoever gives, up to and with it; GotSoFar: by whoever gets.</summary>
public sealed record LedgerEntryRow(long Id, DateOnly On, LedgerParty From, LedgerParty To, long Pence, string For, string Source, long? ReversesId, string? Reason, string? Strategy, int? Action)
{
    public long GivenSoFar { get; init; }
    public long GotSoFar { get; init; }
    public bool IsTakenBack { get; init; }
}

/// <summary>What a body at a level got and gave in all.</summary>
public sealed record LedgerSum(LedgerParty Party, long In, long Out);

/// <summary>Entries in the order of their days with running sums. Whatever is given is got: both columns of sums are the same in all.</summary>
public sealed record TransferLedger(IReadOnlyList<LedgerEntryRow> Entries, IReadOnlyList<LedgerSum> Sums)
{
    public long Given => Sums.Sum(s => s.Out);
    public long Got => Sums.Sum(s => s.In);

    public static TransferLedger Of(IEnumerable<LedgerEntryRow> entries)
    {
        List<LedgerEntryRow> rows = [.. entries.OrderBy(e => e.On).ThenBy(e => e.Id)];
        var takenBack = rows.Where(r => r.ReversesId is not null).Select(r => r.ReversesId!.Value).ToHashSet();
        var sums = new Dictionary<LedgerParty, (long In, long Out)>();
        var told = new List<LedgerEntryRow>();
        foreach (var row in rows)
        {
            var from = sums.GetValueOrDefault(row.From);
            sums[row.From] = (from.In, from.Out + row.Pence);
            var to = sums.GetValueOrDefault(row.To);
            sums[row.To] = (to.In + row.Pence, to.Out);
            told.Add(row with { GivenSoFar = from.Out + row.Pence, GotSoFar = to.In + row.Pence, IsTakenBack = takenBack.Contains(row.Id) });
        }
        return new(told, [.. sums.OrderByDescending(s => s.Key.Level).ThenBy(s => s.Key.Area, StringComparer.Ordinal).ThenBy(s => s.Key.Name, StringComparer.Ordinal).Select(s => new LedgerSum(s.Key, s.Value.In, s.Value.Out))]);
    }
}

/// <summary>A transfer as open data, in pence. Reverses: the number of the entry that this one takes back.</summary>
public sealed record TransferData(
    [property: JsonIgnore] long Key, long Number, DateOnly On, string From, string FromArea, string FromLevel, string To, string ToArea, string ToLevel, long Pence, string For, string Source, string? Strategy, int? Action, long? Reverses, string? Reason, string Path) : IKeyed;

/// <summary>Reads the transfers that concern an area: given or got by a body there or in an area within it.</summary>
public sealed class TransferLedgers(CommunityVoiceDb db, AreaTree tree, TimeProvider clock)
{
    public async Task<TransferLedger> OfAsync(Area area, CancellationToken ct)
    {
        var within = await tree.WithinAsync(area.Id, UkTime.Today(clock), ct);
        return TransferLedger.Of(await Rows(db.ResourceTransfers.AsNoTracking().Where(t => within.Contains(t.FromAreaId) || within.Contains(t.ToAreaId))).ToListAsync(ct));
    }

    public async Task<List<TransferData>> PageAsync(Area area, long after, int limit, CancellationToken ct)
    {
        var within = await tree.WithinAsync(area.Id, UkTime.Today(clock), ct);
        var rows = await Rows(db.ResourceTransfers.AsNoTracking().Where(t => t.Id > after && (within.Contains(t.FromAreaId) || within.Contains(t.ToAreaId))).OrderBy(t => t.Id).Take(limit)).ToListAsync(ct);
        return rows.ConvertAll(r => new TransferData(r.Id, r.Id, r.On, r.From.Slug, r.From.AreaSlug, DataCode.Of(r.From.Level), r.To.Slug, r.To.AreaSlug, DataCode.Of(r.To.Level), r.Pence, r.For, r.Source, r.Strategy, r.Action, r.ReversesId, r.Reason, $"/areas/{area.Slug}/transfers#entry-{r.Id}"));
    }

    internal static IQueryable<LedgerEntryRow> Rows(IQueryable<ResourceTransfer> transfers) => transfers.Select(t => new LedgerEntryRow(
        t.Id, t.On, new LedgerParty(t.From.Slug, t.From.Name, t.FromArea.Name, t.FromArea.Slug, t.FromArea.Level), new LedgerParty(t.To.Slug, t.To.Name, t.ToArea.Name, t.ToArea.Slug, t.ToArea.Level),
        t.Pence, t.For, t.Source, t.ReversesId, t.Reason, t.Strategy!.Slug, t.Action));
}
