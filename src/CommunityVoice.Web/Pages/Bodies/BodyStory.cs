using CommunityVoice.Bodies;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Pages.Bodies;

/// <summary>A hand-over seen from one of the two bodies: the other one, and the day.</summary>
public sealed record StoryStep(string Name, string Slug, DateOnly On, bool MovesDuties);

/// <summary>What came before a body, what follows it, and how independent it is and was: public, and told by dates.</summary>
public sealed record BodyStory(DateOnly Today, IReadOnlyList<StoryStep> Before, IReadOnlyList<StoryStep> After, IReadOnlyList<BodyStanding> Standings)
{
    public BodyStanding? Standing => BodyStanding.On(Today, Standings);

    public static async Task<BodyStory> OfAsync(CommunityVoiceDb db, long bodyId, DateOnly today, CancellationToken ct)
    {
        var steps = await db.HandOvers.AsNoTracking().Where(h => (h.FromId == bodyId || h.ToId == bodyId) && h.CalledOffAt == null).OrderBy(h => h.On).ThenBy(h => h.Id)
            .Select(h => new { IsAfter = h.FromId == bodyId, From = new StoryStep(h.From.Name, h.From.Slug, h.On, h.MovesDuties), To = new StoryStep(h.To.Name, h.To.Slug, h.On, h.MovesDuties) }).ToListAsync(ct);
        return new(today, [.. steps.Where(s => !s.IsAfter).Select(s => s.From)], [.. steps.Where(s => s.IsAfter).Select(s => s.To)],
            await db.BodyStandings.AsNoTracking().Where(s => s.BodyId == bodyId).OrderBy(s => s.StartsOn).ThenBy(s => s.Id).ToListAsync(ct));
    }
}
