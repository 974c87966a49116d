using CommunityVoice.Follows;
using CommunityVoice.People;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Themes;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Follows;

public sealed class FollowPagesTests : SiteTest
{
    [Fact]
    public async Task A_place_a_theme_and_a_consultation_are_followed_from_their_pages_with_one_button()
    {
        var (asha, consultation) = (A.Person(), A.Consultation(area: A.Area("Weirside")));
        await Site.SaveAsync(consultation, asha, new Theme(consultation.Area, "Lights", "lights"));
        var browser = new Browser(Site, asha.Id);
        foreach (var (path, words) in new[] { ("/areas/weirside", "Follow this"), ("/areas/weirside/themes/lights", "Follow this theme"), ("/consultations/safer-crossings", "Follow this") })
        {
            var list = await browser.SubmitAsync(await browser.FollowAsync(await browser.GetAsync(path), words), button: "Follow");
            list.Shows("Saved.");
        }

        var page = await browser.GetAsync("/account/follows");
        Assert.Equal(["Safer crossings", "Lights in Weirside", "Weirside"], page.QuerySelectorAll(".cv-card h2").Select(h => h.Words()));
        Assert.All(page.QuerySelectorAll(".cv-card .cv-tag"), tag => Assert.Equal("Once a week", tag.Words()));
        (await browser.GetAsync("/account")).Shows("What you follow");
    }

    [Fact]
    public async Task A_recommendation_is_followed_from_its_page_and_its_answer_comes()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var id = await scene.SentAsync();
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        var asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        var browser = new Browser(Site, asha.Id);
        await browser.SubmitAsync(await browser.FollowAsync(await browser.GetAsync($"/recommendations/{id}"), "Follow this recommendation"), button: "Follow");
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.AnswerAsync(id);

        Assert.Null(await Site.MorningLetterToAsync("asha@example.org")); // Wednesday
        await new Inbox(Site).MorningAsync(DayOfWeek.Thursday);

        var letter = Assert.Single(await new Inbox(Site).LettersAsync("asha@example.org"));
        Assert.Equal($"Answered by Rivermead Council: {RecommendationScene.Ask}", letter.Subject);
        Assert.Contains("Accepted. We set the lights to ten seconds.", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_action_is_followed_from_its_strategy_and_what_changes_comes()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        await scene.PublishedAsync();
        var asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        var browser = new Browser(Site, asha.Id);
        var strategy = await browser.GetAsync(StrategyScene.Path);
        var title = strategy.QuerySelector("#action-1-heading")!.Words()[3..];
        var list = await browser.SubmitAsync(await browser.FollowAsync(strategy, $"Follow this action: {title}"), button: "Follow");

        Assert.Equal(title, list.QuerySelector(".cv-card h2")!.Words());
        Assert.Equal(FollowKind.Action, (await Site.AskAsync(db => db.Follows.SingleAsync())).Kind);
    }

    [Fact]
    public async Task Whoever_follows_an_action_hears_that_it_changed_and_that_it_was_taken_out()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        var draft = await scene.DraftAsync();
        await scene.AddActionAsync(draft, "Plant trees", "Other", 0, unfunded: "Neighbours dig.");
        await scene.PublishAsync(draft);
        var strategy = await Site.AskAsync(db => db.Strategies.Select(x => x.Id).SingleAsync());
        var (asha, inbox) = (await Site.SaveAsync(A.Person("Asha B", "asha@example.org")), new Inbox(Site));
        await inbox.FollowAsync(asha, FollowKind.Action, strategy, FollowFrequency.Daily, number: 3);

        var second = await scene.RevisedAsync(draft);
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{second}/actions/{await NewestAsync()}"), new() { ["Input.Target"] = "300" });
        await scene.PublishAsync(second);
        var third = await scene.RevisedAsync(second);
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{third}/actions/{await NewestAsync()}/remove"), button: "Take it out");
        await scene.PublishAsync(third);
        await inbox.MorningAsync();

