using AngleSharp.Html.Dom;
using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Voting;
using CommunityVoice.Web.Pages.Vote;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Chains;

/// <summary>A vote is a step of the thread: from what was said to what could be chosen, and from what was chosen to what came of it.</summary>
public sealed class VoteThreadTests : SiteTest
{
    private const string Vote = "What should come first?";
    private const string Nothing = "Nothing has come of this vote yet.";

    [Fact]
    public async Task Results_show_what_came_of_the_vote_and_lead_to_its_thread()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var reader = new Browser(Site);

        var page = await reader.GetAsync(Results(scene.Decided.Asked.Summary.Ballot));

        page.Shows("Found The lights change too fast");
        page.Shows("Recommended Give each crossing a green light of ten seconds");
        page.Shows("Planned Slow the lights");
        page.Shows("Paid for £20,000: Two wardens");
        page.DoesNotShow(Nothing);
        (await reader.FollowAsync(page, "£20,000: Two wardens")).Shows("Two wardens");
        var thread = await reader.FollowAsync(page, "Follow what came of this");
        thread.Shows($"Vote: {Vote}");
        thread.Shows("Paid for: £20,000");
    }

    [Fact]
    public async Task Results_cost_a_dozen_queries_and_none_of_what_people_said()
    {
        var scene = await ChainScene.MakeAsync(Site);
        await scene.Decided.PublishAsync(DecisionScene.Whole());
        await using var scope = Site.Services.CreateAsyncScope();
        var queries = new List<string>();
        var options = new DbContextOptionsBuilder<CommunityVoiceDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<CommunityVoiceDb>>())
            .LogTo(queries.Add, [RelationalEventId.CommandExecuted]).Options;
        await using var db = new CommunityVoiceDb(options);
        var page = new ResultsModel(new(db, Site.Clock), new(db), new(db, new(db), Site.Clock), new(db), db, Site.Clock) { PageContext = new() { HttpContext = new DefaultHttpContext() } };

        await page.OnGetAsync(scene.Decided.Asked.Summary.Ballot.Id, false, null, null, default);

        Assert.Contains(page.CameOf.Chain.Paid.Shown, l => l.Title == "Two wardens");
        Assert.InRange(queries.Count, 1, 12);
        Assert.DoesNotContain(queries, q => q.Contains("FROM \"Comments\"", StringComparison.Ordinal)); // options know the one that they were
    }

    [Fact]
    public async Task A_budget_line_leads_back_to_the_vote()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var reader = new Browser(Site);

        var page = await reader.FollowAsync(await reader.GetAsync(await scene.PathAsync(ChainKind.Line)), $"Its own thread: {Vote}");

        Assert.EndsWith(await scene.PathAsync(ChainKind.Ballot), page.Url, StringComparison.Ordinal);
        page = await reader.FollowAsync(page, Vote);
        Assert.EndsWith(Results(scene.Decided.Asked.Summary.Ballot), page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_decision_on_its_consultation_answers_a_vote()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var path = await scene.PathAsync(ChainKind.Ballot);
        (await new Browser(Site).GetAsync(path)).DoesNotShow("Decided:");

        await scene.Decided.PublishAsync(DecisionScene.Whole());

        (await new Browser(Site).GetAsync(path)).Shows("Decided: We set every light to ten seconds. (Rivermead Council");
    }

    [Fact]
    public async Task Nothing_is_shown_of_a_draft_that_rests_on_the_vote()
    {
        var said = await SummaryScene.MakeAsync(Site);
        var reader = new Browser(Site);
        var open = await reader.GetAsync($"/ballots/{said.Ballot.Id}");
        (await reader.FollowAsync(open, "Follow what came of this")).Shows("Not in a published summary yet.");
        (await reader.GetAsync(Results(said.Ballot))).Shows(Nothing);
        var draft = await said.DraftAsync();
        await ChainScene.CiteAsync(Site, said, draft);

        foreach (var path in new[] { Results(said.Ballot), Thread(said.Ballot) }) (await new Browser(Site).GetAsync(path)).DoesNotShow("The lights change too fast");
        (await new Browser(Site).GetAsync(Results(said.Ballot))).Shows(Nothing);
        await said.PublishAsync(draft);

        foreach (var path in new[] { Results(said.Ballot), Thread(said.Ballot) }) (await new Browser(Site).GetAsync(path)).Shows("The lights change too fast");
        (await new Browser(Site).GetAsync(Results(said.Ballot))).DoesNotShow(Nothing);
    }

    [Fact]
    public async Task Options_credit_the_comment_theme_and_idea_that_they_came_from()
    {
        var said = await SummaryScene.MakeAsync(Site);
        var idea = await CreditAsync(said);

        var page = await new Browser(Site).GetAsync(Results(said.Ballot));

        Assert.Equal($"/consultations/safer-crossings/comments/{said.Comments[20].Id}", AddressOf(page, "From a comment: A crossing"));
        Assert.Equal("/areas/rivermead/themes/lights", AddressOf(page, "From the theme Lights: Slower cars"));
        Assert.Equal($"/ideas/{idea.Id}", AddressOf(page, "From somebody’s idea: A warden"));
    }

    [Fact]
    public async Task What_became_an_option_is_followed_to_the_vote_and_back()
    {
        var said = await SummaryScene.MakeAsync(Site);
        await CreditAsync(said);
        var draft = await said.DraftAsync();
        await ChainScene.CiteAsync(Site, said, draft);
        await said.PublishAsync(draft);

        // The first option was the 21st comment, which no finding cites itself.
        var comment = await new Browser(Site).GetAsync($"/thread/comment/{said.Comments[20].Id}");
        comment.Shows($"Voted on: 1 vote {Vote} (Safer crossings, ");
        comment.Shows("Found: 1 finding The lights change too fast");
        foreach (var path in new[] { $"/thread/theme/{said.Lights.Id}", $"/thread/comment/{said.Comments[21].Id}" }) (await new Browser(Site).GetAsync(path)).Shows($"Voted on: 1 vote {Vote}");
        var vote = await new Browser(Site).GetAsync(Thread(said.Ballot));
        vote.Shows("Said: 4 comments"); // those that the finding cites, and those that became options
        vote.Shows("Grouped: 1 theme Lights");
        var finding = await Site.AskAsync(db => db.Findings.Select(f => f.Id).SingleAsync());
        (await new Browser(Site).GetAsync($"/thread/finding/{finding}")).Shows("Said: 3 comments");
    }

    [Fact]
    public async Task A_comment_that_goes_is_linked_by_no_result_and_no_thread()
    {
        var said = await SummaryScene.MakeAsync(Site);
        var idea = await CreditAsync(said);
        string[] gone = [$"/comments/{said.Comments[20].Id}", $"/comments/{said.Comments[21].Id}", $"/ideas/{idea.Id}"];
        foreach (var path in new[] { Results(said.Ballot), Thread(said.Ballot) }) Assert.Contains(gone[0], await HtmlAsync(path), StringComparison.Ordinal); // kept from now on

        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var ids = new[] { said.Comments[20].Id, said.Comments[21].Id };
            foreach (var comment in await db.Comments.Where(c => ids.Contains(c.Id)).ToListAsync()) comment.Remove("1", Site.Now);
            await db.SaveChangesAsync();
        });

        foreach (var path in new[] { Results(said.Ballot), Thread(said.Ballot) })
        {
            var html = await HtmlAsync(path);
            foreach (var link in gone) Assert.DoesNotContain(link, html, StringComparison.Ordinal);
        }
        (await new Browser(Site).GetAsync(Results(said.Ballot))).Shows("From the theme Lights");
    }

    [Fact]
    public async Task A_thread_tells_no_number_that_results_keep_back()
    {
        var ballot = await Site.SaveAsync(A.Ballot(A.Consultation()));
        await Site.AskAsync(db => db.Ballots.ExecuteUpdateAsync(set => set.SetProperty(b => b.SealedPapers, 9)));

        var page = await new Browser(Site).FollowAsync(await new Browser(Site).GetAsync(Results(ballot)), "Follow what came of this");

        page.Shows($"{Vote} (Safer crossings, fewer than 10 people took part so far)");
        page.DoesNotShow("9 people");
    }

    [Fact]
    public async Task A_vote_that_is_not_public_has_no_thread()
    {
        var ballot = await Site.SaveAsync(A.Ballot(A.Consultation(published: false)));

        await new Browser(Site).GetAsync(Thread(ballot), HttpStatusCode.NotFound);
    }

    // The options become what a comment said, what a theme is about and what somebody suggested.
    private async Task<Idea> CreditAsync(SummaryScene said)
    {
        var body = await Site.SaveAsync(A.Body("Idea takers"));
        var idea = new Idea(said.Area, said.People[21].Id, "A warden", "Somebody who helps us over.", Site.Now);
        idea.Adopt(body, said.Comments[21], Site.Now);
        await Site.SaveAsync(idea);
        var (comment, options) = (said.Comments[20].Id, said.Ballot.Priorities.ConvertAll(p => p.Id));
        await SayAsync(options[0], PriorityOrigin.Comment, comment);
        await Site.AskAsync(db => db.Priorities.Where(p => p.Id == options[0]).ExecuteUpdateAsync(set => set.SetProperty(p => p.CommentId, comment)));
        await SayAsync(options[1], PriorityOrigin.Theme, said.Lights.Id);
        await SayAsync(options[2], PriorityOrigin.Idea, idea.Id);
        return idea;
    }

    private Task<int> SayAsync(long option, PriorityOrigin origin, long id) => Site.AskAsync(db => db.Priorities.Where(p => p.Id == option)
        .ExecuteUpdateAsync(set => set.SetProperty(p => p.Origin, origin).SetProperty(p => p.OriginId, id)));

    private async Task<string> HtmlAsync(string path) => (await new Browser(Site).GetAsync(path)).DocumentElement.OuterHtml;

    private static string? AddressOf(IHtmlDocument page, string words) => page.QuerySelectorAll("th a").Single(a => a.Words() == words).GetAttribute("href");

    private static string Results(Ballot ballot) => $"/ballots/{ballot.Id}/results";

    private static string Thread(Ballot ballot) => $"/thread/ballot/{ballot.Id}";
}
