using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

/// <summary>The staff pages about unusual patterns: what they show, what they never show, and the way to two people's decision.</summary>
public sealed class UnusualPatternsTests : SiteTest
{
    private Office office = null!;
    private Ballot ballot = null!;

    private string Home => $"/manage/ballots/{ballot.Id}";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
        ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support));
    }

    [Fact]
    public async Task Patterns_are_shown_in_plain_words_without_choices_and_opening_them_is_recorded()
    {
        await VoteAsync("sam+1@site.example", "sam+2@site.example", "club1@site.example", "club2@site.example", "club3@site.example", "x@mailinator.com", "asha@site.example");
        var grace = await office.StaffAsync(Capability.Moderate);

        var page = await grace.FollowAsync(await grace.GetAsync("/manage/ballots"), "Unusual patterns of What should come first?");

        page.Shows("2 papers from addresses that lead to one mailbox");
        page.Shows("3 papers from addresses with the same name and numbers that follow one another");
        page.Shows("1 paper from a service for throw-away addresses");
        page.Shows("It may be innocent. Two members of a family may share a mailbox");
        page.DoesNotShow("asha@site.example");
        page.DoesNotShow("x@mailinator.com");
        page.DoesNotShow("A crossing");
        Assert.Equal(["ballot.patterns-opened"], await office.VerbsAsync());
        Assert.True(grace.Answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_burst_is_told_and_a_paper_that_was_changed_keeps_its_first_time()
    {
        for (var i = 0; i < 12; i++)
        {
            await VoteAsync($"one{i}x@site.example");
            Site.Clock.Advance(TimeSpan.FromHours(2));
        }
        await VoteAsync([.. Enumerable.Range(0, 12).Select(i => $"{(char)('a' + i)}@site.example")]);
        Site.Clock.Advance(TimeSpan.FromHours(2));
        await ChangeAsync();
        var grace = await office.StaffAsync(Capability.Moderate);

        var page = await grace.GetAsync($"{Home}/patterns");

        page.Shows("12 papers in 1 minute, where its busier hours bring 0.2 in ten minutes");
        page.Shows("a meeting where people voted together");
    }

    [Fact]
    public async Task One_person_proposes_another_confirms_and_everybody_is_told()
    {
        await VoteAsync([.. Enumerable.Range(1, 3).Select(i => $"sam+{i}@site.example"), .. Enumerable.Range(0, 20).Select(i => $"{(char)('a' + i)}x@site.example")]);
        var (grace, tom) = (await office.StaffAsync(Capability.Moderate), await office.StaffAsync(Capability.Moderate));

        var form = await grace.FollowAsync(await grace.GetAsync($"{Home}/patterns"), "Propose to leave some out");
        var refused = await grace.SubmitAsync(form, new() { ["Input.Papers"] = StringValues.Empty }, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Tick at least one paper", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        refused.ShowsError("Input.Words", "Say what you saw");
        var boxes = form.QuerySelectorAll("input[name='Input.Papers']").Select(b => b.GetAttribute("value")!).ToArray();
        Assert.Equal(3, boxes.Length);
        var list = await grace.SubmitAsync(form, new() { ["Input.Papers"] = new StringValues(boxes[..2]), ["Input.Reason"] = "SamePerson", ["Input.Words"] = "Three addresses of one mailbox." });
        list.Shows("Waits for a second person");
        (await grace.FollowAsync(list, "Leave 2 papers out")).Shows("Somebody else has to confirm it");
        Assert.Equal(23, await PapersAsync());

        var answer = await tom.FollowAsync(await tom.GetAsync($"{Home}/left-out"), "Leave 2 papers out");
        answer.Shows("Three addresses of one mailbox.");
        answer.DoesNotShow("A crossing");
        (await tom.SubmitAsync(answer, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Confirms", "Choose whether you confirm it");
        (await tom.SubmitAsync(answer, new() { ["Input.Confirms"] = "false" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Words", "Say why you decline it");
        (await tom.SubmitAsync(answer, new() { ["Input.Confirms"] = "true" })).Shows("Confirmed");
        Assert.Equal(21, await PapersAsync());

        var back = await tom.FollowAsync(await tom.FollowAsync(await tom.GetAsync($"{Home}/left-out"), "Leave 2 papers out"), "Propose to put them back");
        (await tom.SubmitAsync(back, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Words", "Say why they should count again");
        await tom.SubmitAsync(back, new() { ["Words"] = "They wrote to us." });
        await grace.SubmitAsync(await grace.FollowAsync(await grace.GetAsync($"{Home}/left-out"), "Put 2 papers back"), new() { ["Input.Confirms"] = "true" });
        Assert.Equal(23, await PapersAsync());
        Assert.Equal(["ballot.exclusion-proposed", "ballot.exclusion-confirmed", "ballot.put-back-proposed", "ballot.put-back-confirmed"],
            (await office.VerbsAsync()).Where(v => !v.EndsWith("-opened", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_proposer_cannot_confirm_by_sending_the_form_anyway()
    {
        await VoteAsync("sam+1@site.example", "sam+2@site.example");
        var (grace, tom) = (await office.StaffAsync(Capability.Moderate), await office.StaffAsync(Capability.Moderate));
        var form = await grace.FollowAsync(await grace.GetAsync($"{Home}/patterns"), "Propose to leave some out");
        var list = await grace.SubmitAsync(form, new() { ["Input.Reason"] = "SamePerson", ["Input.Words"] = "Two of one mailbox." });
        var proposal = list.QuerySelector("tbody a")!.GetAttribute("href")!;
        var token = (await grace.GetAsync($"{Home}/patterns/{form.BaseUrl!.PathName.Split('/')[^1]}")).QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        var answer = await grace.SendAsync(HttpMethod.Post, proposal, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Input.Confirms", "true")]));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("You proposed this. Somebody else has to confirm it", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await PapersAsync());
        await tom.GetAsync(proposal);
    }

    [Fact]
    public async Task Whoever_was_left_out_sees_why_and_how_to_object_in_place_of_the_form()
    {
        var people = await VoteAsync("sam+1@site.example", "sam+2@site.example");
        var (grace, tom) = (A.Person(), A.Person());
        await Site.SaveAsync(grace, tom);
        var participants = await Site.AskAsync(db => db.BallotPapers.Select(p => p.ParticipantId).ToListAsync());
        await Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.ProposeAsync(ballot.Id, ExclusionReason.Program, "By a program.", "x", participants, grace.Id, default));
        var proposal = await Site.AskAsync(db => db.Exclusions.AsNoTracking().SingleAsync());
        await Site.AskAsync<Exclusions, ExclusionOutcome>(e => e.AnswerAsync(proposal, true, "", tom.Id, default));
        var sam = new Browser(Site, people[0].Id, secondFactor: false);

        var page = await sam.GetAsync($"/ballots/{ballot.Id}");

        page.Shows("Your paper is not counted. Two people looked at it and left it out because a program seems to have cast it.");
        Assert.NotNull(page.QuerySelector("main a[href='/contact']"));
        Assert.Null(page.QuerySelector("main form"));
        (await sam.GetAsync($"/ballots/{ballot.Id}/receipt")).Shows("Your paper is not counted.");
    }

    [Fact]
    public async Task Only_who_moderates_in_the_area_opens_these_pages()
    {
        await VoteAsync("sam+1@site.example", "sam+2@site.example");
        foreach (var browser in new[] { await office.StrangerAsync(Capability.Moderate), await office.StaffAsync(Capability.Consult) })
        {
            foreach (var page in new[] { "patterns", "patterns/0123456789abcdef", "left-out", "left-out/1", "left-out/1/put-back" }) await browser.GetAsync($"{Home}/{page}", HttpStatusCode.Forbidden);
        }
        var grace = await office.StaffAsync(Capability.Moderate);
        foreach (var page in new[] { "patterns/0123456789abcdef", "left-out/1", "left-out/1/put-back" }) await grace.GetAsync($"{Home}/{page}", HttpStatusCode.NotFound);
        (await (await office.StrangerAsync(Capability.Moderate)).GetAsync("/manage/ballots")).Shows("No votes yet");
    }

    private Task<int> PapersAsync() => Site.AskAsync(db => db.Ballots.Select(b => b.Papers).SingleAsync());

    private async Task<List<Person>> VoteAsync(params string[] emails)
    {
        var people = emails.Select(e => A.Person(email: e)).ToList();
        await Site.SaveAsync(people[0], [.. people.Skip(1)]);
        foreach (var person in people)
        {
            var participant = await Site.AskAsync<Participants, Guid>(p => p.ForAsync(person.Id, default));
            Assert.Equal(CastOutcome.Accepted, (await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, participant, $"{ballot.Priorities[0].Id}", default))).Outcome);
        }
        return people;
    }

    private async Task ChangeAsync()
    {
        foreach (var participant in await Site.AskAsync(db => db.BallotPapers.Select(p => p.ParticipantId).ToListAsync()))
            await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, participant, $"{ballot.Priorities[1].Id}", default));
    }
}
