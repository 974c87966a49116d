using CommunityVoice.Activity;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Search;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Content;

/// <summary>Saves the review, the consultations with their papers and votes, and the listening spaces of the invented place.</summary>
internal sealed class DemoConsultations(CommunityVoiceDb db, DemoConsultationsFile file, DemoCast cast, DemoDays days)
{
    private readonly Dictionary<string, Consultation> saved = [];
    private readonly SearchIndex search = new(db);

    /// <summary>Answers the consultations and listening spaces by their keys.</summary>
    public async Task<Dictionary<string, Consultation>> SaveAsync(CancellationToken ct)
    {
        var framework = await db.Frameworks.SingleOrDefaultAsync(f => f.Slug == file.Review.Framework, ct);
        var review = new Review($"{file.Review.Title} {days.Day(0).Year}", "neighbourhood-review", cast.Areas[file.Review.Area], framework, file.Review.About.Trim());
        foreach (var sponsor in file.Review.Sponsors) review.SponsorBy(cast.Bodies[sponsor]);
        db.Reviews.Add(review);

        foreach (var from in file.Spaces) AddSpace(from);
        foreach (var from in file.Consultations) AddConsultation(from, review);
        await db.SaveChangesAsync(ct);

        await new DemoIdeas(db, file.Ideas, cast, days).SaveAsync(saved, ct);
        foreach (var from in file.Consultations)
        {
            foreach (var (document, order) in from.Documents.Select((d, i) => (d, i + 1))) AddDocument(saved[from.Key], document, order);
            if (from.Ballot is { } ballot) await AddBallotAsync(saved[from.Key], ballot, ct);
            Assess(saved[from.Key], Dataset.Breakdowns, from.Assessment);
        }
        foreach (var consultation in saved.Values)
        {
            Assess(consultation, Dataset.Heard, file.SaidAssessment);
            Assess(consultation, Dataset.Comments, file.SaidAssessment);
            db.ActivityEntries.Add(new ActivityEntry(
                cast.People["editor"].Id, "consultation.published", nameof(Consultation), consultation.Id, null, consultation.PublishedAt!.Value));
            await search.PutAsync(consultation, ct);
        }
        await db.SaveChangesAsync(ct);
        return saved;
    }

    private void AddSpace(DemoSpace from)
    {
        var area = cast.Areas[from.Area];
        var space = new Consultation(from.Title, Slug.Of(from.Title), "What would you like to start, change or have help with?", area, cast.Bodies["voice"], isListeningSpace: true);
        space.Describe(new(
            from.Title, "What would you like to start, change or have help with?", "", null,
            $"Something you would like to see, start or have help with in {area.Name}? It never closes, and a person reads every idea.",
            "", "", "", "", "", EqualityRecord.None, days.Day(from.Opened), null, null, null));
        space.Publish(days.At(from.Opened, 10));
        db.Consultations.Add(saved[from.Key] = space);
    }

    private void AddConsultation(DemoConsultation from, Review review)
    {
        var consultation = new Consultation(from.Title, from.Slug, from.Question, cast.Areas[from.Area], cast.Bodies[from.By], review);
        var (opens, closes) = (days.Day(from.Opens), days.Day(from.Closes));
        consultation.Describe(new(
            from.Title, from.Question, cast.Bodies[from.Decider].Name, days.Day(from.Decides), $"{from.About.Trim()}\n\n{from.Why.Trim()}",
            from.CanChange, from.CannotChange, from.Options.Trim(), from.Costs.Trim(), from.Audience, new(from.Equality.Ends.Trim(), from.Equality.Advances.Trim(), from.Equality.Fosters.Trim(), from.Equality.Mitigations.Trim()), opens, closes,
            PublishingChecks.NeedsReason(opens, closes) ? "The board needs what people say in time for its budget." : null, closes.AddDays(84), from.Hook, from.Involves));
        consultation.Publish(days.At(from.Published, 10));
        consultation.Events.AddRange(from.Events.Select(e => new PublicEvent(consultation, new(e.Title, days.At(e.Begins), days.At(e.Ends), e.Place, e.Join, e.How, e.Access), days.At(from.Published, 10))));
        db.Consultations.Add(saved[from.Key] = consultation);
        foreach (var group in from.Reach)
            db.PlannedGroups.Add(new PlannedGroup(consultation, new(group.Name, group.Voice, group.Why, group.How, group.Aim), days.At(from.Published, 9)));
    }

    private void Assess(Consultation consultation, Dataset dataset, DemoAssessment from)
    {
        var (editor, at) = (cast.People["editor"].Id, consultation.PublishedAt!.Value);
        var answers = new DisclosureAnswers(from.Population, from.Sensitivity, from.Linkability, from.Reasons.Trim());
        db.DisclosureAssessments.Add(new DisclosureAssessment(consultation.Id, dataset, answers, mayBePublished: true, editor, at));
        db.ActivityEntries.Add(new ActivityEntry(editor, "consultation.disclosure-assessed", nameof(Consultation), consultation.Id, $"{dataset}: may be published", at));
    }

    private void AddDocument(Consultation consultation, DemoDocument from, int order)
    {
        var document = new Document(consultation, from.Title, Slug.Of(from.Title), order);
        db.Documents.Add(document); // gives it the consultation's number, which its sections copy
        foreach (var (section, number) in from.Sections.Select((s, i) => (s, i + 1)))
        {
            document.Sections.Add(new DocumentSection(document, Slug.Of(section.Heading), section.Heading, section.Text.Trim(), number));
        }
    }

    private async Task AddBallotAsync(Consultation consultation, DemoBallot from, CancellationToken ct)
    {
        var ballot = new Ballot(consultation, from.Title, BallotRules.Dots(from.Dots, from.Cap), consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var (priority, order) in from.Priorities.Select((p, i) => (p, i + 1)))
        {
            var idea = priority.From is null ? null : await db.Ideas.SingleAsync(i => i.Title == priority.From, ct);
            ballot.Priorities.Add(new Priority(
                ballot, priority.Title, priority.About, order, idea is null ? PriorityOrigin.Written : PriorityOrigin.Idea, idea?.Id));
        }
        db.Ballots.Add(ballot);
    }
}
