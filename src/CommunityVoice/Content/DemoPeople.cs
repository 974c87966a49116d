using System.Globalization;
using System.Text.Json;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;

namespace CommunityVoice.Content;

/// <summary>The areas, bodies and people of the invented place by their keys.</summary>
internal sealed record DemoCast(Dictionary<string, Area> Areas, Dictionary<string, Body> Bodies, Dictionary<string, Person> People)
{
    /// <summary>Gives a comment the support of so many people, one after another, never its author's own and never before or after its time.</summary>
    public void Support(CommunityVoiceDb db, Comment comment, int people, DateTimeOffset from, DateTimeOffset until)
    {
        var others = People.Values.Where(p => p.Id != comment.AuthorId).ToList();
        for (var i = 0; i < people; i++)
        {
            var at = from + (until - from) * ((i + 1.0) / (people + 1));
            db.CommentSupports.Add(new CommentSupport(comment.Id, others[(int)((comment.Id * 7 + i) % others.Count)].Id, at));
        }
    }
}

/// <summary>Saves the areas, bodies, remits and people of the invented place.</summary>
internal sealed class DemoPeople(CommunityVoiceDb db, DemoPlaceFile place, DemoDays days)
{
    private readonly DemoCast cast = new([], [], []);

    public async Task<DemoCast> SaveAsync(CancellationToken ct)
    {
        foreach (var area in place.Areas) AddArea(area);
        foreach (var body in place.Bodies) db.Bodies.Add(cast.Bodies[body.Key] = new Body(body.Name, Slug.Of(body.Name), Enum.Parse<BodyKind>(body.Kind), body.About));
        foreach (var remit in place.Remits)
        {
            var given = cast.Bodies[remit.Body].Grant(cast.Areas[remit.Area], All(remit.May), remit.Label, remit.Basis, days.Day(remit.From),
                remit.Until is { } until ? days.Day(until) : null, remit.Commissioned is { } by ? cast.Bodies[by] : null);
            if (remit.Budget is { } budget) given.HoldBudget(budget, days.Day(remit.BudgetFrom));
        }
        foreach (var body in place.Bodies) cast.Bodies[body.Key].IsNoPublicAuthority(body.NoPublicAuthority);
        foreach (var standing in place.Standings)
            db.BodyStandings.Add(new BodyStanding(cast.Bodies[standing.Body], standing.Kind, standing.HostedBy, days.Day(standing.From), standing.Note, null, days.At(standing.From, 10)));
        foreach (var election in place.Elections) AddElection(election);
        foreach (var transfer in place.Transfers) AddTransfer(transfer);
        await db.SaveChangesAsync(ct); // people and postcodes name their area by its number, and agreements their bodies
        foreach (var area in place.Areas) AddPostcodes(area);
        foreach (var (person, number) in place.People.Select((p, i) => (p, i))) AddPerson(person, number);
        foreach (var sharing in place.Sharing) AddSharing(sharing);
        await db.SaveChangesAsync(ct);
        return cast;
    }

    private void AddArea(DemoArea from)
    {
        var area = new Area(from.Formerly ?? from.Name, from.Key, Enum.Parse<AreaLevel>(from.Level), population: from.Population);
        if (from.Formerly is not null) area.Rename(from.Name, days.Day(from.Renamed));
        if (from.From is { } begins) area.Begin(days.Day(begins));
        if (from.Until is { } ends) area.End(days.Day(ends), from.Because);
        if (from.Boundary is [var first, ..])
            area.Draw(JsonSerializer.Serialize(new { type = "Polygon", coordinates = new[] { from.Boundary.Append(first) } }));
        db.Areas.Add(cast.Areas[from.Key] = area);
        if (from.In is not null) db.AreaLinks.Add(new AreaLink(cast.Areas[from.In], AreaLinkKind.Contains, area, area.StartsOn));
        foreach (var heir in from.Into) db.AreaLinks.Add(new AreaLink(cast.Areas[heir], AreaLinkKind.Succeeds, area, area.EndsOn));

        foreach (var (count, tenth) in from.Deprivation.Select((count, i) => (count, i + 1)))
        {
            if (count > 0) db.AreaDeprivations.Add(new AreaDeprivation(area, AreaFiles.DeprivationEdition, tenth, count));
        }
        var year = days.Day(-365).Year.ToString(CultureInfo.InvariantCulture);
        foreach (var (group, people) in new (string, int)[]
        {
            ("persons", from.Population), ("female", from.Population * 51 / 100), ("male", from.Population - from.Population * 51 / 100),
            ("0-15", from.Population * 18 / 100), ("65+", from.Population * 21 / 100), ("16-64", from.Population - (from.Population * 18 / 100) - (from.Population * 21 / 100)),
        }) db.AreaPopulations.Add(new AreaPopulation(area, year, group, people));
    }

