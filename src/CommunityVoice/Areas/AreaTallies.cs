using System.Globalization;
using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Areas;

/// <summary>Counts every area in the background, one node at a time; overviews show what was counted last and say as of when.</summary>
public sealed class AreaTallies(CommunityVoiceDb db, StrategyLines strategies, MoneyRollUps rollUps, SharedViews shared, Leases leases, TimeProvider clock)
{
    private const int MostThemes = 200;
    private static readonly TimeSpan LeaseLength = TimeSpan.FromMinutes(10);

    /// <summary>Counts anew if anything was said, coded, planned or chosen since; answers whether it did.</summary>
    public async Task<bool> RefreshDueAsync(CancellationToken ct)
    {
        if (!await leases.TryTakeAsync("area-tallies", LeaseLength, ct)) return false;
        var stamp = await StampAsync(ct);
        if (await db.AreaTallies.AnyAsync(t => t.Stamp == stamp, ct)) return false;
        await CountAsync(stamp, ct);
        return true;
    }

    /// <summary>Counts every area anew, whether or not anything changed; answers how many have something to tell.</summary>
    public async Task<int> RecountAsync(CancellationToken ct) => await CountAsync(await StampAsync(ct), ct);

    private async Task<int> CountAsync(string stamp, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = UkTime.Day(now);
        var areas = await db.Areas.AsNoTracking().KnownToPeople().Select(a => new NestedArea(a.Id, a.Name, a.Slug, a.Level, a.Population)).ToListAsync(ct);
        var links = await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Contains && (l.StartsOn == null || l.StartsOn <= today) && (l.EndsOn == null || today < l.EndsOn))
            .OrderBy(l => l.Id).Select(l => new { l.FromId, l.ToId }).ToListAsync(ct);
        // What lies both in an area that ended and in one that took its place is counted there from that day on; the ended one keeps what was counted last.
        var heirs = (await db.AreaLinks.AsNoTracking().Where(l => l.Kind == AreaLinkKind.Succeeds && l.StartsOn <= today).Select(l => new { l.FromId, l.ToId }).ToListAsync(ct)).ToLookup(l => l.ToId, l => l.FromId);
        var passed = links.Where(l => links.Exists(o => o.ToId == l.ToId && heirs[l.FromId].Contains(o.FromId))).ToHashSet();
        var settled = passed.Select(l => l.FromId).ToHashSet();
        List<(long, long)> nested = [.. links.Except(passed).Select(l => (l.FromId, l.ToId))];
        var nesting = new Nesting(areas, SharedView.Of(areas.Where(a => SharedView.IsShared(a.Level)).Select(a => a.Id), nested, await db.VoiceRemitsOnAsync(today, ct)));
        var voices = new HeardTally(nesting);
        // The newest comment of somebody says in what voice and from where they spoke in a consultation.
        await foreach (var c in db.Comments.AsNoTracking().Where(c => c.Consultation.PublishedAt != null).HeardBy(now).OrderBy(c => c.Id)
            .Select(c => new { c.Id, c.Consultation.AreaId, c.ConsultationId, c.AuthorId, c.AuthorName, c.Voice, Home = c.AreaId, c.Channel, c.MeetingId, AtMeeting = c.MeetingId == null ? 0 : c.Meeting!.People }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (c.MeetingId is { } meeting) voices.AddMeeting(c.AreaId, meeting, c.AtMeeting);
            // Where there is no account, the name tells people apart; an answer that was entered for somebody is a person of its own.
            else voices.Add(c.AreaId, c.ConsultationId, (c.AuthorId, c.AuthorId is not null ? "" : c.Channel is null ? c.AuthorName : $"#{c.Id}"), c.Voice, c.Home, c.Channel);
        }
        var places = await PlacesAround.ReadAsync(db, nested, ct);
        var themes = await CodedThemes.ReadAsync(db, places, ct);
        var (money, risks) = (await strategies.MoneyAsync(today, ct), await strategies.RisksAsync(ct));
        var above = new Dictionary<long, MoneyLine?>();
        foreach (var area in areas.Where(a => SharedView.IsShared(a.Level))) above[area.Id] = await rollUps.LineAsync(area.Id, area.Slug, AreaTree.Walk(area.Id, nesting.All, down: true), today, ct);
        // Protecting takes a while, and nobody else may write within the transaction; the lease keeps other counts away.
        var before = await db.AreaTallies.AsNoTracking().ToDictionaryAsync(t => t.AreaId, ct);
        var counted = new AreaBreakdowns(nesting, voices, before, links.Select(l => (l.FromId, l.ToId)), now);
        return await db.TransactAsync(async () =>
        {
            db.ChangeTracker.Clear();
            var known = await db.AreaTallies.ToDictionaryAsync(t => t.AreaId, ct);
            foreach (var area in areas.Where(a => !settled.Contains(a.Id) || !known.ContainsKey(a.Id)))
            {
                var within = AreaTree.Walk(area.Id, nesting.Links, down: true);
                var unshared = nesting.Unshared(area.Id);
                var facts = counted.Of(area.Id) with
                {
                    Themes = [.. themes.Of(area, within, unshared).OrderByDescending(t => t.Comments).Take(MostThemes)],
                    Risks = [.. risks.Where(r => within.Contains(r.Key)).SelectMany(r => r)],
                    Money = money.GetValueOrDefault(area.Id) ?? nesting.Around(area.Id).Select(money.GetValueOrDefault).FirstOrDefault(m => m is not null),
                    MoneyWithin = above.GetValueOrDefault(area.Id),
                    LeftOut = [.. nesting.LeftOutOf(area.Id).Select(l => l.PartId)],
                };
                if (!known.TryGetValue(area.Id, out var tally)) db.AreaTallies.Add(known[area.Id] = tally = new AreaTally(area.Id));
                tally.Count(voices.PeopleIn(area.Id), voices.CommentsIn(area.Id), voices.TurnsIn(area.Id), facts, counted.KeptOf(area.Id), now);
            }
            await db.SaveChangesAsync(ct);
            // A stamp alone changes no page.
            await db.AreaTallies.ExecuteUpdateAsync(set => set.SetProperty(t => t.Stamp, stamp), ct);
            return known.Values.Count(t => t.Comments > 0);
        }, ct);
    }

    // What a count rests on, in a few numbers; the hour is among them, so that renamed things are not shown by their old names for long.
    private async Task<string> StampAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var comments = db.Comments.Where(c => c.Consultation.PublishedAt != null).HeardBy(now);
        long[] parts =
        [
            await comments.CountAsync(ct), await comments.MaxAsync(c => (long?)c.Id, ct) ?? 0, await db.Codings.CountAsync(ct), await db.Themes.CountAsync(t => t.IsAboutCapacity, ct),
            await db.StrategyVersions.CountAsync(v => v.PublishedAt != null, ct), await db.GapNotes.CountAsync(ct), await db.Ballots.SumAsync(b => (long)b.SealedEntries, ct),
            await db.AreaLinks.CountAsync(ct), await db.Areas.CountAsync(ct),
        ];
        var view = (await shared.OnAsync(UkTime.Day(now), ct)).Fingerprint;
        return string.Create(CultureInfo.InvariantCulture, $"{now.UtcDateTime:yyyyMMddHH}-{string.Join('-', parts)}-{view}");
    }
}
