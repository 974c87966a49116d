using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

/// <summary>Whom a consultation means to hear from, beside who was heard (rules R-A7 and R-A18).</summary>
public sealed class ReachPlanTests : SiteTest
{
    private const string Plan = "/manage/consultations/safer-crossings/reach";
    private const string Page = "/consultations/safer-crossings";
    private Office office = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Fact]
    public async Task The_plan_asks_for_those_who_are_missed_and_says_for_whom_nobody_is_planned_yet()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var task = await staff.GetAsync("/manage/consultations/safer-crossings");
        task.Shows("Reach plan Incomplete Nobody is planned for yet.");
        (await staff.GetAsync("/manage/consultations/safer-crossings/edit")).Shows("the reach plan");

        var empty = await staff.FollowAsync(task, "Change reach plan");
        empty.Shows("No group yet");
        empty.Shows("Who you plan to hear from Everybody who lives, works or learns nearby.");
        Assert.All(Enum.GetValues<WhyPlanned>(), why => empty.Shows($"{why.Word()} Nobody yet {why.Prompt()}"));
        Assert.All(["Inclusion health", "Seldom heard", "Missed by needs assessments", "At a turning point in life"], words => Assert.Contains(empty.QuerySelectorAll(".nhsuk-radios label"), l => l.Words() == words));

        var plan = await staff.SubmitAsync(empty, Group("People without a home", "InclusionHealth", "The kitchen asks over meals.", aim: "12"));

        plan.Shows("The group is in the plan.");
        plan.Shows("Inclusion health People without a home");
        plan.Shows("People without a home Inclusion health not measured The kitchen asks over meals. 12");
        plan.Shows("Seldom heard Nobody yet");
        (await staff.GetAsync("/manage/consultations/safer-crossings")).Shows("Reach plan 1 group");
    }

    [Fact]
    public async Task Groups_are_changed_and_removed_before_people_are_asked_and_each_step_is_recorded()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var plan = await staff.SubmitAsync(await staff.GetAsync(Plan), Group("", "Affected", "Their circle rings them.", "Carer", "20"));
        plan.Shows("Carer Known to be affected Carer Their circle rings them. 20");

        var change = await staff.FollowAsync(plan, "Change Carer");
        plan = await staff.SubmitAsync(change, Group("Unpaid carers", "SeldomHeard", "Their circle rings them.", "Carer", ""));
        plan.Shows("The group is saved.");
        plan.Shows("Unpaid carers Seldom heard Carer Their circle rings them. not said");

        var remove = await staff.FollowAsync(plan, "remove Unpaid carers");
        remove.Shows("“Unpaid carers”: Their circle rings them.");
        (await staff.SubmitAsync(remove, button: "Remove it")).Shows("No group yet");

        var entries = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb.StartsWith("consultation.group-")).OrderBy(e => e.Id).ToListAsync());
        Assert.Equal(["consultation.group-planned", "consultation.group-replanned", "consultation.group-dropped"], entries.Select(e => e.Verb));
        Assert.Equal("Carer (Affected, counted as Carer, 20 people): Their circle rings them.; now Unpaid carers (SeldomHeard, counted as Carer): Their circle rings them.", entries[1].Detail);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var form = await staff.GetAsync(Plan);

        var refused = await staff.SubmitAsync(form, new() { ["Input.Aim"] = "many" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Why", "Choose why they are in the plan");
        refused.ShowsError("Input.How", "Say how you will reach them");
        Assert.Equal("many", refused.QuerySelector("[name='Input.Aim']")!.GetAttribute("value"));
        Assert.NotNull(refused.QuerySelector("#Input_Aim-error"));
        var nameless = await staff.SubmitAsync(form, Group(" ", "Affected", "By post.", aim: "0"), HttpStatusCode.UnprocessableEntity);
        nameless.ShowsError("Input.Name", "Name the group, or choose a voice");
        nameless.ShowsError("Input.Aim", "Enter a number from 1 to 1,000,000");
        Assert.Equal("By post.", nameless.QuerySelector("[name='Input.How']")!.TextContent.Trim());

        await staff.SubmitAsync(form, Group("Carers", "Affected", "By phone.", "Carer"));
        (await staff.SubmitAsync(form, Group("Carers", "Affected", "By post."), HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Name", "This group is in the plan already");
        var twice = await staff.SubmitAsync(form, Group("Young carers", "Affected", "At school.", "Carer"), HttpStatusCode.UnprocessableEntity);
        twice.ShowsError("Input.Voice", "A group of this voice is in the plan already. Both would be shown the same people: name them together, or leave the voice out");
        Assert.Equal("Young carers", twice.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(1, await Site.AskAsync(db => db.PlannedGroups.CountAsync()));
    }

    [Fact]
    public async Task Planned_stands_beside_heard_with_small_numbers_hidden_and_what_is_not_known_not_measured()
    {
        var staff = await office.StaffAsync();
        var consultation = await Site.SaveAsync(office.Consultation());
        await PlanAsync(consultation);
        await HeardAsync(consultation, (Voice.Resident, 20), (Voice.Carer, 5), (Voice.CommunityGroup, 5));

        var page = await new Browser(Site).GetAsync(Page);

        page.Shows("Planned Everybody who lives, works or learns nearby. Heard so far 30 people");
        Assert.Equal("about 20", Heard(page, "Neighbours"));
        Assert.Equal("hidden, to protect them", Heard(page, "Unpaid carers")); // and no word of whether that is little
        Assert.Equal("0 Heard little", Heard(page, "Practices"));
        Assert.Equal("not measured", Heard(page, "People without a home"));
        Assert.Equal("40 people", Cell(page, "Neighbours", "Planned"));
        Assert.Equal("no number set", Cell(page, "People without a home", "Planned"));
        Assert.Equal("By post.", Cell(page, "Neighbours", "How they are reached"));
        page.Shows("People without a home Inclusion health");
        page.Shows("Counted by the voice people said they speak in: resident, carer, primary care.");
        page.Shows("“Heard little” means less than half of those planned for.");
        Assert.Equal("#reach", page.QuerySelectorAll(".cv-action a").Single(a => a.Words() == "Group by group").GetAttribute("href"));

        // Nothing here tells more than the breakdown that the page has shown all along.
        var data = (await new DataFiles(Site).JsonAsync($"{Page}.json")).GetProperty("item");
        var heard = data.GetProperty("heardFrom").EnumerateArray().ToDictionary(r => r.GetProperty("label").GetString()!, r => r.GetProperty("count").GetRawText(), StringComparer.Ordinal);
        var groups = data.GetProperty("plannedGroups").EnumerateArray().ToDictionary(g => g.GetProperty("name").GetString()!, StringComparer.Ordinal);
        Assert.Equal(heard["Resident"], groups["Neighbours"].GetProperty("heard").GetRawText());
        Assert.Equal(heard["Carer"], groups["Unpaid carers"].GetProperty("heard").GetRawText());
        Assert.True(groups["Unpaid carers"].GetProperty("heard").GetProperty("isHidden").GetBoolean());
        Assert.Equal("notMeasured", groups["People without a home"].GetProperty("reached").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, groups["People without a home"].GetProperty("heard").ValueKind);
        Assert.Equal(40, groups["Neighbours"].GetProperty("aim").GetInt32());
    }

    [Fact]
    public async Task Fewer_than_half_of_those_planned_for_is_called_little_by_the_number_that_is_shown()
    {
        var consultation = await Site.SaveAsync(office.Consultation());
        await Site.SaveAsync(
            new PlannedGroup(consultation, new("Neighbours", Voice.Resident, WhyPlanned.Affected, "By post.", 41), Site.Now),
            new PlannedGroup(consultation, new("Groups", Voice.CommunityGroup, WhyPlanned.Affected, "By post.", 20), Site.Now));
        await HeardAsync(consultation, (Voice.Resident, 20), (Voice.CommunityGroup, 10));

        var page = await new Browser(Site).GetAsync(Page);

        Assert.Equal("about 20 Heard little", Heard(page, "Neighbours"));
        Assert.Equal("about 10", Heard(page, "Groups"));
    }

    [Fact]
    public async Task Below_twenty_people_and_before_it_opens_nothing_is_told_of_groups()
    {
        var consultation = await Site.SaveAsync(office.Consultation());
        var scheduled = await Site.SaveAsync(A.Consultation("Next year", office.Place, office.Body, FakeClock.Today.AddDays(5), FakeClock.Today.AddDays(50)));
        await PlanAsync(consultation);
        await PlanAsync(scheduled);
        await HeardAsync(consultation, (Voice.Resident, 10), (Voice.Carer, 9));

        var page = await new Browser(Site).GetAsync(Page);
        Assert.Equal("shown later", Heard(page, "Neighbours"));
        Assert.Equal("not measured", Heard(page, "People without a home"));
        page.Shows("Numbers by group are shown once 20 people have taken part");
        page.DoesNotShow("“Heard little” means");
        Assert.Equal("not open yet", Heard(await new Browser(Site).GetAsync("/consultations/next-year"), "Neighbours"));
    }

    [Fact]
    public async Task Without_a_plan_the_page_says_nothing_of_groups()
    {
        await Site.SaveAsync(office.Consultation());

        var page = await new Browser(Site).GetAsync(Page);

        Assert.Null(page.GetElementById("reach"));
        page.Shows("Who we hope to hear from Everybody who lives, works or learns nearby.");
        page.DoesNotShow("Group by group");
    }

    [Fact]
    public async Task Once_it_is_public_groups_are_added_with_their_day_and_only_the_way_to_them_changes()
    {
        var staff = await office.StaffAsync();
        var consultation = await Site.SaveAsync(office.Consultation());
        var group = await Site.SaveAsync(new PlannedGroup(consultation, new("Neighbours", Voice.Resident, WhyPlanned.Affected, "By post.", 40), consultation.PublishedAt!.Value.AddDays(-1)));

        var change = await staff.FollowAsync(await staff.GetAsync(Plan), "Change Neighbours");
        change.Shows("The plan is public");
        Assert.Null(change.QuerySelector("[name='Input.Name'], [name='Input.Aim'], [name='Input.Voice'], [name='Input.Why']"));
        var empty = await staff.SubmitAsync(change, new() { ["Input.How"] = "" }, HttpStatusCode.UnprocessableEntity);
        empty.ShowsError("Input.How", "Say how you will reach them");
        await staff.SubmitAsync(change, new() { ["Input.How"] = "At every door." });
        await staff.GetAsync($"{Plan}/{group.Id}/remove", HttpStatusCode.NotFound);
        Assert.Throws<InvalidOperationException>(() => group.Rewrite(group.Facts with { Aim = 2 }));

        await staff.SubmitAsync(await staff.GetAsync(Plan), Group("Night workers", "SeldomHeard", "At the depot."));

        var page = await new Browser(Site).GetAsync(Page);
        page.Shows("Neighbours Known to be affected At every door. 40 people");
        page.Shows("Night workers Seldom heard, added on 9 June 2026 At the depot.");
    }

    [Fact]
    public async Task Only_those_who_may_ask_here_plan_and_a_listening_space_has_no_plan()
    {
        var consultation = await Site.SaveAsync(office.Consultation(published: false));
        await Site.SaveAsync(A.ListeningSpace(area: office.Place, askedBy: office.Body));
        var group = await Site.SaveAsync(new PlannedGroup(consultation, new("Neighbours", null, WhyPlanned.Affected, "By post.", null), Site.Now));

        foreach (var other in new[] { await office.StrangerAsync(Capability.Consult), await office.StaffAsync(Capability.Publish) })
            foreach (var page in new[] { "", $"/{group.Id}", $"/{group.Id}/remove" }) await other.GetAsync($"{Plan}{page}", HttpStatusCode.Forbidden);

        var staff = await office.StaffAsync();
        foreach (var page in new[] { "", $"/{group.Id}", $"/{group.Id}/remove" }) await staff.GetAsync($"{Plan}{page}");
        await staff.GetAsync("/manage/consultations/rivermead-listening-space/reach", HttpStatusCode.NotFound);
        (await staff.GetAsync("/manage/consultations/rivermead-listening-space")).DoesNotShow("Reach plan");
    }

    private static string Cell(IHtmlDocument page, string group, string column) => page.QuerySelectorAll("section[aria-labelledby=reach] tbody tr")
        .Single(r => r.QuerySelector("th")!.Words().StartsWith(group, StringComparison.Ordinal)).QuerySelector($"td[data-label='{column}']")!.Words();

    private static string Heard(IHtmlDocument page, string group) => Cell(page, group, "Heard so far");

    private static Dictionary<string, StringValues> Group(string name, string why, string how, string voice = "", string aim = "") =>
        Office.Answers(("Input.Name", name), ("Input.Why", why), ("Input.How", how), ("Input.Voice", voice), ("Input.Aim", aim));

    private Task PlanAsync(Consultation consultation) => Site.SaveAsync(
        new PlannedGroup(consultation, new("Neighbours", Voice.Resident, WhyPlanned.Affected, "By post.", 40), Site.Now.AddDays(-30)),
        new PlannedGroup(consultation, new("Unpaid carers", Voice.Carer, WhyPlanned.LifeTransition, "By phone.", 60), Site.Now.AddDays(-30)),
        new PlannedGroup(consultation, new("Practices", Voice.PrimaryCare, WhyPlanned.Affected, "By letter.", 10), Site.Now.AddDays(-30)),
        new PlannedGroup(consultation, new("People without a home", null, WhyPlanned.InclusionHealth, "Over a meal.", null), Site.Now.AddDays(-30)));

    private async Task HeardAsync(Consultation consultation, params (Voice Voice, int People)[] voices)
    {
        var people = voices.SelectMany(v => Enumerable.Range(0, v.People).Select(_ => A.Person(voice: v.Voice))).ToList();
        await Site.SaveAsync(people[0], [.. people.Skip(1)]);
        await Site.SaveAsync(A.Comment(consultation, people[0]), [.. people.Skip(1).Select(p => A.Comment(consultation, p))]);
        await Site.AskAsync(async db =>
        {
            await CommentCounts.RecountAsync(db, consultation.Id, default);
            return true;
        });
        await Site.AssessAsync(consultation.Id, Dataset.Heard);
        await Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default));
    }
}
