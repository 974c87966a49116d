using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Tests.Manage;
using CommunityVoice.Tests.OnBehalf;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>Papers, and what was written down of meetings, in files: as their pages show them, with every version and no words of comments.</summary>
public sealed class PaperFilesTests : SiteTest
{
    private const string Home = "/consultations/safer-crossings";
    private const string Paper = Home + "/documents/the-options";
    private const string Desk = "/manage" + Paper;
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        files = new(Site);
    }

    [Fact]
    public async Task A_paper_has_its_sections_how_much_was_said_about_each_and_every_version()
    {
        var staff = await StaffAsync();
        var asha = new Browser(Site, (await Site.SaveAsync(A.Person())).Id);
        var form = await asha.GetAsync($"{Home}/comment?about=the-options/zebra");
        await asha.SubmitAsync(await asha.SubmitAsync(form, new() { ["Input.Body"] = "Put it by the school." }), button: "Publish");

        var first = (await files.JsonAsync(Paper + ".json")).GetProperty("item");
        Assert.Equal((1, 1), (first.GetProperty("version").GetInt32(), first.GetProperty("versions").GetArrayLength()));
        Assert.Equal([("Lights", 0), ("Zebra", 1)], first.GetProperty("sections").EnumerateArray().Select(s => (s.GetProperty("heading").GetString()!, s.GetProperty("comments").GetInt32())));
        Assert.DoesNotContain("by the school", first.GetRawText(), StringComparison.Ordinal);

        await staff.SubmitAsync(await staff.GetAsync(Desk), button: "Remove Zebra");
        await staff.SubmitAsync(await staff.GetAsync(Desk + "/publish"), new() { ["Note"] = "No money for a zebra crossing." });

        var now = (await files.JsonAsync(Paper + ".json")).GetProperty("item");
        Assert.Equal(("No money for a zebra crossing.", 2), (now.GetProperty("note").GetString(), now.GetProperty("versions").GetArrayLength()));
        var removed = Assert.Single(now.GetProperty("removed").EnumerateArray());
        Assert.Equal(("Zebra", 2, 1), (removed.GetProperty("heading").GetString(), removed.GetProperty("removedIn").GetInt32(), removed.GetProperty("comments").GetInt32()));
        var section = Assert.Single((await files.CsvAsync(Paper + ".csv")).Rows);
        Assert.Equal(("Lights", "Two sets of lights.", "0", $"{Paper}/lights"), (section["heading"], section["text"], section["comments"], section["path"]));
    }

    [Fact]
    public async Task A_comment_leads_to_the_section_that_it_is_about_while_it_can_be_seen()
    {
        await StaffAsync();
        await Site.AssessAsync(await Site.AskAsync(db => db.Consultations.Where(c => c.Slug == "safer-crossings").Select(c => c.Id).SingleAsync()), Dataset.Comments);
        var asha = new Browser(Site, (await Site.SaveAsync(A.Person())).Id);
        var form = await asha.GetAsync($"{Home}/comment?about=the-options/zebra");
        await asha.SubmitAsync(await asha.SubmitAsync(form, new() { ["Input.Body"] = "Put it by the school." }), button: "Publish");

        var row = Assert.Single((await files.CsvAsync(Home + "/comments.csv")).Rows);
        var section = Assert.Single(await files.ItemsAsync(Home + "/comments.json")).GetProperty("section");

        Assert.Equal(($"{Paper}/zebra", "Zebra", "1"), (row["section"], row["section_heading"], row["section_version"]));
        Assert.Equal(("the-options", "zebra", $"{Paper}/zebra"), (section.GetProperty("paper").GetString(), section.GetProperty("anchor").GetString(), section.GetProperty("path").GetString()));
        Assert.NotNull((await new Browser(Site).GetAsync(Home)).QuerySelector($".comment a[href='{Paper}/zebra']"));

        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Comments.SingleAsync()).Withdraw(Site.Now);
            await db.SaveChangesAsync();
        });
        Assert.Equal("", Assert.Single((await files.CsvAsync(Home + "/comments.csv")).Rows)["section"]);
    }

    [Fact]
    public async Task An_earlier_version_keeps_its_words_and_each_page_links_to_its_files()
    {
        var staff = await StaffAsync();
        var edit = await staff.FollowAsync(await staff.GetAsync(Desk), "Lights: change this section");
        await staff.SubmitAsync(edit, new() { ["Input.Heading"] = "Lights", ["Input.Body"] = "Three sets of lights." });
        await staff.SubmitAsync(await staff.GetAsync(Desk + "/publish"), new() { ["Note"] = "One more set." });

        var old = (await files.JsonAsync(Paper + "/versions/1.json")).GetProperty("item");

        Assert.Equal(["Two sets of lights.", "One zebra crossing."], old.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("text").GetString()));
        Assert.Equal($"{Paper}/versions/1", old.GetProperty("path").GetString());
        Assert.Equal("Three sets of lights.", (await files.JsonAsync(Paper + "/versions/2.json")).GetProperty("item").GetProperty("sections")[0].GetProperty("text").GetString());
        await files.JsonAsync(Paper + "/versions/3.json", HttpStatusCode.NotFound);
        Assert.Equal([Paper + ".json", Paper + ".csv"], await LinksAsync(Paper));
        Assert.Equal([Paper + "/versions/1.json"], await LinksAsync(Paper + "/versions/1"));
    }

    [Fact]
    public async Task A_paper_that_is_not_public_yet_is_in_no_file()
    {
        var consultation = A.Consultation();
        var waiting = new Document(consultation, "The costs", "the-costs", 1);
        waiting.Await();
        consultation.Documents.Add(waiting);
        await Site.SaveAsync(consultation);
        var draft = A.Consultation("New lights", consultation.Area, consultation.AskedBy, published: false);
        draft.Documents.Add(new Document(draft, "The options", "the-options", 1));
        await Site.SaveAsync(draft);

        Assert.Equal(0, (await files.JsonAsync(Home + ".json")).GetProperty("item").GetProperty("documents").GetArrayLength());
        await files.JsonAsync(Home + "/documents/the-costs.json", HttpStatusCode.NotFound);
        await files.JsonAsync("/consultations/new-lights/documents/the-options.json", HttpStatusCode.NotFound);
        var package = await files.TextAsync("/open-data/datapackage.json");
        Assert.DoesNotContain("the-costs", package, StringComparison.Ordinal);
        Assert.DoesNotContain("new-lights", package, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_says_what_its_page_does_and_leads_to_what_was_said_that_can_be_seen()
    {
        var scene = await AnswerScene.MakeAsync(Site);
        await scene.RecordMeetingAsync(notes: "It was warm in there.");
        await Site.AskAsync(db => db.Comments.Where(c => c.Body == "Cars do not stop.").ExecuteUpdateAsync(set => set.SetProperty(c => c.RemovedAt, Site.Now)));
        var listed = Assert.Single((await files.JsonAsync(Home + ".json")).GetProperty("item").GetProperty("meetings").EnumerateArray());
        var path = listed.GetProperty("path").GetString()!;

        var meeting = (await files.JsonAsync(path + ".json")).GetProperty("item");

        Assert.Equal(("Weir Hall", 25, "It was warm in there."), (meeting.GetProperty("place").GetString(), meeting.GetProperty("people").GetInt32(), meeting.GetProperty("notes").GetString()));
        Assert.Equal(("Mostly carers", scene.Body.Slug), (meeting.GetProperty("groups").GetString(), meeting.GetProperty("by").GetString()));
        var point = Assert.Single(meeting.GetProperty("points").EnumerateArray()).GetProperty("path").GetString();
        Assert.NotNull((await new Browser(Site).GetAsync(path)).QuerySelector($"main a[href='{point}']"));
        Assert.DoesNotContain("change too fast", meeting.GetRawText(), StringComparison.Ordinal);
        Assert.Equal([path + ".json"], await LinksAsync(path));

        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            (await db.Meetings.Include(m => m.Points).SingleAsync()).TakeBack("It was written down twice.", Site.Now);
            await db.SaveChangesAsync();
        });
        await files.JsonAsync(path + ".json", HttpStatusCode.NotFound);
    }

    private async Task<Browser> StaffAsync()
    {
        var office = new Office(Site);
        var staff = await office.StaffAsync();
        var consultation = office.Consultation();
        var paper = new Document(consultation, "The options", "the-options", 1);
        consultation.Documents.Add(paper);
        paper.Sections.Add(new DocumentSection(paper, "lights", "Lights", "Two sets of lights.", 1));
        paper.Sections.Add(new DocumentSection(paper, "zebra", "Zebra", "One zebra crossing.", 2));
        await Site.SaveAsync(consultation);
        return staff;
    }

    private async Task<IEnumerable<string?>> LinksAsync(string path) =>
        (await new Browser(Site).GetAsync(path)).QuerySelectorAll(".cv-data a[href^='/consultations']").Select(a => a.GetAttribute("href"));
}
