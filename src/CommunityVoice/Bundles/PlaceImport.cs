using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bundles;

/// <summary>What an import did: rows taken in and rows that were there already. <paramref name="Before"/> is the day it was done already, when nothing was left to do.</summary>
public sealed record PlaceImported(int Added, int Kept, DateOnly? Before, IReadOnlyList<string> OpenVotes);

/// <summary>
/// Takes a place in from a bundle, all of it or nothing. Numbers stay as they were, because the fingerprints of votes and the addresses of comments hold
/// them: a site where they stand for something else refuses.
/// </summary>
public sealed class PlaceImport(CommunityVoiceDb db, ServerKeys keys, TallyCheck tallies, AreaTallies areas, TimeProvider clock)
{
    /// <summary>The activity entry that says which bundle was taken in.</summary>
    public const string Verb = "place.imported";

    public async Task<PlaceImported> RunAsync(PlaceBundle bundle, CancellationToken ct)
    {
        var manifest = bundle.Manifest;
        if (await DoneAsync(manifest, ct) is { } day) return new(0, manifest.Rows, day, []);
        var tables = BundleTable.Of(db.Model);
        if (manifest.Tables.FirstOrDefault(t => !tables.Any(known => known.Name == t.Name)) is { } unknown)
            throw new InvalidDataException($"The bundle holds {unknown.Name}, which this site does not know: bring the site up to date first.");
        var people = await Pseudonyms.LoadAsync(db, keys, ct);
        var (added, before) = (0, await tallies.FindAsync(ct));
        try
        {
            await db.TransactAsync(async () =>
            {
                var rows = new BundleRows(tables, people);
                await rows.Names.LoadAsync(db, rows, ct);
                var intake = new PlaceIntake(db, rows, clock.GetUtcNow());
                foreach (var table in tables) added += await intake.TakeAsync(table, bundle.LinesAsync(table.Name, ct), ct);
                await intake.CompleteAsync(ct);
                await CheckVotesAsync(before, ct);
                var area = await db.Areas.Where(a => a.Slug == manifest.Place).Select(a => a.Id).SingleAsync(ct);
                db.ActivityEntries.Add(new ActivityEntry(null, Verb, nameof(Area), area,
                    $"{manifest.Fingerprint}; the earlier record has {manifest.Activity.Entries} entries and ends with {manifest.Activity.Fingerprint}", clock.GetUtcNow()));
                await db.SaveChangesAsync(ct);
            }, ct);
        }
        catch (DbUpdateException e) when (CommunityVoiceDb.IsUniqueViolation(e))
        {
            throw new InvalidDataException("This site already uses an address or a name that the place brings: take the place into a site without it. Nothing was imported.", e);
        }
        await areas.RecountAsync(ct); // overviews show the place at once
        return new(added, manifest.Rows - added, null, await OpenVotesAsync(ct));
    }

    private async Task<DateOnly?> DoneAsync(BundleManifest manifest, CancellationToken ct)
    {
        var done = await db.ActivityEntries.AsNoTracking().Where(e => e.Verb == Verb && e.Detail!.StartsWith(manifest.Fingerprint)).OrderBy(e => e.Id).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(ct);
        return done is { } at ? UkTime.Day(at) : null;
    }

    // The record of every vote must be whole and add up to what is shown, or nothing is taken in.
    private async Task CheckVotesAsync(List<string> before, CancellationToken ct)
    {
        if ((await tallies.FindAsync(ct)).Except(before, StringComparer.Ordinal).FirstOrDefault() is { } wrong)
            throw new InvalidDataException($"A vote in the bundle does not add up, so nothing was imported. {wrong}");
    }

    // Who cast a paper stays behind, so whoever voted before the move could vote again after it.
    private async Task<IReadOnlyList<string>> OpenVotesAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return [.. (await db.Ballots.AsNoTracking().Include(b => b.Consultation).Where(b => b.ClosedSealAt == null && b.Papers > 0).OrderBy(b => b.Id).ToListAsync(ct)).Where(b => b.TakesVotesAt(now)).Select(b => b.Title)];
    }
}
