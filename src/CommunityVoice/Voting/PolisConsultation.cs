using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Search;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Voting;

/// <summary>Finds or makes the closed consultation and the ballot that stand for an imported conversation.</summary>
internal sealed class PolisConsultation(CommunityVoiceDb db, SearchIndex search)
{
    private const string BallotTitle = "What do you agree with?";
    private const string Elsewhere = "This conversation was held elsewhere, is over, and is shown here as it was.";

    public async Task<Ballot> FindOrMakeAsync(PolisFolder conversation, PolisOptions options, CancellationToken ct)
    {
        var slug = options.Slug ?? Slug.Of(conversation.Topic, Consultation.SlugMaxLength);
        var ballot = await db.Ballots.Include(b => b.Consultation).SingleOrDefaultAsync(b => b.Consultation.Slug == slug && b.Title == BallotTitle, ct);
        if (ballot is not null) return ballot;
        if (await db.Consultations.AnyAsync(c => c.Slug == slug, ct))
            throw new InvalidDataException($"The consultation {slug} is there already and is no import: name another with --slug.");

        var consultation = new Consultation(Short(conversation.Topic, Consultation.TitleMaxLength), slug, Question(conversation),
            await AreaAsync(options.Area, ct), await BodyAsync(options.Body, ct));
        var times = conversation.Statements.Select(s => s.At).DefaultIfEmpty(DateTimeOffset.UnixEpoch).ToList();
        consultation.Describe(Facts(conversation, options, consultation.Question, UkTime.Day(times.Min()), UkTime.Day(times.Max())));
        consultation.Publish(consultation.OpensAt!.Value);
        ballot = new Ballot(consultation, BallotTitle, new BallotRules(BallotMethod.AgreeDisagreePass), consultation.OpensAt.Value, consultation.ClosesAt);
        ballot.SealForGood(consultation.ClosesAt!.Value); // nobody votes here, so nothing ever waits to be sealed
        db.Ballots.Add(ballot);
        await db.SaveChangesAsync(ct);
        await search.PutAsync(consultation, ct);
        return ballot;
    }

    private static ConsultationFacts Facts(PolisFolder conversation, PolisOptions options, string question, DateOnly opens, DateOnly closes) => new(
        Short(conversation.Topic, Consultation.TitleMaxLength), question,
        DecisionMaker: Consultation.NobodyHere, DecidesOn: null,
        Why: $"{conversation.Description}\n\n{Attribution(conversation, options)}".Trim(),
        CanChange: Elsewhere, CannotChange: Elsewhere, Options: "People wrote statements, and others agreed, disagreed or passed.",
        CostsAndImpacts: "Not known here.", PlannedAudience: "Whoever the conversation reached.", Equality: new(Elsewhere, Elsewhere, Elsewhere, Elsewhere),
        opens, closes, PeriodReason: Elsewhere, SummaryDueOn: null, LegalHook: "none", Involvement: Involvement.OtherwiseInvolved);

    // The statement that the licence asks for, word for word; the addresses are where the conversation comes from.
    private static string Attribution(PolisFolder conversation, PolisOptions options) =>
        "Data was gathered using the Polis software (compdemocracy.org/polis) and is sub-licensed under CC BY 4.0 with Attribution to "
        + "The Computational Democracy Project. The data and more information about how the data was collected can be found at the following link(s): "
        + $"{options.Source ?? "https://github.com/compdemocracy/openData"} {conversation.Url}".Trim();

    private async Task<Area> AreaAsync(string? slug, CancellationToken ct) => slug is null
        ? await db.Areas.OrderByDescending(a => a.Level == AreaLevel.Place).ThenBy(a => a.Id).FirstOrDefaultAsync(ct)
            ?? throw new InvalidDataException("There is no area yet: run \"import areas\" first.")
        : await db.Areas.SingleOrDefaultAsync(a => a.Slug == slug, ct)
            ?? throw new InvalidDataException($"There is no area {slug}.");

    private async Task<Body> BodyAsync(string? slug, CancellationToken ct)
    {
        const string Imported = "imported-conversation";
        if (await db.Bodies.SingleOrDefaultAsync(b => b.Slug == (slug ?? Imported), ct) is { } body) return body;
        return slug is null
            ? new Body("Imported conversation", Imported, BodyKind.Other, Elsewhere)
            : throw new InvalidDataException($"There is no body {slug}.");
    }

    private static string Question(PolisFolder conversation)
    {
        var first = conversation.Description.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return Short(first ?? conversation.Topic, Consultation.QuestionMaxLength);
    }

    private static string Short(string text, int most) => text.Length <= most ? text : $"{text.AsSpan(0, most - 1)}…";
}
