using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.BrowserTests;

/// <summary>Adds a consultation with a vote of each method to the prepared place, so that journeys do not hang on what the demo place shows.</summary>
public static class VotesOfEveryMethod
{
    public const string Address = "/consultations/a-better-bus";

    /// <summary>The vote in which two papers look as if they came from one person.</summary>
    public const string PatternsIn = "Which stops need work first?";

    public static async Task AddAsync(string connectionString)
    {
        var options = new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = connectionString + ";Pooling=False" };
        await using var db = new CommunityVoiceDb((DbContextOptions<CommunityVoiceDb>)new DbContextOptionsBuilder<CommunityVoiceDb>().UseProvider(options).Options);
        var now = TimeProvider.System.GetUtcNow();
        var today = UkTime.Day(now);
        var consultation = new Consultation("A better bus", "a-better-bus", "What would make you take the bus?", await db.Areas.SingleAsync(a => a.Slug == "rivermead"), await db.Bodies.OrderBy(b => b.Id).FirstAsync());
        consultation.Describe(new(
            "A better bus", "What would make you take the bus?", "Rivermead Council", today.AddDays(120), "The contract for the 14 is let anew next year.",
            "Where it goes, when, and what it costs.", "That there is a bus.", "More buses, better stops or a lower fare.", "£60,000 is set aside.", "Everybody who lives or works here.",
            new("Every stop has a ramp.", "Older people use it most; we ask at the day centre.", "People meet on the bus.", "Seats at every stop."), today.AddDays(-7), today.AddDays(30), "Agreed with the council.", today.AddDays(60), "none", Involvement.Consulted));
        consultation.Publish(now.AddDays(-8));

        db.Add(Of(consultation, "What would help you take the bus?", new(BallotMethod.Support),
            "A shelter at the clinic|So that nobody waits in the rain after an appointment.", "Times on a screen", "A bus after ten at night", "Room for two wheelchairs"));
        db.Add(Of(consultation, PatternsIn, new(BallotMethod.Pick) { MostPicks = 3 },
            "Mill Lane|No kerb, and the sign is hidden by a hedge.", "Weir Road", "The clinic", "Old Town square", "Northfield school"));
        db.Add(Of(consultation, "What should the 14 do next year?", new(BallotMethod.Rank) { WhoMayVote = VoterTier.PostcodeInArea },
            "Run every twenty minutes|Today it is every forty.", "Go by the hospital", "Run on Sundays", "Cost a pound for everybody"));
        db.Add(Of(consultation, "What do you think of the bus?", new(BallotMethod.AgreeDisagreePass) { TakesStatements = true },
            "I would leave the car at home if the bus ran every twenty minutes", "Drivers wait until older people sit down", "The fare is fair", "I feel safe at the stop after dark"));
        db.Add(Of(consultation, "How should we spend £60,000 on the bus?", new(BallotMethod.Budget) { Budget = 6_000_000 },
            "Three shelters|With seats and light, at the clinic, the school and Weir Road. £30,000", "Screens with times £18,000", "A Sunday service for a year £25,000", "Raised kerbs at five stops £12,000"));
        await db.SaveChangesAsync();
        await VoteTwiceAsync(db, options);
    }

    // Two addresses of one mailbox choose the same stops: something for staff to find.
    private static async Task VoteTwiceAsync(CommunityVoiceDb db, DatabaseOptions options)
    {
        using var turn = new WriteTurn();
        await using var gate = new WriteGate(Microsoft.Extensions.Options.Options.Create(options), turn, new PageVersions());
        var ballot = await db.Ballots.Include(b => b.Consultation).Include(b => b.Priorities).SingleAsync(b => b.Title == PatternsIn);
        foreach (var number in new[] { 1, 2 })
        {
            var person = new Person($"sam+{number}@post.example", $"Sam {number}", TimeProvider.System.GetUtcNow());
            db.Add(person);
            await db.SaveChangesAsync();
            var participant = await new Participants(db).ForAsync(person.Id, default);
            await new BallotBox(gate, TimeProvider.System).CastAsync(ballot, participant, BallotIdsText.Write(ballot.Priorities.Take(2).Select(o => o.Id)), default);
        }
    }

    // Written as "title|detail £cost".
    private static Ballot Of(Consultation consultation, string title, BallotRules rules, params string[] options)
    {
        var ballot = new Ballot(consultation, title, rules, consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var option in options)
        {
            var (words, cost) = rules.Method == BallotMethod.Budget && option.Split(" £") is [var before, var price] ? (before, Money.Read(price)) : (option, null);
            var parts = words.Split('|');
            ballot.Priorities.Add(new Priority(ballot, parts[0], parts.Length > 1 ? parts[1] : "", ballot.Priorities.Count + 1, cost: cost));
        }
        return ballot;
    }
}
