using CommunityVoice.Activity;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Lets an account try codes from letters, ten wrong ones an hour at most, so that nobody finds one by guessing.</summary>
public sealed class CodeTries(CommunityVoiceDb db, Eligibility eligibility, TimeProvider clock)
{
    public const int MostWrong = 10;
    public const string Refused = "ballot.code-refused";
    public static readonly TimeSpan Spell = TimeSpan.FromHours(1);

    /// <summary>Uses the code, unless this account entered too many wrong ones. What is no code at all is not counted: it cannot be a guess.</summary>
    public async Task<PassOutcome> UseAsync(Ballot ballot, Guid personId, Guid participantId, string? typed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var since = now - Spell;
        // Counted in the database, so that it holds across web nodes and restarts.
        var wrong = await db.ActivityEntries.CountAsync(e => e.Subject == nameof(Ballot) && e.PersonId == personId && e.Verb == Refused && e.At > since, ct);
        if (wrong >= MostWrong) return PassOutcome.TooMany;
        var outcome = await eligibility.UseCodeAsync(ballot, participantId, typed, ct);
        if (outcome is not (PassOutcome.NotKnown or PassOutcome.Spent)) return outcome;
        db.ActivityEntries.Add(new ActivityEntry(personId, Refused, nameof(Ballot), ballot.Id, null, now));
        await db.SaveChangesAsync(ct);
        return outcome;
    }
}
