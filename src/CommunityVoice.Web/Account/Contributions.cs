using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Data;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Account;

/// <summary>Something a person said or chose: where, when, and how it stands.</summary>
public sealed record Contribution(string Href, string Title, DateTimeOffset At, string State);

/// <summary>A consultation that somebody took part in.</summary>
public sealed record AskedAbout(string Slug, string Title);

/// <summary>What a person contributed, newest first.</summary>
public sealed class Contributions(CommunityVoiceDb db)
{
    private const int MostShown = 20;

    public async Task<IReadOnlyList<Contribution>> CommentsAsync(Guid personId, CancellationToken ct) =>
        [.. (await db.Comments.AsNoTracking().Where(c => c.AuthorId == personId)
            .OrderByDescending(c => c.PostedAt).ThenByDescending(c => c.Id).Take(MostShown)
            .Select(c => new { c.Id, c.Consultation.Slug, c.Consultation.Title, c.PostedAt, c.ShownAt, c.WithdrawnAt, c.RemovedAt }).ToListAsync(ct))
            .Select(c => new Contribution($"/consultations/{c.Slug}/comments/{c.Id}", c.Title, c.PostedAt,
                c.WithdrawnAt is not null ? "You took it back" : c.RemovedAt is not null ? "Removed" : c.ShownAt is null ? "Waiting for a check" : "Published"))];

    public async Task<IReadOnlyList<Contribution>> IdeasAsync(Guid personId, CancellationToken ct) =>
        [.. (await db.Ideas.AsNoTracking().Where(i => i.AuthorId == personId)
            .OrderByDescending(i => i.PostedAt).ThenByDescending(i => i.Id).Take(MostShown)
            .Select(i => new { i.Id, i.Title, i.PostedAt, i.AdoptedAt, i.DeclinedAt, i.WithdrawnAt }).ToListAsync(ct))
            .Select(i => new Contribution($"/ideas/{i.Id}", i.Title, i.PostedAt,
                i.WithdrawnAt is not null ? "You took it back" : i.AdoptedAt is not null ? "Published" : i.DeclinedAt is not null ? "Not published" : "Waiting to be read"))];

    /// <summary>The consultations they took part in, the newest first: there they may tell about themselves.</summary>
    public async Task<IReadOnlyList<AskedAbout>> TookPartInAsync(Guid personId, CancellationToken ct) =>
        await db.Consultations.AsNoTracking().Where(c => db.Comments.Any(m => m.ConsultationId == c.Id && m.AuthorId == personId && m.WithdrawnAt == null)
                || db.BallotPapers.Any(p => p.Ballot.ConsultationId == c.Id && p.WithdrawnAt == null && db.ParticipantLinks.Any(l => l.PersonId == personId && l.ParticipantId == p.ParticipantId)))
            .OrderByDescending(c => c.Id).Take(MostShown).Select(c => new AskedAbout(c.Slug, c.Title)).ToListAsync(ct);

    public async Task<IReadOnlyList<Contribution>> NotesAsync(Guid personId, CancellationToken ct) =>
        [.. (await db.PrivateNotes.AsNoTracking().Where(n => n.AuthorId == personId)
            .OrderByDescending(n => n.Id).Take(MostShown).Select(n => new { n.Id, n.Consultation.Title, n.SentAt, n.AnsweredAt }).ToListAsync(ct))
            .Select(n => new Contribution($"/account/notes/{n.Id}", n.Title, n.SentAt, n.AnsweredAt is null ? "Waiting for an answer" : "Answered"))];

    public async Task<IReadOnlyList<Contribution>> BallotsAsync(Guid personId, CancellationToken ct) =>
        [.. (await (from link in db.ParticipantLinks.AsNoTracking()
                    where link.PersonId == personId
                    join paper in db.BallotPapers on link.ParticipantId equals paper.ParticipantId
                    orderby paper.Id descending
                    select new
                    {
                        paper.BallotId,
                        paper.Ballot.Title,
                        paper.Ballot.Method,
                        paper.CastAt,
                        paper.WithdrawnAt,
                        Marks = db.Marks.Count(m => m.BallotId == paper.BallotId && m.ParticipantId == paper.ParticipantId && m.Value != null),
                    }).Take(MostShown).ToListAsync(ct))
            .Select(b => new Contribution($"/ballots/{b.BallotId}{(b.Method == BallotMethod.AgreeDisagreePass ? "/marks" : "")}", b.Title, b.CastAt,
                b.WithdrawnAt is not null ? "You took it back" : b.Method != BallotMethod.AgreeDisagreePass ? "Counted" : b.Marks == 1 ? "Counted: 1 statement" : $"Counted: {b.Marks:N0} statements"))];
}
