using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Tests.Decisions;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

/// <summary>The equality record (rule R-A16): three aims, who is affected, what is done about harm, and what changed by the decision.</summary>
public sealed class EqualityTests : SiteTest
{
    private const string Page = "/consultations/safer-crossings";
    private const string Desk = "/manage/consultations/safer-crossings";
    private Office office = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Fact]
    public async Task Nothing_opens_before_somebody_affected_is_named_in_the_reach_plan()
    {
        var staff = await office.StaffAsync();
        var draft = await Site.SaveAsync(office.Consultation(published: false));

        var check = await staff.GetAsync($"{Desk}/publish");
        var lack = check.QuerySelectorAll("main li a").Single();
        Assert.Equal("Name at least one group known to be affected in the reach plan", lack.Words());
        Assert.Equal($"{Desk}/reach", lack.GetAttribute("href"));
        Assert.Empty(check.QuerySelectorAll("main form"));

        await Site.SaveAsync(new PlannedGroup(draft, new("Night workers", null, WhyPlanned.SeldomHeard, "At the depot.", null), Site.Now));
        (await staff.GetAsync($"{Desk}/publish")).Shows("Name at least one group known to be affected");
        await Site.SaveAsync(new PlannedGroup(draft, new("Neighbours", null, WhyPlanned.Affected, "By post.", null), Site.Now));
        (await staff.SubmitAsync(await staff.GetAsync($"{Desk}/publish"))).Shows("Published.");

        var page = await new Browser(Site).GetAsync(Page);
        page.Shows("Known to be affected Neighbours Ending discrimination Nobody is turned away at a crossing.");
        page.Shows("What is done about harm it might do Tactile paving at each crossing.");
        var equality = (await new DataFiles(Site).JsonAsync($"{Page}.json")).GetProperty("item").GetProperty("equality");
        Assert.Equal("Drivers and walkers talk at the parish meeting.", equality.GetProperty("fostersRelations").GetString());
        Assert.Equal("Neighbours", Assert.Single(equality.GetProperty("groups").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task What_was_public_is_not_emptied_afterwards()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation());

        var refused = await staff.SubmitAsync(await staff.GetAsync($"{Desk}/edit"), new() { ["Input.Mitigations"] = "" }, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Mitigations", "Say what is done about harm it might do");
    }

    [Fact]
    public async Task A_body_that_is_no_public_authority_needs_no_record_and_everybody_sees_why()
    {
        var admin = await office.StaffAsync(Capability.Administer);
        var form = await admin.GetAsync($"/manage/bodies/{office.Body.Slug}/authority");
        (await admin.SubmitAsync(form, new() { ["Input.IsNone"] = "true" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Reason", "Say why it is no public authority");
        await admin.SubmitAsync(form, new() { ["Input.IsNone"] = "true", ["Input.Reason"] = "A charity of neighbours." });
        Assert.Equal("No public authority: A charity of neighbours.", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "body.authority-said").Select(e => e.Detail).SingleAsync()));
        (await new Browser(Site).GetAsync($"/bodies/{office.Body.Slug}")).Shows("so the equality duty does not bind it: A charity of neighbours.");
        Assert.Equal("A charity of neighbours.", (await new DataFiles(Site).JsonAsync($"/bodies/{office.Body.Slug}.json")).GetProperty("item").GetProperty("noPublicAuthority").GetString());

        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var edit = await staff.GetAsync($"{Desk}/edit");
        edit.Shows("is no public authority: A charity of neighbours.");
        await staff.SubmitAsync(edit, new() { ["Input.EndsDiscrimination"] = "", ["Input.AdvancesOpportunity"] = "", ["Input.FostersRelations"] = "", ["Input.Mitigations"] = "" });
        (await staff.SubmitAsync(await staff.GetAsync($"{Desk}/publish"))).Shows("Published.");
        (await new Browser(Site).GetAsync(Page)).Shows("is no public authority, so the equality duty does not bind it: A charity of neighbours.");

        var stranger = await office.StrangerAsync(Capability.Administer);
        await stranger.GetAsync($"/manage/bodies/{office.Body.Slug}/authority", HttpStatusCode.Forbidden);
        await admin.SubmitAsync(await admin.GetAsync($"/manage/bodies/{office.Body.Slug}/authority"), new() { ["Input.IsNone"] = StringValues.Empty });
        Assert.Null(await Site.AskAsync(db => db.Bodies.Where(b => b.Id == office.Body.Id).Select(b => b.NoPublicAuthority).SingleAsync()));
    }

    [Fact]
    public async Task What_was_written_in_one_text_before_stays_readable()
    {
        var consultation = await Site.SaveAsync(office.Consultation());
        await Site.AskAsync(db => db.Consultations.Where(c => c.Id == consultation.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.EqualityNote, "Older people cross most.")));

        var page = await new Browser(Site).GetAsync(Page);
        page.Shows("Equality, as it was recorded before");
        page.Shows("Older people cross most.");
        var edit = await (await office.StaffAsync()).GetAsync($"{Desk}/edit");
        edit.Shows("What was recorded before in one text");
        edit.Shows("Older people cross most.");
        Assert.Equal("Older people cross most.", (await new DataFiles(Site).JsonAsync($"{Page}.json")).GetProperty("item").GetProperty("equalityNote").GetString());
    }

    [Fact]
    public async Task A_decision_says_what_changed_for_equality()
    {
        var scene = await DecisionScene.MakeAsync(Site);
        await scene.Asked.SentAsync();
        var answers = DecisionScene.Whole();
        answers["Input.EqualityChange"] = " ";
        (await scene.Browser.SubmitAsync(await scene.Browser.GetAsync(DecisionScene.Desk), answers, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.EqualityChange", "Say what changed for equality, or that nothing did and why");

        await scene.PublishAsync(DecisionScene.Whole());

        (await new Browser(Site).GetAsync(DecisionScene.Path)).Shows("Equality: what changed Older people have time to cross. Nobody waits longer than a minute.");
    }

    [Fact]
    public async Task The_law_and_how_people_are_involved_stand_in_one_line_and_lists_are_kept_to_one_law()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation());
        await Site.SaveAsync(A.Consultation("Longer evenings", office.Place, office.Body));
        await staff.SubmitAsync(await staff.GetAsync($"{Desk}/edit"), new() { ["Input.LegalHook"] = "s14z45-proposals", ["Input.Involvement"] = "Informed" });

        var reader = new Browser(Site);
        var line = (await reader.GetAsync(Page)).GetElementById("law")!.Words();
        Assert.Equal("People must be involved in working out proposals that would change how these services reach them: National Health Service Act 2006, section 14Z45(2)(b). How people are involved: informed.", line);

        var all = await reader.GetAsync("/consultations");
        var one = await reader.SubmitAsync(all, new() { ["hook"] = "s14z45-proposals" });
        one.Shows("Safer crossings");
        one.DoesNotShow("Longer evenings");
        one.Shows("Only what rests on: Proposals for change");
        var files = new DataFiles(Site);
        var row = Assert.Single(await files.ItemsAsync("/consultations.json?hook=s14z45-proposals"));
        Assert.Equal("informed", row.GetProperty("involvement").GetString());
        Assert.Equal(2, (await files.ItemsAsync("/consultations.json")).Count);
        var csv = await files.TextAsync("/consultations.csv?hook=none");
        Assert.Contains("longer-evenings", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("safer-crossings", csv, StringComparison.Ordinal);
        // The address of the next page keeps the choice.
        await Site.SaveAsync(A.Consultation("A third", office.Place, office.Body));
        Assert.Contains("hook=none", (await files.JsonAsync("/consultations.json?limit=1&hook=none")).GetProperty("next").GetString(), StringComparison.Ordinal);
    }
}
