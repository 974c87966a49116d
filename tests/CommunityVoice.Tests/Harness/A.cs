using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Sharing;
using CommunityVoice.Voting;

namespace CommunityVoice.Tests;

/// <summary>Things to begin a test with, made by the entities' own methods; a test states only what matters to it.</summary>
public static class A
{
    private static int number;

    public static Person Person(string name = "Asha B", string? email = null, Voice voice = Voice.Resident, Area? area = null)
    {
        var person = new Person(email ?? $"person{Next()}@example.org", name, FakeClock.Start);
        person.SpeakAs(voice);
        if (area is not null) person.LiveIn(area.Id, showsArea: true);
        return person;
    }

    public static Area Area(string name = "Rivermead", AreaLevel level = AreaLevel.Place, int? population = null) =>
        new(name, Slug(name), level, population: population);

    public static Body Body(string name = "Rivermead Voice", BodyKind kind = BodyKind.VoiceBody) => new(name, Slug(name), kind);

    /// <summary>Open from a week ago for six weeks, unless said otherwise; says all that publishing asks for.</summary>
    public static Consultation Consultation(
        string title = "Safer crossings", Area? area = null, Body? askedBy = null, DateOnly? opens = null, DateOnly? closes = null, bool published = true)
    {
        var consultation = new Consultation(title, Slug(title), "What would help?", area ?? Area($"Place {Next()}"), askedBy ?? Body($"Body {Next()}"));
        consultation.Describe(new(
            title, "What would help?", "Rivermead Council", FakeClock.Today.AddDays(120), "Two people were hurt here last year.",
            "Where crossings go.", "The budget.", "Lights, a zebra crossing or a lower limit.", "£48,000 is set aside.",
            "Everybody who lives, works or learns nearby.", new("Nobody is turned away at a crossing.", "Older people and children cross most; we ask at the school and the day centre.", "Drivers and walkers talk at the parish meeting.", "Tactile paving at each crossing."),
            opens ?? FakeClock.Today.AddDays(-7), closes ?? FakeClock.Today.AddDays(35), "Agreed with the parish.", FakeClock.Today.AddDays(60), "none", Involvement.Consulted));
        if (published) consultation.Publish(FakeClock.Start.AddDays(-8));
        return consultation;
    }

    public static Consultation ListeningSpace(string title = "Rivermead listening space", Area? area = null, Body? askedBy = null)
    {
        var space = new Consultation(title, Slug(title), "What matters here?", area ?? Area($"Place {Next()}"), askedBy ?? Body($"Body {Next()}"), isListeningSpace: true);
        space.Describe(new(
            title, "What matters here?", "", null, "So that nothing waits for a consultation.", "", "", "", "", "", EqualityRecord.None,
            FakeClock.Today.AddDays(-100), null, null, null));
        space.Publish(FakeClock.Start.AddDays(-100));
        return space;
    }

    public static Comment Comment(Consultation consultation, Person author, string body = "The lights change too fast for my mother.") =>
        new(consultation, Author(author), body, FakeClock.Start.AddHours(-1));

    public static Author Author(Person person) => new(person.Id, person.DisplayName, person.Voice, person.ShowsArea ? person.AreaId : null);

    /// <summary>Five dots each, three at most on one, over these priorities.</summary>
    public static Ballot Ballot(Consultation consultation, params string[] priorities)
    {
        var ballot = new Ballot(consultation, "What should come first?", BallotRules.Dots(5, 3), consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var title in priorities is [] ? ["A crossing", "Slower cars", "A warden"] : priorities)
        {
            ballot.Priorities.Add(new Priority(ballot, title, "", ballot.Priorities.Count + 1));
        }
        return ballot;
    }

    /// <summary>A ballot by these rules; what an option costs stands behind it: "A zebra crossing £40,000".</summary>
    public static Ballot Ballot(Consultation consultation, BallotRules rules, params string[] options)
    {
        var ballot = new Ballot(consultation, "What should come first?", rules, consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var option in options is [] ? ["A crossing", "Slower cars", "A warden"] : options)
        {
            var parts = option.Split(" £");
            ballot.Priorities.Add(new Priority(ballot, parts[0], "", ballot.Priorities.Count + 1, cost: parts.Length > 1 ? Money.Read(parts[1]) : null));
        }
        return ballot;
    }

    /// <summary>A ballot of any method over three options or statements.</summary>
    public static Ballot BallotOf(BallotMethod method, Consultation? consultation = null)
    {
        consultation ??= Consultation();
        var rules = new BallotRules(method) { DotsEach = 5, MostOnOne = 3, MostPicks = 2, Budget = 75_000_00 };
        var ballot = new Ballot(consultation, "What should come first?", rules, consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var (title, cost) in new[] { ("A crossing", 40_000_00L), ("Slower cars", 30_000_00L), ("A warden", 20_000_00L) })
            ballot.Priorities.Add(new Priority(ballot, title, "", ballot.Priorities.Count + 1, cost: method == BallotMethod.Budget ? cost : null));
        return ballot;
    }

    /// <summary>A membership that lends the person these capabilities of a body which holds them over the area.</summary>
    public static Membership Membership(Person person, Area area, Capability capabilities, Body? body = null)
    {
        body ??= Body($"Body {Next()}");
        if (!body.Remits.Exists(r => r.Area == area && r.Capabilities.HasFlag(capabilities)))
        {
            body.Grant(area, capabilities, "The voice body", "Agreed locally", FakeClock.Today.AddDays(-365));
        }
        return new Membership(person.Id, body, capabilities, "Officer", FakeClock.Start.AddDays(-30));
    }

    /// <summary>Says all that an agreement on sharing asks for; holds from a month ago for a year, unless said otherwise.</summary>
    public static SharingFacts SharingFacts(DateOnly? from = null, DateOnly? until = null) => new(
        "Public comments and their themes.", "The safeguarding lead, 01632 960 021", "Whoever holds it", "The data protection officer, 01632 960 022",
        from ?? FakeClock.Today.AddDays(-30), until ?? FakeClock.Today.AddDays(335), "Assessment 7", "https://example.org/assessment-7", FakeClock.Today.AddDays(-60), "https://example.org/privacy", 24);

    /// <summary>An agreement by which these bodies share in the view of an area, signed for all of them by one person.</summary>
    public static SharingAgreement SharingAgreement(Area area, Person signer, Body lead, IReadOnlyList<Body> with, DateOnly? from = null, DateOnly? until = null)
    {
        var agreement = new SharingAgreement(area, lead, SharingFacts(from, until), signer.Id, FakeClock.Start.AddDays(-40));
        foreach (var body in with) agreement.Ask(body, FakeClock.Start.AddDays(-39));
        foreach (var party in agreement.Parties) party.Sign(signer.Id, FakeClock.Start.AddDays(-38));
        return agreement;
    }

    public static string Slug(string title) =>
        string.Join('-', new string([.. title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static int Next() => Interlocked.Increment(ref number);
}
