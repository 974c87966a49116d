using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Sharing;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>Where the share of voice comes from.</summary>
public enum VoiceBasis
{
    /// <summary>Nothing was chosen or cited that leads to an item.</summary>
    Nothing,

    /// <summary>Choices in published, final results of ballots.</summary>
    Votes,

    /// <summary>Comments that findings cite, and the support they have: where no final result leads to an item.</summary>
    CitedComments,
}

/// <summary>One item's share of what people chose beside its share of the money, and why they differ, if anybody said so.</summary>
public sealed record VoiceRow(FrameworkItem Item, double VoiceShare, double MoneyShare, long Pence, string? Explanation)
{
    /// <summary>Fewer points than this are no gap.</summary>
    public const int Notable = 5;

    /// <summary>Between the whole per cents that pages show, so that what a reader subtracts is what is marked.</summary>
    public bool IsGap => Math.Abs(Gap) >= Notable;

    /// <summary>So many points the money lies above the voice; below nothing where it lies below.</summary>
    public int Gap => Points(MoneyShare) - Points(VoiceShare);

    private static int Points(double share) => (int)Math.Round(share * 100, MidpointRounding.AwayFromZero);
}

/// <summary>Does the money follow the voice? Per framework item, among what leads to an item at all.</summary>
public sealed record VoiceAndMoney(VoiceBasis Basis, IReadOnlyList<VoiceRow> Rows, IReadOnlyList<Ballot> Ballots, double Linked, double NotLinked);

/// <summary>
/// Finds what people put first for each item of a strategy's framework. A ballot's option leads to an item when it was made from that item; when it was
/// made from a theme, or is cited by a finding, through the actions that rest on that finding. What leads to several is split evenly.
/// </summary>
public sealed class VoiceShares(CommunityVoiceDb db, SharedViews shared, TimeProvider clock)
{
    public Task<VoiceAndMoney> OfAsync(StrategyVersion version, MoneyMatrix money, CancellationToken ct) =>
        OfAsync(version.Strategy.AreaId, [version], money, item => item, null, ct);

    /// <summary>Of all strategies of an area above places. What stands in for votes are comments that its view includes; nobody explains a gap there, since each strategy explains its own.</summary>
    public async Task<VoiceAndMoney> OfAsync(long areaId, MoneyAbove above, CancellationToken ct) =>
        await OfAsync(areaId, [.. above.Strategies.Select(s => s.Version)], above.Matrix, above.Items.Of, await shared.WithinAsync(areaId, UkTime.Today(clock), ct), ct);

    private async Task<VoiceAndMoney> OfAsync(long areaId, IReadOnlyList<StrategyVersion> versions, MoneyMatrix money, Func<FrameworkItem, FrameworkItem> carried, HashSet<long>? within, CancellationToken ct)
    {
        List<StrategyAction> actions = [.. versions.SelectMany(v => v.Actions)];
        var findings = actions.SelectMany(a => a.Findings).Select(f => f.FindingId).Distinct().ToList();
        var cited = await db.Citations.AsNoTracking().Where(c => findings.Contains(c.FindingId))
            .Select(c => new { c.FindingId, c.PriorityId, c.CommentId, AreaId = (long?)c.Comment!.Consultation.AreaId, Support = c.Comment != null && c.Comment.ShownAt != null && c.Comment.HeldAt == null && c.Comment.WithdrawnAt == null && c.Comment.RemovedAt == null ? 1 + c.Comment.Supports : 0 }).ToListAsync(ct);
        var itemsOf = actions.SelectMany(a => a.Findings.SelectMany(f => a.Serves.Select(i => (f.FindingId, carried(i).Id)))).Distinct().ToLookup(p => p.FindingId, p => p.Id);
        var byTheme = actions.SelectMany(a => a.Findings).Where(f => f.Finding.ThemeId is not null)
            .SelectMany(f => itemsOf[f.FindingId].Select(i => (f.Finding.ThemeId!.Value, i))).Distinct().ToLookup(p => p.Value, p => p.i);
        var byPriority = cited.Where(c => c.PriorityId is not null).SelectMany(c => itemsOf[c.FindingId].Select(i => (c.PriorityId!.Value, i))).Distinct().ToLookup(p => p.Value, p => p.i);
        var rows = money.Rows.Select(r => r.Item.Id).ToHashSet();
        var own = versions.SelectMany(v => v.Strategy.Framework.Items).Distinct().ToDictionary(i => i.Id, i => carried(i).Id);

        var results = await ResultsAsync(areaId, ct);
        var (weights, notLinked, basis) = (new Dictionary<long, double>(), 0.0, VoiceBasis.Votes);
        foreach (var priority in results.SelectMany(r => r.Ballot.Priorities))
        {
            List<long> items = [.. byPriority[priority.Id].Concat(priority switch
            {
                { Origin: PriorityOrigin.FrameworkItem, OriginId: { } item } when own.TryGetValue(item, out var row) && rows.Contains(row) => [row],
                { Origin: PriorityOrigin.Theme, OriginId: { } theme } => byTheme[theme],
                _ => [],
            }).Distinct()];
            if (!Add(weights, items, priority.SealedPeople)) notLinked += priority.SealedPeople;
        }
        if (weights.Values.Sum() == 0)
        {
            (weights, notLinked, basis) = ([], 0, VoiceBasis.CitedComments);
            foreach (var comment in cited.Where(c => c.CommentId is not null && (within is null || within.Contains(c.AreaId ?? 0))).GroupBy(c => c.CommentId))
                Add(weights, [.. comment.SelectMany(c => itemsOf[c.FindingId]).Distinct()], comment.First().Support);
            if (weights.Values.Sum() == 0) basis = VoiceBasis.Nothing;
        }
        Dictionary<long, string> notes = within is null ? versions.SelectMany(v => v.Strategy.GapNotes).ToDictionary(n => n.ItemId, n => n.Words) : [];
        return new(basis, Rows(money, weights, notes), basis == VoiceBasis.Votes ? [.. results.Select(r => r.Ballot)] : [], weights.Values.Sum(), notLinked);
    }

    private static List<VoiceRow> Rows(MoneyMatrix money, Dictionary<long, double> weights, Dictionary<long, string> notes)
    {
        var (voice, pence) = (weights.Values.Sum(), money.Total - money.Unlinked);
        return [.. money.Rows.Where(r => r.Pence > 0 || weights.ContainsKey(r.Item.Id)).Select(r => new VoiceRow(
            r.Item, voice == 0 ? 0 : weights.GetValueOrDefault(r.Item.Id) / voice, pence == 0 ? 0 : (double)r.Pence / pence, r.Pence,
            notes.GetValueOrDefault(r.Item.Id)))];
    }

    private static bool Add(Dictionary<long, double> weights, List<long> items, double weight)
    {
        foreach (var item in items) weights[item] = weights.GetValueOrDefault(item) + (weight / items.Count);
        return items.Count > 0;
    }

    // Only what is final and published: an open vote could still turn, and fewer than ten people are told of to nobody.
    private async Task<List<BallotResult>> ResultsAsync(long areaId, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var within = await shared.WithinAsync(areaId, UkTime.Day(now), ct);
        var ballots = await db.Ballots.AsNoTracking().WithPages().WithOffer().Include(b => b.Outcome)
            .Where(b => within.Contains(b.Consultation.AreaId) && b.ClosedSealAt != null && b.Method != BallotMethod.AgreeDisagreePass)
            .OrderBy(b => b.Id).ToListAsync(ct);
        return [.. ballots.Select(b => BallotResults.Of(b, now)).Where(r => r is { IsFinal: true, HasTooFew: false })];
    }
}