    private void AddTransfer(DemoTransfer from)
    {
        var transfer = new ResourceTransfer(cast.Bodies[from.From], cast.Areas[from.FromArea], cast.Bodies[from.To], cast.Areas[from.ToArea],
            new(from.Pounds * 100, days.Day(from.On), from.For, from.Source), null, days.At(from.On, 11));
        db.ResourceTransfers.Add(transfer);
        if (from.TakenBack is { } because) db.ResourceTransfers.Add(transfer.TakeBack(because, days.Day(from.TakenBackOn), null, days.At(from.TakenBackOn, 11)));
    }

    private void AddSharing(DemoSharing from)
    {
        var agreement = new SharingAgreement(cast.Areas[from.Area], cast.Bodies[from.Lead],
            new(from.What, from.Safeguarding, from.Access, from.Breaches, days.Day(from.From), days.Day(from.Until), from.Assessment, from.AssessmentLink, days.Day(from.Assessed), from.Notice, from.Months),
            Signer(from.Lead), days.At(from.Assessed + 1, 10));
        foreach (var body in from.With) agreement.Ask(cast.Bodies[body], days.At(from.Assessed + 2, 10));
        foreach (var (body, on) in from.With.Prepend(from.Lead).Zip(from.Signatures))
            agreement.Parties.Single(p => p.Body == cast.Bodies[body]).Sign(Signer(body), days.At(on, 11));
        db.SharingAgreements.Add(agreement);
    }

    private Guid Signer(string body) => cast.People[place.People.First(p => p.For == body).Key].Id;

    private void AddElection(DemoElection from)
    {
        var polling = days.Day(from.Polling);
        polling = polling.AddDays(DayOfWeek.Thursday - polling.DayOfWeek);
        db.ElectionPeriods.Add(new ElectionPeriod(cast.Areas[from.Area], from.Name, polling.AddDays(1 - from.Days), polling));
    }

    private void AddPostcodes(DemoArea from)
    {
        if (from.Boundary is []) return;
        var (longitude, latitude) = (from.Boundary.Average(p => p[0]), from.Boundary.Average(p => p[1]));
        foreach (var postcode in from.Postcodes)
        {
            db.Postcodes.Add(new Postcode(postcode.Replace(" ", "", StringComparison.Ordinal), cast.Areas[from.Key].Id, null, null, longitude, latitude));
        }
    }

    private void AddPerson(DemoPerson from, int number)
    {
        var joined = days.At(-320 + number * 3);
        var person = new Person(from.Email, from.Name, joined) { EmailConfirmed = true };
        person.SpeakAs(Enum.Parse<Voice>(from.Voice), from.For is null ? from.Title : null);
        person.LiveIn(cast.Areas[from.Area].Id, showsArea: number % 7 != 6); // some would rather not say
        db.People.Add(cast.People[from.Key] = person);
        if (from.For is not null) db.Memberships.Add(new Membership(person.Id, cast.Bodies[from.For], All(from.May), from.Title ?? "Member", joined));
    }

    private static Capability All(IEnumerable<string> capabilities) =>
        capabilities.Select(Enum.Parse<Capability>).Aggregate(Capability.None, (all, one) => all | one);
}
