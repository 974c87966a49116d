using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>How many agree, disagree and pass on one statement, by the number it had in its conversation, and whether its comment can be seen.</summary>
public sealed record MarkTotal(int Statement, int Agree, int Disagree, int Pass, bool IsShown);

/// <summary>Counts the current marks of a consultation's statements, those that moderators took out included.</summary>
public sealed class MarkTotals(CommunityVoiceDb db)
{
    public Task<List<MarkTotal>> OfAsync(string slug, CancellationToken ct)
    {
        var offered = db.Priorities.Offered();
        return db.Priorities.Where(p => p.Ballot.Consultation.Slug == slug && p.Ballot.Method == BallotMethod.AgreeDisagreePass)
            .OrderBy(p => p.Order).ThenBy(p => p.Id)
            .Select(p => new MarkTotal(p.Order, p.Agree, p.Disagree, p.Pass, offered.Any(o => o.Id == p.Id))).ToListAsync(ct);
    }
}
