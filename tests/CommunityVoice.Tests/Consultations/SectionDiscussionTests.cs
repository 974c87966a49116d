using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Tests.Manage;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Consultations;

public sealed class SectionDiscussionTests : SiteTest
{
    private const string Paper = "/consultations/safer-crossings/documents/the-options";
    private const string Desk = "/manage/consultations/safer-crossings/documents/the-options";
    private Browser staff = null!;
    private Browser asha = null!;
    private Office office = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
        staff = await office.StaffAsync();
        var consultation = office.Consultation();
        var paper = new Document(consultation, "The options", "the-options", 1);
        consultation.Documents.Add(paper);
        paper.Sections.Add(new DocumentSection(paper, "lights", "Lights", "Two sets of lights.", 1));
        paper.Sections.Add(new DocumentSection(paper, "zebra", "Zebra", "One zebra crossing.", 2));
        await Site.SaveAsync(consultation);
        asha = new Browser(Site, (await Site.SaveAsync(A.Person())).Id);
    }

    [Fact]
    public async Task Somebody_says_something_about_a_section_and_both_lead_to_each_other()
    {
        var form = await asha.FollowAsync(await asha.GetAsync(Paper), "Say something about this section (Zebra)");
        form.Shows("About “Zebra”, as it reads now");
        var check = await asha.SubmitAsync(form, new() { ["Input.Body"] = "Put it by the school." });
        (await asha.SubmitAsync(check, button: "Publish")).Shows("about Zebra, version 1");

        var paper = await new Browser(Site).GetAsync(Paper);
        var section = await new Browser(Site).FollowAsync(paper, "1 comment about Zebra");
        section.Shows("One zebra crossing.");
        section.Shows("Put it by the school.");
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows("about Zebra, version 1");
        (await new Browser(Site).GetAsync($"{Paper}/lights")).Shows("Nobody has said anything about this section yet.");
        await new Browser(Site).GetAsync($"{Paper}/nothing", HttpStatusCode.NotFound);
        await asha.GetAsync("/consultations/safer-crossings/comment?about=the-options/nothing", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Words_written_before_signing_in_stay_about_their_section()
    {
        var stranger = new Browser(Site);
        var form = await stranger.FollowAsync(await stranger.GetAsync(Paper), "Say something about this section (Zebra)");
        var refused = await stranger.SubmitAsync(form, new() { ["Input.Body"] = "" }, HttpStatusCode.UnprocessableEntity);
        refused.Shows("About “Zebra”, as it reads now");
        var check = await stranger.SubmitAsync(refused, new() { ["Input.Body"] = "Put it by the school.", ["Input.Name"] = "Ida" });
        var asked = await stranger.SubmitAsync(check, new() { ["Input.Email"] = "ida@example.org" }, button: "Send me a code");
        var letter = Assert.Single(await Site.LettersToAsync("ida@example.org"));
        var code = System.Text.RegularExpressions.Regex.Match(letter.Text, @"\b\d{6}\b", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        await stranger.SubmitAsync(asked, new() { ["Input.Code"] = code });

        (await new Browser(Site).GetAsync($"{Paper}/zebra")).Shows("Put it by the school.");
    }

    [Fact]
    public async Task A_new_version_shows_once_it_is_published_and_comments_keep_the_words_they_are_about()
    {
        await SayAsync("lights", "Two are too few.");
        var edit = await staff.FollowAsync(await staff.GetAsync(Desk), "Lights: change this section");
        var saved = await staff.SubmitAsync(edit, new() { ["Input.Heading"] = "Traffic lights", ["Input.Body"] = "Three sets of lights." });
        saved.Shows("What you wrote is not public yet.");
        (await new Browser(Site).GetAsync(Paper)).Shows("Two sets of lights.");

        await PublishAsync("One more set, because people asked.");

        var paper = await new Browser(Site).GetAsync(Paper);
        paper.Shows("Three sets of lights.");
        paper.Shows("Version 2, 9 June 2026. One more set, because people asked.");
        var section = await new Browser(Site).GetAsync($"{Paper}/lights");
        section.Shows("said about version 1; its words changed since");
        section.Shows("What the section said in version 1");
        section.Shows("Two sets of lights.");
        var old = await new Browser(Site).FollowAsync(paper, "Version 1");
        old.Shows("Two sets of lights.");
        old.DoesNotShow("Say something about this section");
        Assert.Equal("document.published", await Site.AskAsync(db => db.ActivityEntries.OrderByDescending(e => e.Id).Select(e => e.Verb).FirstAsync()));
    }

    [Fact]
    public async Task What_was_said_about_a_section_that_was_removed_is_listed_with_the_old_words()
    {
        await SayAsync("zebra", "Put it by the school.");
        await staff.SubmitAsync(await staff.GetAsync(Desk), button: "Remove Zebra");
        var publish = await staff.GetAsync(Desk + "/publish");
        publish.Shows("Sections that are gone from it");
        publish.Shows("Zebra");
        (await staff.SubmitAsync(publish, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Note", "Say what changed and why");
        await PublishAsync("No money for a zebra crossing.");

        var paper = await new Browser(Site).GetAsync(Paper);
        paper.Shows("Zebra, removed in version 2: 1 comment");
        var section = await new Browser(Site).GetAsync($"{Paper}/zebra");
        section.Shows("This section was removed in version 2.");
        section.Shows("One zebra crossing.");
        section.Shows("said about a section that was removed in version 2");
        section.DoesNotShow("Say something about this section");
        await asha.GetAsync("/consultations/safer-crossings/comment?about=the-options/zebra", HttpStatusCode.NotFound);
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).Shows("about Zebra, version 1");
    }

    [Fact]
    public async Task A_section_that_stands_elsewhere_says_that_it_was_moved()
    {
        await SayAsync("zebra", "Put it by the school.");
        await SayAsync("lights", "Two are too few.");
        await staff.SubmitAsync(await staff.GetAsync(Desk), button: "Move up Zebra");
        await PublishAsync("Zebra first.");

        var pages = new[] { await new Browser(Site).GetAsync($"{Paper}/zebra"), await new Browser(Site).GetAsync($"{Paper}/lights") };
        Assert.Single(pages, p => p.Words().Contains("said about version 1; the section was moved since", StringComparison.Ordinal));
        Assert.Equal(["#zebra", "#lights"], (await new Browser(Site).GetAsync(Paper)).QuerySelectorAll(".cv-contents a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_paper_added_after_publishing_is_public_with_its_first_version()
    {
        var page = await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/documents"), new() { ["Title"] = "New facts" });
        await staff.SubmitAsync(page, new() { ["Input.Heading"] = "Counts", ["Input.Body"] = "120 at eight." });
        await new Browser(Site).GetAsync("/consultations/safer-crossings/documents/new-facts", HttpStatusCode.NotFound);
        (await new Browser(Site).GetAsync("/consultations/safer-crossings")).DoesNotShow("New facts");

        await staff.SubmitAsync(await staff.GetAsync("/manage/consultations/safer-crossings/documents/new-facts/publish"), new() { ["Note"] = "Counted in June." });

        (await new Browser(Site).GetAsync("/consultations/safer-crossings/documents/new-facts")).Shows("120 at eight.");
    }

    [Fact]
    public async Task Only_who_may_consult_here_publishes_a_version()
    {
        foreach (var browser in new[] { await office.StrangerAsync(Capability.Consult), await office.StaffAsync(Capability.EnterOnBehalf) })
            await browser.GetAsync(Desk + "/publish", HttpStatusCode.Forbidden);
    }

    private async Task<IHtmlDocument> SayAsync(string anchor, string words)
    {
        var form = await asha.GetAsync($"/consultations/safer-crossings/comment?about=the-options/{anchor}");
        return await asha.SubmitAsync(await asha.SubmitAsync(form, new() { ["Input.Body"] = words }), button: "Publish");
    }

    private async Task PublishAsync(string note) =>
        (await staff.SubmitAsync(await staff.GetAsync(Desk + "/publish"), new() { ["Note"] = note })).Shows("is published.");
}
