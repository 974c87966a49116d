using CommunityVoice.Bodies;
using CommunityVoice.Discussion;
using CommunityVoice.Web.Pages.Reviews;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Reviews;

/// <summary>What was said in each voice in a review can be read, who speaks for a body first (rules R-I32 to R-I34).</summary>
public sealed class VoiceChannelTests : SiteTest
{
    private const string Groups = ReviewScene.Path + "/voices/community-group";
    private ReviewScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await ReviewScene.MakeAsync(Site);
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/consultations"), new() { ["Chosen"] = $"{scene.Said.Consultation.Id}" });
    }

    [Fact]
    public async Task Each_voice_leads_from_who_was_heard_to_what_it_said()
    {
        await scene.TellWhoWasHeardAsync();
        var reader = new Browser(Site);
        var page = await reader.GetAsync(ReviewScene.Path);

        var groups = await reader.FollowAsync(page, "Community group");

        Assert.Equal(9, groups.QuerySelectorAll("main li.comment").Length);
        groups.Shows("The lights change too fast for neighbour 20.");
        groups.DoesNotShow("The lights change too fast for neighbour 19."); // a resident
        var care = await reader.FollowAsync(page, "Primary care");
        care.Shows("Nobody has said anything in public in this voice.");
        await reader.GetAsync($"{ReviewScene.Path}/voices/nobody", HttpStatusCode.NotFound);
        await reader.GetAsync("/reviews/nothing/voices/resident", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_speaks_for_a_body_stands_first_over_all_pages_and_nothing_is_shown_twice()
    {
        var circle = await Site.SaveAsync(A.Body("Carers Circle", BodyKind.CommunityGroup));
        var consultation = scene.Said.Consultation;
        var lead = scene.Said.People[20];
        var verified = await Site.SaveAsync(new Comment(consultation, A.Author(lead) with { SpeaksForId = circle.Id }, "We meet on Thursdays.", FakeClock.Start));
        List<Comment> more = [.. Enumerable.Range(0, 20).Select(i => new Comment(consultation, A.Author(lead), $"And this is point {i}.", FakeClock.Start))];
        await Site.SaveAsync(more[0], [.. more.Skip(1)]);
        var reader = new Browser(Site);

        var first = await reader.GetAsync(Groups);
        var second = await reader.FollowAsync(first, "Next page");

        var (one, two) = (Said(first), Said(second));
        Assert.Equal((VoiceModel.PageSize, 5), (one.Count, two.Count));
        Assert.Equal("We meet on Thursdays.", one[0]);
        Assert.Equal("And this is point 19.", one[1]);
        Assert.Equal(30, one.Concat(two).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(first.Url, (await reader.FollowAsync(second, "First page")).Url);
        Assert.True(verified.Id > 0);
    }

    [Fact]
    public async Task What_is_not_public_and_what_the_body_that_asks_said_is_not_there()
    {
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync(c => c.Id == scene.Said.Comments[20].Id)).Remove("advert", FakeClock.Start);
            (await db.Comments.SingleAsync(c => c.Id == scene.Said.Comments[21].Id)).Withdraw(FakeClock.Start);
            var asks = await db.Consultations.SingleAsync(c => c.Id == scene.Said.Consultation.Id);
            db.Comments.Add(new Comment(asks, A.Author(scene.Said.People[22]) with { IsOfficial = true }, "We thank you all.", FakeClock.Start));
            await db.SaveChangesAsync();
        });

        var page = await new Browser(Site).GetAsync(Groups);

        Assert.Equal(7, page.QuerySelectorAll("main li.comment").Length);
        page.DoesNotShow("neighbour 20.");
        page.DoesNotShow("We thank you all.");
    }

    [Fact]
    public async Task Where_one_consultation_tells_nothing_yet_the_review_says_so()
    {
        await scene.TellWhoWasHeardAsync();
        var another = await Site.SaveAsync(A.Consultation("Safer parks", scene.Said.Area));
        await scene.Editor.SubmitAsync(await scene.Editor.GetAsync($"{ReviewScene.Manage}/consultations"), new() { ["Chosen"] = new Microsoft.Extensions.Primitives.StringValues([$"{scene.Said.Consultation.Id}", $"{another.Id}"]) });

        var page = await new Browser(Site).GetAsync(ReviewScene.Path);

        page.Shows("This tells of 1 of 2 consultations: in the others it cannot be told yet.");
        page.Shows("Not heard yet, as far as it can be told: primary care networks and practices.");
    }

    private static List<string> Said(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("main .comment__body").Select(c => c.Words())];
}
