using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Ideas;

public sealed class IdeaTests : SiteTest
{
    private Area area = null!;
    private Person asha = null!;
    private Person supporter = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        area = await Site.SaveAsync(A.Area("Weirside", AreaLevel.Ward));
        asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        supporter = await Site.SaveAsync(A.Person("Mina"));
        await Site.SaveAsync(A.Membership(supporter, area, Capability.SupportIdeas, A.Body("Rivermead Voice")));
    }

    [Fact]
    public async Task An_idea_is_private_until_a_body_adopts_it_and_then_stands_in_the_listening_space()
    {
        await Site.SaveAsync(A.ListeningSpace("Weirside talk", area));
        var own = new Browser(Site, asha.Id);

        var page = await SendAsync(own);
        page.Shows("Only you can see this.");
        var address = new Uri(page.Url).AbsolutePath;
        await new Browser(Site).GetAsync(address, HttpStatusCode.NotFound);
        (await new Browser(Site).GetAsync("/search?q=bench")).Shows("Nothing found");

        var staff = new Browser(Site, supporter.Id);
        var answer = await staff.FollowAsync(await staff.GetAsync("/moderation/ideas"), "A bench at the stop");
        await staff.SubmitAsync(answer, new() { ["Input.Do"] = "Adopt", ["Input.Words"] = "A good one." });

        (await new Browser(Site).GetAsync(address)).Shows("Rivermead Voice published it");
        (await new Browser(Site).GetAsync("/ideas")).Shows("A bench at the stop");
        (await new Browser(Site).GetAsync("/consultations/weirside-talk")).Shows("1 comment");
        (await new Browser(Site).GetAsync("/search?q=bench")).Shows("2 results");
        var letter = (await Site.MorningLetterToAsync("asha@example.org"))!;
        Assert.Contains("We have your idea: A bench at the stop", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Your idea is published: A bench at the stop", letter.Text, StringComparison.Ordinal);
        Assert.Contains("> A good one.", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_idea_tells_its_author_why_and_nobody_else()
    {
        var page = await SendAsync(new Browser(Site, asha.Id));
        var address = new Uri(page.Url).AbsolutePath;
        var staff = new Browser(Site, supporter.Id);

        var form = await staff.FollowAsync(await staff.GetAsync("/moderation/ideas"), "A bench at the stop");
        (await staff.SubmitAsync(form, new() { ["Input.Do"] = "Decline" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Words", "Say why, so that the author knows");
        await staff.SubmitAsync(form, new() { ["Input.Do"] = "Decline", ["Input.Words"] = "The stop moves in May." });

        (await new Browser(Site, asha.Id).GetAsync(address)).Shows("The stop moves in May.");
        await new Browser(Site).GetAsync(address, HttpStatusCode.NotFound);
        Assert.Contains("Why: The stop moves in May.", (await Site.MorningLetterToAsync("asha@example.org"))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_listening_space_nothing_is_published_and_nobody_answers_their_own_idea()
    {
        await SendAsync(new Browser(Site, asha.Id));
        var staff = new Browser(Site, supporter.Id);
        var form = await staff.FollowAsync(await staff.GetAsync("/moderation/ideas"), "A bench at the stop");
        (await staff.SubmitAsync(form, new() { ["Input.Do"] = "Adopt", ["Input.Words"] = "Yes" }, HttpStatusCode.UnprocessableEntity)).Shows("There is no listening space");

        await SendAsync(staff, "My own");
        form = await staff.FollowAsync(await staff.GetAsync("/moderation/ideas"), "My own");
        (await staff.SubmitAsync(form, new() { ["Input.Do"] = "Adopt", ["Input.Words"] = "Yes" }, HttpStatusCode.UnprocessableEntity)).Shows("It is your own idea");
        Assert.Equal(0, await Site.AskAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task Only_who_looks_after_ideas_sees_the_queue() =>
        Assert.Equal(HttpStatusCode.Redirect, (await new Browser(Site).SendOnceAsync(HttpMethod.Get, "/moderation/ideas")).StatusCode);

    [Fact]
    public async Task A_stranger_is_asked_for_their_address_last()
    {
        var browser = new Browser(Site);
        var page = await browser.SubmitAsync(await browser.GetAsync("/ideas/new?area=weirside"),
            new() { ["Input.Title"] = "A bench", ["Input.Body"] = "To sit", ["Input.Area"] = "weirside", ["Input.Name"] = "Jo" });

        Assert.NotNull(page.QuerySelector("[name='Input.Email']"));
        var address = await Site.AskAsync<IDraftReceiver, string>(r => r.PublishAsync(asha.Id, new Draft("weirside", null, "To sit", "Jo", "A bench"), default));
        (await new Browser(Site, asha.Id).GetAsync(address)).Shows("A bench");
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> SendAsync(Browser browser, string title = "A bench at the stop") =>
        await browser.SubmitAsync(await browser.GetAsync("/ideas/new?area=weirside"), new() { ["Input.Title"] = title, ["Input.Body"] = "Some of us cannot stand for long.", ["Input.Area"] = "weirside" });
}
