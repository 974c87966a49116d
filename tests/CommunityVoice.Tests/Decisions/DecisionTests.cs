using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Decisions;
using CommunityVoice.Follows;
using CommunityVoice.Tests.Follows;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Decisions;

public sealed class DecisionTests : SiteTest
{
    private DecisionScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await DecisionScene.MakeAsync(Site);
    }

    [Fact]
    public async Task A_decision_answers_each_theme_and_everybody_reads_it()
    {
        await scene.DecidedAsync();

        var page = await new Browser(Site).GetAsync(DecisionScene.Path);
        page.Shows("We set every light to ten seconds.");
        page.Shows("by All nine members of the cabinet, until 9 June 2026");
        page.Shows("What we heard, version 1");
        page.Shows("Lights Accepted We set every light to ten seconds this year.");
        page.Shows("Benches Not accepted Benches are not part of this budget.");
        page.Shows("The lights change too fast Accepted in part Crossings first; side roads later.");
        page.Shows("You said Lights 14 comments in Safer crossings");
        page.Shows("Why not: Benches are not part of this budget.");
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"{DecisionScene.Path}?version=2")).StatusCode);
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "decision.published" && e.PersonId == scene.Leader.Id && e.Subject == "Consultation")));
    }

    [Fact]
    public async Task It_is_refused_while_a_theme_has_no_answer_and_names_it()
    {
        await scene.Asked.SentAsync();
        var answers = DecisionScene.Whole();
        answers.Remove("Input.Answers[1].Kind");
        answers["Input.Answers[1].Reason"] = "";

        var page = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(DecisionScene.Desk), answers, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.Answers[1].Kind", "“Benches” is not answered: choose whether it is accepted");
        page.ShowsError("Input.Answers[1].Reason", "Say what will be done about “Benches”, or why not");
        Assert.Equal("We set every light to ten seconds.", page.QuerySelector("[name='Input.Decided']")!.TextContent.Trim());
        Assert.False(await Site.AskAsync(db => db.DecisionRecords.AnyAsync()));
        Assert.Equal(Stage.Open, (await ConsultationAsync()).StageAt(Site.Now));
    }

    [Fact]
    public async Task It_is_refused_until_those_who_decide_have_read_the_summary()
    {
        await scene.Asked.SentAsync();
        var answers = DecisionScene.Whole();
        foreach (var field in new[] { "Input.HasRead", "Input.ReadBy", "Input.ReadOn.Day", "Input.ReadOn.Month", "Input.ReadOn.Year", "Input.Decided" }) answers.Remove(field);

        var page = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(DecisionScene.Desk), answers, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Input.HasRead", "Tick that those who decided have read the summary");
        page.ShowsError("Input.ReadBy", "Say who read the summary");
        page.ShowsError("Input.ReadOn.Day", "Enter the day by which they had read it");
        page.ShowsError("Input.Decided", "Say what was decided");
        answers = DecisionScene.Whole();
        answers["Input.ReadOn.Year"] = "2027";
        (await scene.Browser.SubmitAsync(page, answers, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.ReadOn.Day", "The day cannot lie ahead");
        answers["Input.ReadOn.Year"] = "2025";
        (await scene.Browser.SubmitAsync(page, answers, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.ReadOn.Day", "The summary was not published yet on that day");
    }

    [Fact]
    public async Task Without_a_published_summary_nothing_can_be_decided()
    {
        await scene.Asked.DraftAsync();

        (await scene.Browser.GetAsync(DecisionScene.Desk)).Shows("There is no published summary yet.");
        Assert.False(await Site.AskAsync(db => db.DecisionRecords.AnyAsync()));
    }

    [Fact]
    public async Task Deciding_closes_what_was_open()
    {
        Assert.True((await ConsultationAsync()).IsOpenAt(Site.Now));

        await scene.DecidedAsync();

        Assert.Equal(Stage.Decided, (await ConsultationAsync()).StageAt(Site.Now));
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, "/consultations/safer-crossings/comment")).StatusCode);
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows("Rivermead Council has decided. Read the decision");
        (await new Browser(Site).GetAsync($"/ballots/{scene.Asked.Summary.Ballot.Id}")).DoesNotShow("Check your priorities");
    }

    [Fact]
    public async Task A_correction_is_a_further_version_and_the_first_stays_readable()
    {
        await scene.DecidedAsync();
        var (refused, answers) = (DecisionScene.Whole(), DecisionScene.Whole());
        (await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(DecisionScene.Desk), refused, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Correction", "Say what this corrects");
        answers["Input.Correction"] = "Benches were forgotten in the sums.";
        answers["Input.Answers[1].Kind"] = "Partly";
        answers["Input.Answers[1].Reason"] = "Two benches on Weir Hill.";

        await scene.PublishAsync(answers);

        var page = await new Browser(Site).GetAsync(DecisionScene.Path);
        page.Shows("Version 2 corrects version 1: Benches were forgotten in the sums.");
        page.Shows("Two benches on Weir Hill.");
        var first = await new Browser(Site).FollowAsync(page, "Read version 1");
        first.Shows("Benches are not part of this budget.");
        first.Shows("This is version 1. Read the newest version");
        var told = scene.Asked.Summary.People[0].Id;
        Assert.Equal(1, await Site.AskAsync(db => db.OwedNews.CountAsync(n => n.PersonId == told && n.Kind == "consultation-decided")));
        Assert.True(await Site.AskAsync(db => db.ActivityEntries.AnyAsync(e => e.Verb == "decision.corrected")));
    }

    [Fact]
    public async Task Everybody_who_said_something_that_can_be_seen_is_told_once()
    {
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == scene.Asked.Summary.Comments[25].Id)).Remove("1", Site.Now);
            db.Comments.Add(A.Comment((await db.Consultations.SingleAsync()), await db.People.SingleAsync(p => p.Id == scene.Asked.Summary.People[0].Id), "And once more."));
            await db.SaveChangesAsync();
        });

        await scene.DecidedAsync();

        var owed = await Site.AskAsync(db => db.OwedNews.Where(n => n.Kind == "consultation-decided").Select(n => n.PersonId).ToListAsync());
        Assert.Equal(31, owed.Count);
        Assert.Equal(31, owed.Distinct().Count());
        Assert.DoesNotContain(scene.Asked.Summary.People[25].Id, owed); // who did not vote either
        var letter = await Site.MorningLetterToAsync(scene.Asked.Summary.People[0].Email!);
        Assert.Contains("Benches: not accepted.", letter!.Text, StringComparison.Ordinal);
        Assert.Contains(DecisionScene.Path, letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_only_voted_is_told_too_once_and_not_who_took_the_vote_back()
    {
        var (voter, left) = (await Site.SaveAsync(A.Person("Vera O", "vera@example.org")), await Site.SaveAsync(A.Person("Lars K")));
        await VoteAsync(voter.Id);
        var participant = await VoteAsync(left.Id);
        await Site.AskAsync<Casting, CastResult>(c => c.WithdrawAsync(scene.Asked.Summary.Ballot.Id, participant, default));

        await scene.DecidedAsync();

        var owed = await Site.AskAsync(db => db.OwedNews.Where(n => n.Kind == "consultation-decided").Select(n => n.PersonId).ToListAsync());
        Assert.Equal(33, owed.Count); // 32 who wrote, 20 of whom voted too, and one who only voted
        Assert.Equal(33, owed.Distinct().Count());
        Assert.Contains(voter.Id, owed);
        Assert.DoesNotContain(left.Id, owed);
        Assert.Contains(DecisionScene.Path, (await Site.MorningLetterToAsync("vera@example.org"))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_told_once_to_those_who_took_part_and_to_followers()
    {
        var (inbox, consultation) = (new Inbox(Site), await ConsultationAsync());
        var follower = await Site.SaveAsync(A.Person("Fay L", "fay@example.org"));
        await inbox.FollowAsync(follower, FollowKind.Consultation, consultation.Id, FollowFrequency.Daily);
        await scene.DecidedAsync();
        await inbox.MorningAsync();
        var answers = DecisionScene.Whole();
        answers["Input.Correction"] = "Benches were forgotten in the sums.";

        await scene.PublishAsync(answers);
        await inbox.MorningAsync();
        await inbox.MorningAsync();

        foreach (var email in new[] { "fay@example.org", scene.Asked.Summary.People[0].Email! })
        {
            var letters = await inbox.LettersAsync(email);
            Assert.Equal(2, letters.Count);
            Assert.Contains("Safer crossings", letters[0].Text, StringComparison.Ordinal);
            Assert.DoesNotContain("The decision was corrected", letters[0].Text, StringComparison.Ordinal);
            Assert.StartsWith("The decision was corrected: Safer crossings", letters[1].Subject, StringComparison.Ordinal);
            Assert.Contains("Benches were forgotten in the sums.", letters[1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Only_people_of_the_body_that_decides_record_a_decision()
    {
        await scene.Asked.SentAsync();
        var other = await Site.SaveAsync(A.Person("Other officer"));
        await Site.SaveAsync(A.Membership(other, scene.Asked.Summary.Area, Capability.Respond | Capability.Plan, A.Body("Another board", BodyKind.StrategyBoard)));

        foreach (var person in new[] { other.Id, scene.Asked.Summary.Editor.Id, scene.Asked.Summary.People[0].Id })
        {
            foreach (var path in new[] { DecisionScene.Desk, $"{DecisionScene.Desk}/explain" })
                Assert.Equal("/account/not-allowed", (await new Browser(Site, person).SendOnceAsync(HttpMethod.Get, path)).Headers.Location?.AbsolutePath);
        }
        Assert.Equal("/account/not-allowed", (await new Browser(Site, scene.Leader.Id, secondFactor: false).SendOnceAsync(HttpMethod.Get, DecisionScene.Desk)).Headers.Location?.AbsolutePath);
        Assert.Equal("/account/not-allowed", (await new Browser(Site, scene.Asked.Summary.People[0].Id).SendOnceAsync(HttpMethod.Get, "/manage/decisions")).Headers.Location?.AbsolutePath);
        (await new Browser(Site, other.Id).GetAsync("/manage/decisions")).Shows("Nothing to decide");
        (await scene.Browser.GetAsync("/manage/decisions")).Shows("Safer crossings");
    }

    [Fact]
    public async Task A_strategy_board_decides_where_nobody_of_the_named_body_is_here()
    {
        var member = await Site.SaveAsync(A.Person("Board member"));
        await Site.SaveAsync(A.Membership(member, scene.Asked.Summary.Area, Capability.Plan, A.Body("A board", BodyKind.StrategyBoard)));
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(db => db.Bodies.Where(b => b.Slug == scene.Asked.Council.Slug).ExecuteUpdateAsync(set => set.SetProperty(b => b.Name, "Some other name")));

        (await new Browser(Site, member.Id).GetAsync(DecisionScene.Desk)).Shows("decided by A board");
        Assert.Equal("/account/not-allowed", (await new Browser(Site, scene.Leader.Id).SendOnceAsync(HttpMethod.Get, DecisionScene.Desk)).Headers.Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_topic_is_a_theme_or_a_finding_or_there_is_no_answer_to_it()
    {
        await scene.DecidedAsync();
        var cites = await Site.AskAsync(db => db.SummaryVersions.Include(v => v.Summary).SingleAsync());
        var (consultation, nothing) = (await ConsultationAsync(), new Topic("Free words", null, null, 0));
        var text = new DecisionText("x", "x", FakeClock.Today, null, [new AnswerText(nothing, CommunityVoice.Recommendations.ResponseKind.Accepted, "x")], "x");

        Assert.Throws<ArgumentException>(() => new DecisionRecord(consultation, 1, cites, scene.Asked.Council, text, [nothing], scene.Leader.Id, Site.Now));
    }

    private async Task<Guid> VoteAsync(Guid person)
    {
        var ballot = scene.Asked.Summary.Ballot;
        var participant = await Site.AskAsync<Participants, Guid>(p => p.ForAsync(person, default));
        await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, participant, new Dictionary<long, int> { [ballot.Priorities[0].Id] = 2 }, default));
        return participant;
    }

    private Task<Consultation> ConsultationAsync() => Site.AskAsync(db => db.Consultations.AsNoTracking().SingleAsync());
}
