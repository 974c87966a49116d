using System.Globalization;
using CommunityVoice.Activity;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Strategies;

/// <summary>Records new assessments of needs, finds what waits for whom, and publishes what boards decide about their strategies.</summary>
public sealed class NeedsDesk(
    CommunityVoiceDb db, StrategyDrafts drafts, Permissions permissions, AreaTree tree, Successions successions, BodyMembers members, Letters letters, SiteAddress address, TimeProvider clock)
{
    private static readonly AreaLevel[] Assessed = [AreaLevel.StrategicAuthority, AreaLevel.System, AreaLevel.Place, AreaLevel.NeighbourhoodTeam, AreaLevel.Locality];

    /// <summary>For which places this person can record one, each with the board they do it for.</summary>
    public async Task<IReadOnlyList<(Body Board, Area Area)>> PlacesAsync(Guid personId, CancellationToken ct)
    {
        var found = new List<(Body, Area)>();
        foreach (var (board, area) in await drafts.BoardsAsync(personId, ct))
        {
            var within = await tree.WithinAsync(area.Id, UkTime.Today(clock), ct);
            found.AddRange((await db.Areas.HoldingOn(UkTime.Today(clock)).Where(a => within.Contains(a.Id) && Assessed.Contains(a.Level)).OrderBy(a => a.Name).ThenBy(a => a.Id).ToListAsync(ct)).Select(a => (board, a)));
        }
        return [.. found.DistinctBy(f => (f.Item1.Id, f.Item2.Id))];
    }

    /// <summary>The published strategies that cover a place: its own, and those of what contains it.</summary>
    public async Task<List<StrategyVersion>> CoveringAsync(Area area, CancellationToken ct)
    {
        var around = await tree.AroundAsync(area.Id, UkTime.Today(clock), ct);
        return await db.StrategyVersions.Newest().Include(v => v.Strategy).ThenInclude(s => s.By).Where(v => around.Contains(v.Strategy.AreaId)).OrderBy(v => v.StrategyId).ToListAsync(ct);
    }

    /// <summary>Records an assessment, asks about each of these strategies, and tells those who write them.</summary>
    public async Task<NeedsAssessment> RecordAsync(Body board, Area area, NeedsText text, IReadOnlyList<StrategyVersion> covering, Guid byId, CancellationToken ct)
    {
        if (covering.Count == 0) throw new InvalidOperationException($"No strategy covers {area.Slug}.");
        var now = clock.GetUtcNow();
        var assessment = new NeedsAssessment(area, board, text, byId, now);
        foreach (var version in covering) assessment.Ask(version);
        db.NeedsAssessments.Add(assessment);
        await db.TransactAsync(async () =>
        {
            await db.SaveChangesAsync(ct);
            Record(assessment, "recorded", text.Title, byId);
            foreach (var question in assessment.Questions) await TellAsync(question, byId, ct);
            await db.SaveChangesAsync(ct);
        }, ct);
        return assessment;
    }

    /// <summary>What waits for a decision of the boards whose strategies this person writes, oldest first.</summary>
    public async Task<List<RevisionQuestion>> WaitingAsync(Guid personId, CancellationToken ct)
    {
        var boards = await permissions.DutiesAsync(personId, Capability.Plan, ct);
        return await db.RevisionQuestions.AsNoTracking().Include(q => q.Assessment).Include(q => q.Version)
            .Where(q => boards.Contains(q.Strategy.ById) && q.DecidedAt == null && q.Assessment.TakenBackAt == null).OrderBy(q => q.Assessment.RecordedAt).ThenBy(q => q.Id).ToListAsync(ct);
    }

    public Task<RevisionQuestion?> FindQuestionAsync(long id, CancellationToken ct) =>
        db.RevisionQuestions.Include(q => q.Assessment).ThenInclude(a => a.Area).Include(q => q.Version).Include(q => q.Strategy).ThenInclude(s => s.By).SingleOrDefaultAsync(q => q.Id == id, ct);

    public Task<NeedsAssessment?> FindAsync(long id, CancellationToken ct) =>
        db.NeedsAssessments.Include(a => a.From).Include(a => a.Area).Include(a => a.Questions).SingleOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>The body that decides: whoever does the work of the one whose strategy it is.</summary>
    public Task<Body> DecidesAsync(RevisionQuestion question, CancellationToken ct) => successions.HolderOfAsync(question.Strategy.By, ct);

    /// <summary>Publishes the decision; false where somebody else decided in the same instant.</summary>
    public async Task<bool> DecideAsync(RevisionQuestion question, bool revises, string reason, Guid byId, CancellationToken ct)
    {
        question.Decide(revises, reason, await DecidesAsync(question, ct), byId, clock.GetUtcNow());
        var detail = $"{(revises ? "Revise" : "Do not revise")}, after “{question.Assessment.Title}”: {reason}";
        db.ActivityEntries.Add(new ActivityEntry(byId, "strategy.revision-decided", nameof(Strategy), question.StrategyId, detail, clock.GetUtcNow()));
        return await db.TryChangeAsync(ct);
    }

    /// <summary>Takes an assessment back; false where somebody decided in the same instant.</summary>
    public Task<bool> TakeBackAsync(NeedsAssessment assessment, string reason, Guid byId, CancellationToken ct)
    {
        assessment.TakeBack(reason, byId, clock.GetUtcNow());
        Record(assessment, "taken-back", reason, byId);
        return db.TryChangeAsync(ct);
    }

    // Whoever recorded it knows of it already.
    private async Task TellAsync(RevisionQuestion question, Guid byId, CancellationToken ct)
    {
        var (assessment, board) = (question.Assessment, await DecidesAsync(question, ct));
        var recorder = await db.People.Where(p => p.Id == byId).Select(p => p.Email).SingleOrDefaultAsync(ct);
        foreach (var (email, name) in (await members.WhoMayAsync(board.Id, Capability.Plan, ct)).Where(m => m.Email != recorder))
        {
            letters.Write(email, "needs-assessment", new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["name"] = name,
                ["from"] = assessment.From.Name,
                ["title"] = assessment.Title,
                ["day"] = assessment.PublishedOn.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
                ["area"] = assessment.Area.Name,
                ["strategy"] = question.Version.Title,
                ["link"] = address.To($"/manage/strategies/needs/decide/{question.Id}"),
            });
        }
    }

    private void Record(NeedsAssessment assessment, string what, string detail, Guid byId) =>
        db.ActivityEntries.Add(new ActivityEntry(byId, $"needs-assessment.{what}", nameof(NeedsAssessment), assessment.Id, detail, clock.GetUtcNow()));
}
