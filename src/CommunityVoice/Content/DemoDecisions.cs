using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Decisions;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>What the demo's decision makers said of decisions that take longer.</summary>
public sealed class DemoDecisionsFile
{
    public List<DemoDelay> Delays { get; set; } = [];
}

/// <summary>Why one decision takes longer.</summary>
public sealed class DemoDelay
{
    public string Consultation { get; set; } = "";
    public string From { get; set; } = "";
    public string By { get; set; } = "";
    public string At { get; set; } = "";
    public int Expected { get; set; }
    public string Words { get; set; } = "";
}

/// <summary>Writes them as those who decide did.</summary>
internal sealed class DemoDecisions(CommunityVoiceDb db, DemoFiles files, DemoDays days)
{
    public async Task SaveAsync(CancellationToken ct)
    {
        if (await db.DecisionDelays.AnyAsync(ct)) return;
        foreach (var from in files.Decisions.Delays)
        {
            var slug = files.Consultations.Consultations.Single(c => c.Key == from.Consultation).Slug;
            var (body, email) = (files.Place.Bodies.Single(b => b.Key == from.From).Name, files.Place.People.Single(p => p.Key == from.By).Email);
            var consultation = await db.Consultations.SingleAsync(c => c.Slug == slug, ct);
            var by = await db.People.SingleAsync(p => p.Email == email, ct);
            db.DecisionDelays.Add(new DecisionDelay(consultation, await db.Bodies.SingleAsync(b => b.Name == body, ct), from.Words.Trim(), days.Day(from.Expected), by.Id, days.At(from.At)));
            db.ActivityEntries.Add(new ActivityEntry(by.Id, "decision.delay-explained", nameof(Consultation), consultation.Id, from.Words.Trim(), days.At(from.At)));
        }
        await db.SaveChangesAsync(ct);
    }
}
