using CommunityVoice.Activity;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.People;

/// <summary>Closes an account: what tells who somebody is goes, what they said stays as a former member's.</summary>
public sealed class Leaving(CommunityVoiceDb db, Participants participants, Casting casting, EqualityAnswers equality, TimeProvider clock)
{
    /// <summary>The name that stands beside what somebody said who has left.</summary>
    public const string FormerMember = "A former member";

    public async Task LeaveAsync(Person person, CancellationToken ct)
    {
        // Papers go first: taking one back is a transaction of its own, and doing it again changes nothing.
        await TakeBackPapersAsync(person.Id, ct);
        await equality.ForgetAsync(person.Id, ct);
        await db.TransactAsync(async () =>
        {
            var (id, email, idText) = (person.Id, person.Email!, person.Id.ToString());
            await NameNobodyAsync(id, ct);
            await db.Letters.Where(l => l.To == email).ExecuteDeleteAsync(ct);
            await db.SignInRequests.Where(r => r.Email == email).ExecuteDeleteAsync(ct);
            await db.Readers.Where(r => r.Email == email).ExecuteDeleteAsync(ct); // of their account's own, the database deletes everything
            await db.NewsletterRequests.Where(r => r.Email == email).ExecuteDeleteAsync(ct);
            await db.Invitations.Where(i => i.Email == email).ExecuteDeleteAsync(ct);
            await db.FactChecks.Where(c => c.Email == email).ExecuteUpdateAsync(set => set.SetProperty(c => c.Email, ""), ct);
            await db.Set<ActivityValues>().Where(v => v.OldValue == email || v.NewValue == email || v.OldValue == idText || v.NewValue == idText)
                .ExecuteUpdateAsync(set => set.SetProperty(v => v.OldValue, "").SetProperty(v => v.NewValue, ""), ct);
            db.ActivityEntries.Add(new ActivityEntry(id, "person.left", "Person", null, null, clock.GetUtcNow()));
            db.People.Remove(person);
            await db.SaveChangesAsync(ct);
        }, ct);
    }

    private async Task TakeBackPapersAsync(Guid personId, CancellationToken ct)
    {
        if (await participants.FindAsync(personId, ct) is not { } participant) return;
        var now = clock.GetUtcNow();
        // A paper that is left out of an open vote stays out; what it said is forgotten, so that putting it back brings nothing.
        await db.Set<ExclusionPaper>().Where(p => p.ParticipantId == participant && p.Before != null && db.Ballots.Any(b => b.Id == p.BallotId && (b.ClosesAt == null || b.ClosesAt > now)))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Before, ""), ct);
        var open = await db.BallotPapers.Where(p => p.ParticipantId == participant && p.WithdrawnAt == null && (p.Ballot.ClosesAt == null || p.Ballot.ClosesAt > now))
            .Select(p => p.BallotId).ToListAsync(ct);
        foreach (var ballot in open) await casting.WithdrawAsync(ballot, participant, ct);
    }

    private async Task NameNobodyAsync(Guid id, CancellationToken ct)
    {
        var pages = await db.Comments.Where(c => c.AuthorId == id || db.CommentSupports.Any(s => s.CommentId == c.Id && s.PersonId == id))
            .Select(c => c.ConsultationId).Distinct().ToListAsync(ct);
        await db.Comments.Where(c => c.AuthorId == id).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.AuthorId, (Guid?)null).SetProperty(c => c.AuthorName, FormerMember).SetProperty(c => c.AreaId, (long?)null), ct);
        await db.Comments.Where(c => db.CommentSupports.Any(s => s.CommentId == c.Id && s.PersonId == id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Supports, c => c.Supports - 1), ct);
        await db.CommentSupports.Where(s => s.PersonId == id).ExecuteDeleteAsync(ct);
        await db.Ideas.Where(i => i.AuthorId == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.AuthorId, (Guid?)null), ct);
        await db.Flags.Where(f => f.ReporterId == id).ExecuteUpdateAsync(set => set
            .SetProperty(f => f.ReporterId, (Guid?)null).SetProperty(f => f.ReporterEmail, (string?)null), ct);
        db.Touch([.. pages.Select(PageTag.Consultation), PageTag.Lists]);
    }
}
