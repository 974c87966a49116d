using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Bodies;

/// <summary>A step from one body to the next, on a day.</summary>
public sealed record Step(long From, long To, DateOnly On);

/// <summary>Says whose work is done by whom today: worked out from the days of hand-overs, never written down.</summary>
public sealed class Successions(CommunityVoiceDb db, TimeProvider clock)
{
    private List<Step>? steps;

    /// <summary>The body that sees to the duties of this one today: itself, or whoever they came to in the end.</summary>
    public async Task<Body> HolderOfAsync(Body body, CancellationToken ct) =>
        HolderOf(body.Id, await StepsAsync(ct)) is var id && id == body.Id ? body : await db.Bodies.SingleAsync(b => b.Id == id, ct);

    public async Task<long> HolderOfAsync(long bodyId, CancellationToken ct) => HolderOf(bodyId, await StepsAsync(ct));

    /// <summary>Every body whose duties these see to today, they themselves among them unless they handed theirs on.</summary>
    public async Task<IReadOnlyCollection<long>> DutiesOfAsync(IReadOnlyCollection<long> bodies, CancellationToken ct)
    {
        var known = await StepsAsync(ct);
        return [.. bodies.Concat(known.Select(s => s.From)).Distinct().Where(b => bodies.Contains(HolderOf(b, known)))];
    }

    /// <summary>Bodies whose duties another sees to today.</summary>
    public async Task<List<long>> HandedOnAsync(CancellationToken ct)
    {
        var known = await StepsAsync(ct);
        return [.. known.Select(s => s.From).Distinct().Where(b => HolderOf(b, known) != b)];
    }

    /// <summary>Follows duties from hand-over to hand-over, forward in time only, so that they can come back one day.</summary>
    public static long HolderOf(long body, IEnumerable<Step> steps)
    {
        foreach (var step in steps.OrderBy(s => s.On)) body = step.From == body ? step.To : body;
        return body;
    }

    private async Task<List<Step>> StepsAsync(CancellationToken ct)
    {
        var today = UkTime.Today(clock);
        return steps ??= await db.HandOvers.AsNoTracking().Where(h => h.MovesDuties && h.CalledOffAt == null && h.On <= today)
            .OrderBy(h => h.On).ThenBy(h => h.Id).Select(h => new Step(h.FromId, h.ToId, h.On)).ToListAsync(ct);
    }
}
