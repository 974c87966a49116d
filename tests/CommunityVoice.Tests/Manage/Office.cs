using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

/// <summary>An area with a body and its staff, and ballots of every method for them to work on.</summary>
public sealed class Office(Site site)
{
    public Area Place { get; } = A.Area();
    public Body Body { get; } = A.Body();

    public static TheoryData<BallotMethod> Methods => [.. Enum.GetValues<BallotMethod>()];

    /// <summary>Somebody who may do these things in the area, at a browser.</summary>
    public async Task<Browser> StaffAsync(Capability may = Capability.Consult)
    {
        var person = A.Person("Tom W");
        await site.SaveAsync(person, Place, Body);
        await site.SaveAsync(A.Membership(person, Place, may, Body));
        return new(site, person.Id);
    }

    /// <summary>Somebody who may do the same, but elsewhere.</summary>
    public async Task<Browser> StrangerAsync(Capability may)
    {
        var (elsewhere, person) = (A.Area($"Elsewhere {Guid.NewGuid():N}"), A.Person());
        await site.SaveAsync(elsewhere, person);
        await site.SaveAsync(A.Membership(person, elsewhere, may));
        return new(site, person.Id);
    }

    public Consultation Consultation(bool published = true) => A.Consultation(area: Place, askedBy: Body, published: published);

    /// <summary>Three options, £20,000 each, £48,000 in all, five dots, two picks.</summary>
    public static Ballot Ballot(Consultation consultation, BallotMethod method, VoterTier who = VoterTier.EmailConfirmed, string title = "What should come first?")
    {
        var rules = new BallotRules(method) { DotsEach = 5, MostOnOne = 3, MostPicks = 2, Budget = 4_800_000, WhoMayVote = who };
        var ballot = new Ballot(consultation, title, rules, consultation.OpensAt!.Value, consultation.ClosesAt);
        foreach (var option in new[] { "A crossing", "Slower cars", "A warden" })
            ballot.Priorities.Add(new Priority(ballot, option, "", ballot.Priorities.Count + 1, cost: method == BallotMethod.Budget ? 2_000_000 : null));
        return ballot;
    }

    public Task PublishAsync() => site.DoAsync<CommunityVoiceDb>(async db =>
    {
        (await db.Consultations.SingleAsync(c => c.Slug == "safer-crossings")).Publish(site.Now);
        await db.SaveChangesAsync();
    });

    public Task<List<string>> VerbsAsync() => site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == nameof(Ballot)).OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync());

    /// <summary>Sends a form whose answer is a file.</summary>
    public static async Task<string> FileAsync(Browser browser, AngleSharp.Html.Dom.IHtmlDocument page, string button)
    {
        var form = Form.Find(page, [], button);
        var answer = await browser.SendAsync(form.Method, form.Address, form.Content);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        return await answer.Content.ReadAsStringAsync();
    }

    public static Dictionary<string, StringValues> Answers(params (string Field, string Value)[] answers) =>
        answers.ToDictionary(a => a.Field, a => new StringValues(a.Value), StringComparer.Ordinal);
}
