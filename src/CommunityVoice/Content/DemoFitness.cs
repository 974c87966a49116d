using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Says how fit the items of the invented place's review are, and plays what bodies were asked and answered.</summary>
internal sealed class DemoFitness(CommunityVoiceDb db, DemoFiles files, DemoDays days, WorkingDays workingDays)
{
    private readonly DemoReviewFile from = files.Review;

    public async Task SaveAsync(CancellationToken ct)
    {
        var review = await db.Reviews.Whole().SingleAsync(r => r.Slug == from.Review, ct);
        if (review.Judgements.Count > 0) return;
        var (board, author) = (await BodyAsync(from.By, ct), await PersonAsync(from.Author, ct));
        foreach (var one in from.Judgements)
        {
            var findings = await db.Findings.Where(f => one.Findings.Contains(f.Heading)).ToListAsync(ct);
            var text = new JudgementText(one.Now, one.Future, one.Reason, one.Needs, one.Source, findings)
            {
                Partners = one.Partners.Aggregate(PartnerTypes.None, (all, kind) => all | kind),
                Cited = new(one.Document, one.Page, one.Quote, await VersionAsync(one, ct)),
            };
            review.Judge(review.Items.Single(i => i.Code == one.Item), text, board, author, days.At(one.At));
        }
        foreach (var one in from.Questions) await AskAsync(review, one, ct);
        foreach (var one in from.Partners) review.AskToSign(await BodyAsync(one.Body, ct), days.At(one.At));
        foreach (var one in from.Impacts) await ProposeAsync(review, one, board, author, ct);
        foreach (var one in from.Meetings) review.Invite(new(one.Title, days.At(one.Begins), days.At(one.Ends), one.Place, one.Join, one.How, one.Access), days.At(-9));
        foreach (var one in from.Threads) await TieAsync(review, one, board, author, ct);
        await db.SaveChangesAsync(ct);
    }

    private async Task TieAsync(Review review, DemoItemThread one, Body board, Guid author, CancellationToken ct)
    {
        var root = await db.Comments.Include(c => c.Consultation).OrderBy(c => c.Id).FirstAsync(c => c.RootId == null && c.Body.StartsWith(one.Begins), ct);
        var thread = review.Tie(review.Items.Single(i => i.Code == one.Item), root, days.Day(one.Until), board, author, days.At(one.At));
        if (one.Ended is not { } ended) return;
        var actions = await db.StrategyActions.Include(a => a.Version.Strategy).Where(a => one.Actions.Contains(a.Title)).ToListAsync(ct);
        thread.End([.. actions.Select(a => new ActionRef(a.Version.Strategy, a.Number))], one.NoAction, author, days.At(ended));
    }

    // Where the document is one of the place's own, its words are looked up as they are when staff quote them.
    private async Task<DocumentVersion?> VersionAsync(DemoJudgement one, CancellationToken ct)
    {
        if (await db.Documents.Include(d => d.Consultation).Include(d => d.Sections).Include(d => d.Versions).ThenInclude(v => v.Sections).AsSplitQuery().SingleOrDefaultAsync(d => d.Title == one.Document, ct) is not { } document) return null;
        document.KeepFirst();
        var version = document.Versions.MaxBy(v => v.Number)!;
        return CitedSource.StandsIn(one.Quote, version) ? version : throw new InvalidDataException($"review.yaml: \"{one.Quote}\" does not stand in {one.Document}.");
    }

    private async Task ProposeAsync(Review review, DemoImpact one, Body board, Guid author, CancellationToken ct)
    {
        var (first, second) = (await BodyAsync(one.Between[0], ct), await BodyAsync(one.Between[1], ct));
        var impact = review.Propose(review.Items.Single(i => i.Code == one.Item), one.Text, first, second, board, author, days.At(one.At));
        foreach (var step in one.Agreed)
        {
            var person = await PersonAsync(step.By, ct);
            var key = files.Place.People.Single(p => p.Key == step.By).For;
            var body = await BodyAsync(key!, ct);
            impact.Parties.Single(p => p.Body == body).Sign(person, days.At(step.At));
        }
    }

    private async Task AskAsync(Review review, DemoQuestion one, CancellationToken ct)
    {
        var at = days.At(one.At);
        if (workingDays.DueAfter(UkTime.Day(at)) is not { } due) return;
        var question = review.Ask(
            review.Items.Single(i => i.Code == one.Item), await BodyAsync(one.To, ct), one.Text, one.Why,
            await BodyAsync(one.From, ct), await PersonAsync(one.Author, ct), due, at);
        foreach (var said in one.Answers)
        {
            var answer = question.Answer(said.Text, said.Evidence, said.Known is { } known ? days.Day(known) : null, await PersonAsync(said.By, ct), days.At(said.At));
            if (said.Rating is { } rating) answer.Rate(rating, said.Because, await PersonAsync(said.Rater, ct), days.At(said.Rated));
        }
    }

    private Task<Body> BodyAsync(string key, CancellationToken ct)
    {
        var name = files.Place.Bodies.Single(b => b.Key == key).Name;
        return db.Bodies.SingleAsync(b => b.Name == name, ct);
    }

    private Task<Guid> PersonAsync(string key, CancellationToken ct)
    {
        var email = files.Place.People.Single(p => p.Key == key).Email;
        return db.People.Where(p => p.Email == email).Select(p => p.Id).SingleAsync(ct);
    }
}