        var letter = Assert.Single(await inbox.LettersAsync("asha@example.org"));
        Assert.Contains("Changed: Plant trees", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Taken out: Plant trees", letter.Text, StringComparison.Ordinal);
        Assert.Contains("You follow: Plant trees", letter.Text, StringComparison.Ordinal);

        Task<long> NewestAsync() => Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 3).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_comes_back_to_the_button()
    {
        var consultation = await Site.SaveAsync(A.Consultation());
        var stranger = new Browser(Site);

        var page = await stranger.FollowAsync(await stranger.GetAsync("/consultations/safer-crossings"), "Follow this");
        Assert.DoesNotContain(page.Forms, f => f.Method == "post");
        var signIn = await stranger.FollowAsync(page, "Sign in to follow");

        Assert.Equal($"/follow?what=consultation&id={consultation.Id}", signIn.QuerySelector("[name=ReturnUrl]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("?what=place&id=999")]
    [InlineData("?what=weather&id=1")]
    [InlineData("?what=recommendation&id=1")]
    [InlineData("?what=action&id=1&number=1")]
    [InlineData("?id=1")]
    public async Task What_is_not_there_cannot_be_followed(string query) => await new Browser(Site).GetAsync($"/follow{query}", HttpStatusCode.NotFound);

    [Fact]
    public async Task A_draft_cannot_be_followed()
    {
        var draft = await Site.SaveAsync(A.Consultation(published: false));
        await new Browser(Site).GetAsync($"/follow?what=consultation&id={draft.Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task How_often_and_whether_at_all_is_changed_in_one_tap()
    {
        var (asha, consultation) = (A.Person(), A.Consultation());
        await Site.SaveAsync(consultation, asha);
        await new Inbox(Site).FollowAsync(asha, FollowKind.Consultation, consultation.Id);
        var browser = new Browser(Site, asha.Id);
        var page = await browser.GetAsync("/account/follows");
        foreach (var (button, state) in new[] { ("Once a day for Safer crossings", "Once a day"), ("Pause for Safer crossings", "Paused"), ("Once a week for Safer crossings", "Once a week") })
        {
            page = await browser.SubmitAsync(page, button: button);
            Assert.Equal(state, page.QuerySelector(".cv-card .cv-tag")!.Words());
        }

        page = await browser.SubmitAsync(page, button: "Stop following Safer crossings");
        page.Shows("You follow nothing yet");
    }

    [Fact]
    public async Task Nobody_changes_what_others_follow()
    {
        var (asha, bill, consultation) = (A.Person(), A.Person("Bill H"), A.Consultation());
        await Site.SaveAsync(consultation, asha, bill);
        var inbox = new Inbox(Site);
        var hers = await inbox.FollowAsync(asha, FollowKind.Consultation, consultation.Id);
        await inbox.FollowAsync(bill, FollowKind.Consultation, consultation.Id);
        var browser = new Browser(Site, bill.Id);
        var form = await browser.GetAsync("/account/follows");

        form.QuerySelector("[name='Input.Id']")!.SetAttribute("value", $"{hers!.Id}");
        await browser.SubmitAsync(form, expected: HttpStatusCode.NotFound, button: "Once a day");

        Assert.All(await Site.AskAsync(db => db.Follows.ToListAsync()), f => Assert.Equal(FollowFrequency.Weekly, f.Frequency));
    }

    [Fact]
    public async Task What_somebody_follows_is_exported_and_goes_with_their_account()
    {
        var (asha, consultation) = (A.Person("Asha B", "asha@example.org"), A.Consultation());
        await Site.SaveAsync(consultation, asha);
        var inbox = new Inbox(Site);
        await inbox.FollowAsync(asha, FollowKind.Consultation, consultation.Id);
        await Site.DoAsync<CommunityVoice.Discussion.Conversation>(c => c.PostAsync(asha.Id, new(consultation.Id, "The lights change too fast."), default));

        var held = await Site.AskAsync<PersonalData, SortedDictionary<string, List<Dictionary<string, object?>>>>(data => data.OfAsync(asha, default));
        Assert.Equal(("Consultation", consultation.Id), (Assert.Single(held["Follow"])["Kind"], held["Follow"][0]["TargetId"]));
        Assert.Contains("Safer crossings", (string)Assert.Single(held["OwedNews"])["Fields"]!, StringComparison.Ordinal);
        Assert.DoesNotContain("Token", Assert.Single(held["Reader"]).Keys);

        await Site.DoAsync<Leaving>(async leaving => await leaving.LeaveAsync(await Site.AskAsync(db => db.People.SingleAsync(p => p.Id == asha.Id)), default));
        Assert.Equal(0, await Site.AskAsync(db => db.Follows.CountAsync()) + await Site.AskAsync(db => db.Readers.CountAsync()) + await Site.AskAsync(db => db.OwedNews.CountAsync()));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages()
    {
        var asha = await Site.SaveAsync(A.Person());
        var areas = Enumerable.Range(10, 30).Select(n => A.Area($"Ward {n}")).ToList();
        await Site.SaveAsync(areas[0], [.. areas.Skip(1)]);
        foreach (var area in areas) await new Inbox(Site).FollowAsync(asha, FollowKind.Place, area.Id);
        var browser = new Browser(Site, asha.Id);

        var first = await browser.GetAsync("/account/follows");
        Assert.Equal(25, first.QuerySelectorAll(".cv-card").Length);
        Assert.Equal(5, (await browser.FollowAsync(first, "More")).QuerySelectorAll(".cv-card").Length);
    }
}
