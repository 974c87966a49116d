using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>A new assessment of needs, and what the board decided after it.</summary>
public sealed class DemoNeed
{
    public required string Title { get; init; }
    public required int Day { get; init; }
    public required string Source { get; init; }
    public required string Recorded { get; init; }
    public required string InShort { get; init; }
    public string? Decided { get; init; }
    public bool Revises { get; init; }
    public string Reason { get; init; } = "";
}

/// <summary>Records what was assessed after the invented place's strategy was published, and what its board made of it.</summary>
internal sealed class DemoNeeds(CommunityVoiceDb db, DemoFiles files, DemoDays days)
{
    public async Task SaveAsync(CancellationToken ct)
    {
        if (await db.NeedsAssessments.AnyAsync(ct)) return;
        var version = await db.StrategyVersions.Include(v => v.Strategy).ThenInclude(s => s.Area).Include(v => v.Strategy).ThenInclude(s => s.By).SingleAsync(v => v.Strategy.Slug == files.Strategy.Slug, ct);
        var author = files.Place.People.Single(p => p.Key == files.Strategy.Author).Email;
        var by = await db.People.SingleAsync(p => p.Email == author, ct);
        var made = new List<(DemoNeed From, NeedsAssessment Assessment)>();
        foreach (var from in files.Strategy.Needs)
        {
            var assessment = new NeedsAssessment(version.Strategy.Area, version.Strategy.By, new(from.Title, days.Day(from.Day), null, from.Source, from.InShort.Trim()), by.Id, days.At(from.Recorded));
            assessment.Ask(version);
            made.Add((from, assessment));
        }
        db.NeedsAssessments.AddRange(made.Select(m => m.Assessment));
        await db.SaveChangesAsync(ct);
        foreach (var (from, assessment) in made)
        {
            db.ActivityEntries.Add(new ActivityEntry(by.Id, "needs-assessment.recorded", nameof(NeedsAssessment), assessment.Id, from.Title, days.At(from.Recorded)));
            if (from.Decided is not { } decided) continue;
            assessment.Questions[0].Decide(from.Revises, from.Reason.Trim(), version.Strategy.By, by.Id, days.At(decided));
            db.ActivityEntries.Add(new ActivityEntry(by.Id, "strategy.revision-decided", nameof(Strategy), version.StrategyId, $"{(from.Revises ? "Revise" : "Do not revise")}, after “{from.Title}”: {from.Reason.Trim()}", days.At(decided)));
        }
        await db.SaveChangesAsync(ct);
    }
}
