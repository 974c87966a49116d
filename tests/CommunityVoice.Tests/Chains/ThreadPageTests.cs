using CommunityVoice.Chains;
using CommunityVoice.Data;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.Summaries;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Chains;

public sealed class ThreadPageTests : SiteTest
{
    [Theory]
    [InlineData(ChainKind.Comment)]
    [InlineData(ChainKind.Ballot)]
    [InlineData(ChainKind.Finding)]
    [InlineData(ChainKind.Recommendation)]
    [InlineData(ChainKind.Response)]
    [InlineData(ChainKind.Action)]
    [InlineData(ChainKind.Line)]
    public async Task Each_kind_shows_the_whole_chain_in_both_directions(ChainKind kind)
    {
        var scene = await ChainScene.MakeAsync(Site);

        var page = await new Browser(Site).GetAsync(await scene.PathAsync(kind));

        page.Shows(kind == ChainKind.Comment ? "Said: 1 comment" : "Said: 2 comments");
        page.Shows("The lights change too fast for neighbour 0. (Resident, 9 June 2026)");
        page.Shows("Voted on: 1 vote What should come first? (Safer crossings, ");
        page.Shows("Found: 1 finding The lights change too fast (What we heard, 9 June 2026)");
        page.Shows("Recommended: 1 recommendation Give each crossing a green light of ten seconds (to Rivermead Council; answered; nothing reported since)");
        page.Shows("Answered: 1 answer Accepted: We set the lights to ten seconds. (Rivermead Council, 9 June 2026)");
        page.Shows("Planned: 1 action Slow the lights (Closer to home, The board, by 31 March 2028)");
        page.Shows("Paid for: £20,000 £20,000: Two wardens (to Night Nursing, 1 April 2027 to 31 March 2028)");
        Assert.Contains(page.QuerySelectorAll("svg[role=img]"), svg => svg.GetAttribute("aria-label")!.Contains("Paid for: £20,000.", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task A_theme_shows_every_comment_it_was_given_and_leafs_through_them()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var path = await scene.PathAsync(ChainKind.Theme);

        var page = await new Browser(Site).GetAsync(path);
        page.Shows("Said: 14 comments");
        page.Shows("Lights (14 comments)");
        Assert.Equal(10, page.QuerySelectorAll("#step-comment ul > li").Length);
        var next = await new Browser(Site).FollowAsync(page, "Next 10");
        Assert.Equal(4, next.QuerySelectorAll("#step-comment ul > li").Length);
        next.Shows("for neighbour 13.");
    }

    [Fact]
    public async Task What_has_not_come_yet_is_said_plainly()
    {
        var scene = await ChainScene.MakeAsync(Site, isAnswered: false);
        var path = await scene.PathAsync(ChainKind.Finding);

        var page = await new Browser(Site).GetAsync(path);
        page.Shows("No answer yet, due by 7 July 2026.");
        Assert.Contains("Answered: due 7 Jul 2026", page.QuerySelector("svg[role=img]")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Site.Clock.GoTo(new DateTimeOffset(2026, 7, 8, 9, 0, 0, TimeSpan.Zero));
        (await new Browser(Site).GetAsync(path)).Shows("No answer yet. It was due by 7 July 2026.");

        var unfunded = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 2).Select(a => a.Id).SingleAsync());
        var action = await new Browser(Site).GetAsync($"/thread/action/{unfunded}");
        action.Shows("No money yet, because: It costs nothing.");
        action.Shows("No comment that can be seen is linked to this.");
        var loose = await Site.AskAsync(db => db.BudgetLines.Where(l => l.Number == 2).Select(l => l.Id).SingleAsync());
        (await new Browser(Site).GetAsync($"/thread/line/{loose}")).Shows("This money is for no action.");
    }

    [Fact]
    public async Task A_clock_that_stands_still_is_no_lack_of_a_question()
    {
        var scene = await ChainScene.MakeAsync(Site, isAnswered: false);
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Recommendations.Include(r => r.Pauses).SingleAsync()).Pause("We find out which crossings.", await db.People.Select(p => p.Id).FirstAsync(), Site.Now);
            await db.Consultations.ExecuteUpdateAsync(set => set.SetProperty(c => c.ClosesOn, (DateOnly?)null));
            await db.SaveChangesAsync();
        });

        var page = await new Browser(Site).GetAsync(await scene.PathAsync(ChainKind.Finding));

        page.Shows("No answer yet: the clock of the recommendation stands still.");
        page.DoesNotShow("nobody was asked");
    }

    [Fact]
    public async Task A_comment_that_is_only_said_waits_for_the_decision()
    {
        var summary = await SummaryScene.MakeAsync(Site);

        var page = await new Browser(Site).GetAsync($"/thread/comment/{summary.Comments[20].Id}");

        page.Shows("Not grouped into a theme.");
        page.Shows("Not in a published summary yet.");
        page.Shows("No answer yet, due by 6 October 2026.");
        page.Shows("No money yet, because nothing is planned.");
    }

    [Fact]
    public async Task A_decision_on_a_theme_is_an_answer_in_its_thread()
    {
        var scene = await ChainScene.MakeAsync(Site);
        await scene.Decided.PublishAsync(DecisionScene.Whole());

        var page = await new Browser(Site).GetAsync(await scene.PathAsync(ChainKind.Theme));
        page.Shows("Accepted: Lights: We set every light to ten seconds this year. (Rivermead Council");
        (await new Browser(Site).GetAsync(await scene.PathAsync(ChainKind.Comment))).Shows("Answered: 3 answers"); // with the finding's and the recommendation's
    }

    [Fact]
    public async Task A_comment_that_goes_is_gone_from_every_thread_and_from_the_picture()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var comment = await scene.IdAsync(ChainKind.Comment);
        var paths = new List<string>();
        foreach (var kind in Enum.GetValues<ChainKind>().Except([ChainKind.Comment])) paths.Add(await scene.PathAsync(kind));
        foreach (var path in paths) (await new Browser(Site).GetAsync(path)).Shows("for neighbour 0."); // kept from now on

        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == comment)).Remove("1", Site.Now);
            await db.SaveChangesAsync();
        });

        foreach (var path in paths)
        {
            var page = await new Browser(Site).GetAsync(path);
            Assert.DoesNotContain("neighbour 0", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            page.Shows(path.Contains("/theme/", StringComparison.Ordinal) ? "Said: 13 comments" : "Said: 1 comment");
        }
        Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, $"/thread/comment/{comment}")).StatusCode);
    }

    [Fact]
    public async Task The_picture_holds_names_and_numbers_and_nothing_that_anybody_wrote()
    {
        var scene = await ChainScene.MakeAsync(Site);

        var page = await new Browser(Site).GetAsync(await scene.PathAsync(ChainKind.Line));

        foreach (var picture in page.QuerySelectorAll("svg[role=img]"))
        {
            foreach (var written in new[] { "neighbour", "lights", "Lights", "crossing", "wardens" }) Assert.DoesNotContain(written, picture.OuterHtml, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(8, picture.QuerySelectorAll("rect").Length);
        }
    }

    [Fact]
    public async Task Drafts_and_what_is_not_there_have_no_thread()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var draft = await scene.Planned.StartAsync();
        await scene.Planned.AddActionAsync(draft, "Not public yet", "Other", 0);
        var hidden = await Site.AskAsync(db => db.StrategyActions.OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());

        foreach (var path in new[] { $"/thread/action/{hidden}", "/thread/comment/99999", "/thread/theme/99999", "/thread/ballot/99999", "/thread/finding/99999", "/thread/recommendation/99999", "/thread/response/99999", "/thread/line/99999", "/thread/person/1", "/thread/0/1" })
            Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, path)).StatusCode);
        (await new Browser(Site).GetAsync(await scene.PathAsync(ChainKind.Finding))).DoesNotShow("Not public yet");
    }

    [Fact]
    public async Task A_corrected_summary_and_a_revised_strategy_keep_one_thread()
    {
        var scene = await ChainScene.MakeAsync(Site);
        var (finding, line, editor) = (await scene.IdAsync(ChainKind.Finding), await scene.IdAsync(ChainKind.Line), scene.Decided.Asked.Summary.Browser);
        var version = await Site.AskAsync(db => db.SummaryVersions.Select(v => v.Id).SingleAsync());
        var corrected = await editor.SubmitAsync(await editor.GetAsync($"/manage/summaries/{version}/correct"), new() { ["Input.Note"] = "A word was wrong." });
        await editor.SubmitAsync(await editor.GetAsync(new Uri(corrected.Url).AbsolutePath + "/publish"), button: "Publish");

        foreach (var path in new[] { $"/thread/finding/{finding}", $"/thread/line/{line}" })
        {
            var page = await new Browser(Site).GetAsync(path);
            page.Shows("Found: 1 finding");
            page.Shows("Recommended: 1 recommendation");
            page.Shows("Paid for: £20,000");
        }
    }

    [Fact]
    public async Task A_thread_costs_at_most_ten_queries()
    {
        var scene = await ChainScene.MakeAsync(Site);
        await scene.Decided.PublishAsync(DecisionScene.Whole());
        foreach (var kind in Enum.GetValues<ChainKind>())
        {
            var id = await scene.IdAsync(kind);
            await using var scope = Site.Services.CreateAsyncScope();
            var queries = 0;
            var options = new DbContextOptionsBuilder<CommunityVoiceDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<CommunityVoiceDb>>())
                .LogTo(_ => queries++, [RelationalEventId.CommandExecuted]).Options;
            await using var db = new CommunityVoiceDb(options);

            Assert.NotNull(await new GoldenThreads(db, new(db), Site.Clock).FindAsync(new(kind, id), default));

            Assert.InRange(queries, 1, 10);
        }
    }
}
