using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>What an import is to make of a conversation, where the folder itself does not say.</summary>
public sealed record PolisOptions(string? Slug = null, string? Area = null, string? Body = null, string? Source = null);

/// <summary>What the database holds of an imported conversation.</summary>
public sealed record PolisTotals(string Slug, int People, int Comments, int Votes);

/// <summary>
/// Takes in a conversation of the open Polis data: a closed consultation, its statements as comments with their original times, a ballot
/// to agree, disagree or pass with a priority per statement, a participant per voter, and everybody's current votes. Running it again adds only what is missing.
/// </summary>
public sealed class PolisImport(CommunityVoiceDb db, TallyCheck tallies, SearchIndex search)
{
    /// <summary>Stands where a rule of ours would: that conversation's own moderators took the statement out.</summary>
    public const string TakenOutThere = "Taken out in that conversation";
    private const int MarksTogether = 25_000;

    /// <summary>Imports and answers the totals; <paramref name="tell"/> hears how far it is.</summary>
    public async Task<PolisTotals> ImportAsync(PolisFolder conversation, PolisOptions options, Action<string> tell, CancellationToken ct)
    {
        var ballot = await db.TransactAsync(() => new PolisConsultation(db, search).FindOrMakeAsync(conversation, options, ct), ct);
        tell($"{conversation.Statements.Count:N0} comments");
        await db.TransactAsync(() => AddStatementsAsync(ballot, conversation.Statements, ct), ct);
        tell($"{conversation.Voters.Count:N0} people");
        var people = await db.TransactAsync(() => AddParticipantsAsync(ballot, conversation.Voters, ct), ct);
        await AddMarksAsync(ballot, conversation.Marks, people, tell, ct);
        await db.TransactAsync(() => CountAsync(ballot, ct), ct);
        return await TotalsAsync(ballot, ct);
    }

    private async Task AddStatementsAsync(Ballot ballot, IReadOnlyList<PolisStatement> statements, CancellationToken ct)
    {
        var consultation = ballot.Consultation;
        var known = await db.Comments.Where(c => c.ConsultationId == consultation.Id && c.ImportKey != null).Select(c => c.ImportKey!).ToHashSetAsync(ct);
        var added = new List<(PolisStatement Statement, Comment Comment)>();
        foreach (var statement in statements.Where(s => !known.Contains(Key(s))))
        {
            var author = new Author(null, $"Participant {statement.AuthorId}", Voice.NotSaid);
            var comment = new Comment(consultation, author, statement.Body.Length == 0 ? "(no text)" : statement.Body, statement.At).ImportedAs(Key(statement));
            if (statement.Moderated < 0) comment.Remove(TakenOutThere, statement.At);
            added.Add((statement, comment));
        }
        db.Comments.AddRange(added.Select(a => a.Comment));
        await db.SaveChangesAsync(ct); // gives the comments their ids

        foreach (var (statement, comment) in added)
        {
            db.Priorities.Add(Priority.OfComment(ballot, comment, Short(comment.Body, Priority.TitleMaxLength),
                comment.Body.Length > Priority.TitleMaxLength ? Short(comment.Body, Priority.DetailMaxLength) : "", statement.Id));
            if (comment.IsVisible)
            {
                await search.PutAsync(SearchKind.Comment, comment.Id, $"Comment on {consultation.Title}", comment.Body,
                    $"/consultations/{consultation.Slug}/comments/{comment.Id}", comment.PostedAt, ct);
            }
        }
        await db.SaveChangesAsync(ct);
    }

    private async Task<Dictionary<int, Guid>> AddParticipantsAsync(Ballot ballot, IReadOnlyList<int> voters, CancellationToken ct)
    {
        var prefix = $"{ballot.Consultation.Slug}/";
        var known = await db.Participants.Where(p => p.ImportKey != null && p.ImportKey.StartsWith(prefix))
            .ToDictionaryAsync(p => p.ImportKey!, p => p.Id, StringComparer.Ordinal, ct);
        var people = new Dictionary<int, Guid>();
        foreach (var voter in voters)
        {
            if (!known.TryGetValue($"{prefix}{voter}", out var id))
            {
                id = Guid.NewGuid();
                db.Participants.Add(new Participant(id) { ImportKey = $"{prefix}{voter}" });
            }
            people.Add(voter, id);
        }
        await db.SaveChangesAsync(ct);
        return people;
    }

    private async Task AddMarksAsync(Ballot ballot, IReadOnlyList<PolisMark> votes, Dictionary<int, Guid> people, Action<string> tell, CancellationToken ct)
    {
        var priorities = await db.Priorities.Where(p => p.BallotId == ballot.Id).ToDictionaryAsync(p => p.Order, p => p.Id, ct);
        db.ChangeTracker.Clear();
        var done = 0;
        // In the order of the table's key, so that the database fills page after page.
        foreach (var some in votes.Select(v => new Mark(ballot.Id, priorities[v.StatementId], people[v.VoterId], v.Value))
            .OrderBy(m => m.PriorityId).ThenBy(m => m.ParticipantId).Chunk(MarksTogether))
        {
            await db.TransactAsync(() => BulkMarks.PutAsync(db, some, ct), ct);
            tell($"{done += some.Length:N0} of {votes.Count:N0} votes");
        }
    }

    private async Task CountAsync(Ballot ballot, CancellationToken ct)
    {
        await tallies.RebuildAsync(ballot.Id, ct);
        await CommentCounts.RecountAsync(db, ballot.ConsultationId, ct);
        db.Touch(PageTag.Ballot(ballot.Id));
    }

    private async Task<PolisTotals> TotalsAsync(Ballot ballot, CancellationToken ct)
    {
        var prefix = $"{ballot.Consultation.Slug}/";
        return new(
            ballot.Consultation.Slug,
            await db.Participants.CountAsync(p => p.ImportKey != null && p.ImportKey.StartsWith(prefix), ct),
            await db.Comments.CountAsync(c => c.ConsultationId == ballot.ConsultationId, ct),
            await db.Marks.CountAsync(m => m.BallotId == ballot.Id, ct));
    }

    private static string Key(PolisStatement statement) => $"statement {statement.Id}";

    private static string Short(string text, int most) => text.Length <= most ? text : $"{text.AsSpan(0, most - 1)}…";
}
