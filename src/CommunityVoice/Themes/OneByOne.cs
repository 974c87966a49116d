using CommunityVoice.Analysis.Text;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Themes;

/// <summary>A comment to be coded, with its themes, those in nearly the same words, and what might fit it.</summary>
public sealed record CommentToCode(Comment Comment, IReadOnlyList<long> Themes, int Copies, IReadOnlyList<ThemeSuggestion> Suggestions);

/// <summary>How many suggestions were answered, and how many of them taken.</summary>
public sealed record SuggestionRecord(int Accepted, int Answered);

/// <summary>Codes comments one after the other: the next without a theme, what might fit it, and undoing the last step.</summary>
public sealed class OneByOne(CommunityVoiceDb db, CodingDesk desk, TimeProvider clock)
{
    /// <summary>So many coded comments, the newest, are what suggestions rest on.</summary>
    private const int LearnsFrom = 2000;

    /// <summary>The first comment after this one that has no theme; of those in nearly the same words only one is asked about.</summary>
    public async Task<long?> NextAsync(long consultationId, long after, CancellationToken ct)
    {
        var uncoded = db.Comments.Visible().Where(c => c.ConsultationId == consultationId && !db.Codings.Any(x => x.CommentId == c.Id));
        return await db.OneEach(uncoded).Where(c => c.Id > after).OrderBy(c => c.Id).Select(c => (long?)c.Id).FirstOrDefaultAsync(ct);
    }

    public async Task<CommentToCode?> FindAsync(Consultation consultation, long id, IReadOnlyList<ThemeRow> themes, CancellationToken ct)
    {
        if (await db.Comments.AsNoTracking().Visible().SingleOrDefaultAsync(c => c.ConsultationId == consultation.Id && c.Id == id, ct) is not { } comment) return null;
        var has = await db.Codings.Where(x => x.CommentId == id).Select(x => x.ThemeId).ToListAsync(ct);
        var copies = await db.InSameWordsAsync(id, ct);
        return new(comment, has, copies.Count, await SuggestAsync(consultation.Id, comment, has, themes, ct));
    }

    /// <summary>
    /// Gives and takes off until the comment has, of the themes offered, just the chosen ones; themes of elsewhere stay.
    /// Keeps what became of each suggestion.
    /// </summary>
    public async Task<CodingStep> SaveAsync(
        long commentId, IReadOnlyCollection<long> chosen, IReadOnlyCollection<long> offered, IReadOnlyCollection<long> suggested, bool withCopies, Guid by, CancellationToken ct)
    {
        var now = Whole(clock.GetUtcNow());
        var has = await db.Codings.Where(x => x.CommentId == commentId).Select(x => x.ThemeId).ToListAsync(ct);
        var step = new CodingStep(commentId, now, [.. chosen.Except(has).Order()], [.. has.Except(chosen).Where(offered.Contains).Order()], withCopies);
        var comments = await CommentsOfAsync(step, ct);
        await db.TransactAsync(async () =>
        {
            if (step.Given.Count > 0) await desk.AssignAsync(step.Given, comments, by, ct);
            if (step.TakenOff.Count > 0) await desk.TakeOffAsync(step.TakenOff, comments, by, ct);
            await AnswerAsync(commentId, chosen, suggested, by, now, ct);
        }, ct);
        return step;
    }

    public async Task UndoAsync(CodingStep step, Guid by, CancellationToken ct)
    {
        var comments = await CommentsOfAsync(step, ct);
        await db.TransactAsync(async () =>
        {
            if (step.Given.Count > 0) await desk.UndoAsync(step.Given, comments, by, step.Since, ct);
            if (step.TakenOff.Count > 0) await desk.AssignAsync(step.TakenOff, comments, by, ct);
            await db.SuggestionAnswers.Where(a => a.CommentId == step.CommentId && a.ById == by && a.At >= step.Since).ExecuteDeleteAsync(ct);
        }, ct);
    }

    public async Task<SuggestionRecord> RecordAsync(long consultationId, CancellationToken ct)
    {
        var answers = await db.SuggestionAnswers.Where(a => a.Comment.ConsultationId == consultationId).GroupBy(a => a.IsAccepted)
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        return new(answers.Where(a => a.Key).Sum(a => a.Count), answers.Sum(a => a.Count));
    }

    // Microseconds are what both databases keep.
    private static DateTimeOffset Whole(DateTimeOffset at) => new(at.UtcTicks / 10 * 10, TimeSpan.Zero);

    private async Task<List<long>> CommentsOfAsync(CodingStep step, CancellationToken ct) =>
        step.WithCopies ? await db.InSameWordsAsync(step.CommentId, ct) : [step.CommentId];

    private async Task<IReadOnlyList<ThemeSuggestion>> SuggestAsync(long consultationId, Comment comment, List<long> has, IReadOnlyList<ThemeRow> themes, CancellationToken ct)
    {
        var coded = (await db.Codings.AsNoTracking().Where(x => x.ConsultationId == consultationId && x.CommentId != comment.Id).OrderByDescending(x => x.CommentId).ThenBy(x => x.ThemeId)
                .Take(LearnsFrom).Join(db.Comments.Visible(), x => x.CommentId, c => c.Id, (x, c) => new { c.Id, c.Body, x.ThemeId }).ToListAsync(ct))
            .GroupBy(x => x.Id).Select(g => new CodedText(g.Key, g.First().Body, [.. g.Select(x => x.ThemeId)]));
        return new ThemeSuggestions(themes.Where(t => !t.IsRetired).Select(t => new ThemeWords(t.Id, $"{t.Name} {t.About}")), coded).For(comment.Body, has);
    }

    private async Task AnswerAsync(long commentId, IReadOnlyCollection<long> chosen, IReadOnlyCollection<long> suggested, Guid by, DateTimeOffset now, CancellationToken ct)
    {
        if (suggested.Count == 0) return;
        var before = await db.SuggestionAnswers.Where(a => a.CommentId == commentId && a.ById == by && suggested.Contains(a.ThemeId)).ToDictionaryAsync(a => a.ThemeId, ct);
        foreach (var theme in suggested)
        {
            if (before.TryGetValue(theme, out var answer)) answer.Answer(chosen.Contains(theme), now);
            else db.SuggestionAnswers.Add(new SuggestionAnswer(commentId, theme, by, chosen.Contains(theme), now));
        }
        await db.SaveChangesAsync(ct);
    }
}
