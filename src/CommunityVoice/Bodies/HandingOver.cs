using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>What is handed over by one body to another, from when, and whether its people are asked to go along.</summary>
public sealed record HandOverPlan(Body From, Body To, DateOnly On, IReadOnlyList<Remit> Remits, bool MovesDuties, bool InvitesPeople, string Note);

/// <summary>Hands remits and duties over from one body to another, tells the people of both, and asks those of the first to act for the second.</summary>
public sealed class HandingOver(CommunityVoiceDb db, Invitations invitations, Letters letters, SiteAddress site, TimeProvider clock)
{
    /// <summary>Several at once is a merger: all of it or nothing.</summary>
    public Task<List<HandOver>> DecideAsync(IReadOnlyList<HandOverPlan> plans, Person by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var decided = new List<HandOver>();
        foreach (var plan in plans)
        {
            var handOver = new HandOver(plan.From, plan.To, plan.On, plan.MovesDuties, plan.Note, by.Id, clock.GetUtcNow());
            foreach (var remit in plan.Remits) handOver.Give(remit);
            db.HandOvers.Add(handOver);
            await db.SaveChangesAsync(ct);
            Record(handOver, "body.handed-over", by.Id);
            if (plan.InvitesPeople) await InviteAsync(plan, by, ct);
            await TellAsync(handOver, "hand-over", ct);
            await db.SaveChangesAsync(ct);
            decided.Add(handOver);
        }
        return decided;
    }, ct);

    /// <summary>Makes everything as it was, as long as the day has not come.</summary>
    public Task CallOffAsync(HandOver handOver, Guid by, CancellationToken ct) => db.TransactAsync(async () =>
    {
        db.Remits.RemoveRange(handOver.CallOff(UkTime.Today(clock), clock.GetUtcNow()));
        Record(handOver, "body.hand-over-called-off", by);
        await TellAsync(handOver, "hand-over-called-off", ct);
        await db.SaveChangesAsync(ct);
    }, ct);

    private void Record(HandOver handOver, string verb, Guid by) => db.ActivityEntries.Add(new ActivityEntry(by, verb, "Body", handOver.FromId,
        string.Create(CultureInfo.InvariantCulture, $"To {handOver.To.Slug} from {handOver.On:yyyy-MM-dd}: {handOver.Remits.Count} remits{(handOver.MovesDuties ? " and duties" : "")}"), clock.GetUtcNow()));

    // Nobody acts for another body without having agreed to.
    private async Task InviteAsync(HandOverPlan plan, Person by, CancellationToken ct)
    {
        var people = await db.Memberships.AsNoTracking().Where(m => m.BodyId == plan.From.Id && m.EndedAt == null && m.Person.Email != null
                && !db.Memberships.Any(o => o.PersonId == m.PersonId && o.BodyId == plan.To.Id && o.EndedAt == null))
            .OrderBy(m => m.Id).Select(m => new { m.Person.Email, m.Capabilities, m.Role }).ToListAsync(ct);
        var given = plan.Remits.Aggregate(Capability.None, (all, r) => all | r.Capabilities);
        foreach (var person in people) await invitations.SendAsync(plan.To, by, person.Email!, person.Capabilities & given, person.Role, ct);
    }

    // The people of both, and both contact addresses: once each.
    private async Task TellAsync(HandOver handOver, string kind, CancellationToken ct)
    {
        var people = await db.Memberships.AsNoTracking().Where(m => (m.BodyId == handOver.FromId || m.BodyId == handOver.ToId) && m.EndedAt == null && m.Person.Email != null)
            .OrderBy(m => m.Id).Select(m => new { m.Person.Email, Name = m.Person.DisplayName }).ToListAsync(ct);
        var told = people.Select(p => (p.Email, p.Name)).Concat(new[] { handOver.From, handOver.To }.Select(b => (Email: b.ContactEmail, b.Name)))
            .Where(p => p.Email is { Length: > 0 }).DistinctBy(p => p.Email, StringComparer.OrdinalIgnoreCase);
        foreach (var (email, name) in told)
        {
            letters.Write(email!, kind, new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = handOver.From.Name,
                ["to"] = handOver.To.Name,
                ["day"] = handOver.On.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
                ["link"] = site.To($"/manage/hand-overs/{handOver.Id}"),
            });
        }
    }
}
