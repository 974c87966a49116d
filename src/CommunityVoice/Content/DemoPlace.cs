using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Checklists;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Recommendations;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>
/// Loads the invented place Rivermead through the entities' own methods, so that a first start has something to look at.
/// Each step looks first whether its work is there already; loading again, or after a loading that was cut short, doubles nothing.
/// </summary>
public sealed class DemoPlace(CommunityVoiceDb db, WriteGate gate, BallotsAtHand ballots, DemoFiles files, WorkingDays workingDays, AreaTallies tallies, HeardTables heard, ThemeTables themes, EqualityTables equality, ChecklistLibrary checklists, TimeProvider clock)
{
    private readonly DateTimeOffset now = clock.GetUtcNow();

    public async Task LoadAsync(CancellationToken ct)
    {
        var days = new DemoDays(now);
        await db.TransactAsync(async () =>
        {
            if (await db.Areas.AnyAsync(a => a.Slug == files.Place.Areas[0].Key, ct)) return;
            var cast = await new DemoPeople(db, files.Place, days).SaveAsync(ct);
            var consultations = await new DemoConsultations(db, files.Consultations, cast, days).SaveAsync(ct);
            await new DemoTalks(db, files, cast, days, now, new Successions(db, clock)).SaveAsync(consultations, ct);
            await CountSupportAsync(ct);
        }, ct);
        // Casting goes through a gate of its own, so it comes after the commit.
        await new DemoVotes(db, gate, ballots, files, days, now).SaveAsync(ct);
        await new DemoBallots(db, gate, ballots, files, days, now).SaveAsync(ct);
        await new DemoReport(db, files, days, workingDays).SaveAsync(ct);
        await new DemoStrategy(db, files, days).SaveAsync(ct);
        await new DemoNeeds(db, files, days).SaveAsync(ct);
        await new DemoFitness(db, files, days, workingDays).SaveAsync(ct);
        await new DemoDecisions(db, files, days).SaveAsync(ct);
        await new DemoAnnual(db, files, now).SaveAsync(ct);
        await new DemoChecklists(db, files, checklists, days).SaveAsync(ct);
        await new DemoAboutPeople(db, files).SaveAsync(ct);
        await tallies.RecountAsync(ct);
        await heard.RefreshDueAsync(ct);
        await themes.RefreshDueAsync(ct);
        await equality.RefreshDueAsync(ct);
    }

    private Task CountSupportAsync(CancellationToken ct) => db.Comments.ExecuteUpdateAsync(
        set => set.SetProperty(c => c.Supports, c => db.CommentSupports.Count(s => s.CommentId == c.Id)), ct);
}
