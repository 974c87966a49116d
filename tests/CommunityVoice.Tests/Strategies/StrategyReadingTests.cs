using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Strategies;

/// <summary>What readers of a strategy are told beside its actions: risks, orphans, reviews, whom actions fall to, how money is held, who was involved.</summary>
public sealed class StrategyReadingTests : SiteTest
{
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
    }

    [Fact]
    public async Task What_is_at_risk_and_what_nobody_asked_for_stands_on_the_page()
    {
        await Site.DoAsync<CommunityVoiceDb>(db => db.Themes.Where(t => t.Id == scene.Said.Lights.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.IsAboutCapacity, true)));
        var draft = await scene.DraftAsync();
        var check = await scene.Browser.GetAsync($"{draft}/publish");
        check.Shows("Actions that no finding asks for Each says why it is there all the same. 2. Ask residents Nobody asked yet.");
        await scene.AddActionAsync(draft, "Paint the kerbs", "Other", 2, withFinding: true, unfunded: "Volunteers paint.");
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        page.Shows("1 at risk");
        Assert.Contains("At risk: no money", page.QuerySelector("#action-3")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Where capacity is short Lights (2 comments)", page.QuerySelector("#action-3")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("At risk", page.QuerySelector("#action-1")!.Words(), StringComparison.Ordinal); // about the workforce, with money
        Assert.Contains("Where capacity is short Lights", page.QuerySelector("#action-1")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Where capacity is short", page.QuerySelector("#action-2")!.Words(), StringComparison.Ordinal);
        Assert.Equal(["#action-2"], page.QuerySelectorAll("section[aria-labelledby=orphans] a").Select(a => a.GetAttribute("href")));
        var some = await new Browser(Site).GetAsync($"{StrategyScene.Path}?class=workforce"); // where the action is not, the list leads to where it is
        Assert.Equal([$"{StrategyScene.Path}#action-2"], some.QuerySelectorAll("section[aria-labelledby=orphans] a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_finding_of_a_review_names_the_review()
    {
        await scene.PublishedAsync();
        Assert.DoesNotContain("for the review", (await new Browser(Site).GetAsync(StrategyScene.Path)).Body!.TextContent, StringComparison.Ordinal);
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var consultation = await db.Consultations.Include(c => c.Area).SingleAsync();
            consultation.BelongTo(new CommunityVoice.Reviews.Review("Night review", "night-review", consultation.Area, null, ""));
            await db.SaveChangesAsync();
        });

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);

        Assert.Contains("for the review Night review", page.QuerySelector("#action-1")!.Words(), StringComparison.Ordinal);
        Assert.Equal("/reviews/night-review", page.QuerySelectorAll("#action-1 a").Single(a => a.Words() == "Night review").GetAttribute("href"));
    }

    [Fact]
    public async Task Actions_are_shown_by_class_with_their_numbers()
    {
        var draft = await scene.DraftAsync();
        await scene.AddActionAsync(draft, "A desk in the library", "PlaceCapacity", 2, unfunded: "It is there.");
        await scene.PublishAsync(draft);
        var reader = new Browser(Site);

        var page = await reader.GetAsync(StrategyScene.Path);
        Assert.Equal(["3 All", "1 Workforce", "1 Local accountability", "1 Place capacity"], page.QuerySelectorAll("nav[aria-label='Actions by what they are about'] li").Select(l => l.Words()));
        var some = await reader.FollowAsync(page, "1 Place capacity");

        Assert.NotNull(some.QuerySelector("#action-3"));
        Assert.Null(some.QuerySelector("#action-1"));
        some.Shows("Only actions about: Place capacity. Show all");
        Assert.NotNull((await reader.FollowAsync(some, "Show all")).QuerySelector("#action-1"));
        (await reader.GetAsync($"{StrategyScene.Path}?class=capacity")).Shows("No action is about this.");
        Assert.NotNull((await reader.GetAsync($"{StrategyScene.Path}?class=nothing")).QuerySelector("#action-1"));
    }

    [Fact]
    public async Task Both_percentages_of_the_shift_come_out_of_the_file()
    {
        var draft = await scene.DraftAsync();
        var line = StrategyScene.Line("A ward at home", "7,333.33");
        (line["Input.ToSetting"], line["Input.RecipientKind"], line["Input.Recipient"]) = ("community-services", "nhs-trust", "The trust");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line);
        line = StrategyScene.Line("The hospital's roof", "4,000");
        (line["Input.FromSetting"], line["Input.ToSetting"], line["Input.RecipientKind"]) = ("new-money", "hospital", "nhs-trust");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line);
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync($"{StrategyScene.Path}/money");
        var (_, rows) = await new DataFiles(Site).CsvAsync($"{StrategyScene.Path}/money.csv");
        decimal Of(Func<IReadOnlyDictionary<string, string>, bool> which) => rows.Where(which).Sum(r => decimal.Parse(r["value"], CultureInfo.InvariantCulture));
        string Percent(decimal part) => $"{Math.Round(part / Of(_ => true) * 100, MidpointRounding.AwayFromZero)}%";
        var near = Strategies.Plan.Lists.Settings.Where(s => s.Counts == MoneyLists.Neighbourhood).Select(s => s.Code).ToHashSet();
        var voluntary = Strategies.Plan.Lists.Recipients.Where(s => s.Counts == MoneyLists.Voluntary).Select(s => s.Code).ToHashSet();
        var shown = page.QuerySelectorAll("h1 ~ .cv-figures a").Select(a => a.QuerySelector("b")!.Words()).ToList();

        Assert.Equal(4, rows.Count);
        Assert.Equal(Percent(Of(r => r["from-setting"] == "hospital" && near.Contains(r["to-setting"]))), shown[0]);
        Assert.Equal(Percent(Of(r => voluntary.Contains(r["recipient-kind"]))), shown[1]);
        Assert.NotEqual(shown[0], shown[1]);
        var flows = page.QuerySelectorAll("figure:has(figcaption) tbody tr").Where(r => r.QuerySelector("[data-label=To]") is not null).ToList();
        Assert.Equal(["Hospital Community health services £7,333.33", "Hospital Voluntary groups £21,000.50", "New money Hospital £4,000"], flows.Select(r => string.Join(' ', r.Words().Split(' ')[..^1])));
        Assert.All(flows, r => Assert.NotNull(r.QuerySelector("svg.cv-bar")));
    }

    [Fact]
    public async Task A_line_says_its_level_its_terms_its_reports_and_the_risk_that_is_taken()
    {
        var draft = await scene.DraftAsync();
        var line = StrategyScene.Line("A meal on Tuesdays", "9,000");
        (line["Input.Level"], line["Input.Unrestricted"], line["Input.Reporting"]) = ("Neighbourhood", "lots", "Quarterly");
        line["Input.RiskAccepted"] = "Nobody counts who eats.";
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/lines/new"), line, HttpStatusCode.UnprocessableEntity);
        Assert.Contains("lots", refused.QuerySelector("[name='Input.Unrestricted']")!.GetAttribute("value"), StringComparison.Ordinal);
        line["Input.Unrestricted"] = "101";
        (await scene.Browser.SubmitAsync(refused, line, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Unrestricted", "Enter a whole number from 0 to 100");
        line["Input.Unrestricted"] = "40";
        await scene.Browser.SubmitAsync(refused, line);
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync($"{StrategyScene.Path}/money");
        var words = page.QuerySelector("#line-3")!.Words();
        Assert.Contains("They decide how to use 40% of it.", words, StringComparison.Ordinal);
        Assert.Contains("Decided at the level of: Neighbourhood. Reports: Four times a year. Heavy for a small grant", words, StringComparison.Ordinal);
        Assert.Contains("A risk accepted instead of more control: Nobody counts who eats.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Heavy", page.QuerySelector("#line-1")!.Words(), StringComparison.Ordinal);
        page.Shows("They decide themselves how to use £24,600.50 of it."); // 21,000.50 and 40% of 9,000
        Assert.Equal(["Neighbourhood 1 £9,000 30%", "Place 2 £21,000.50 70%"], page.QuerySelectorAll("section[aria-labelledby=levels] tbody tr").Select(r => r.Words()));

        var second = await scene.RevisedAsync(draft);
        var id = await Site.AskAsync(db => db.BudgetLines.Where(l => l.Number == 3).OrderByDescending(l => l.Id).Select(l => l.Id).FirstAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{second}/lines/{id}"), new() { ["Input.RiskAccepted"] = "", ["Input.Unrestricted"] = "0" });
        await scene.PublishAsync(second);
        var changes = await new Browser(Site).GetAsync($"{StrategyScene.Path}/changes");
        changes.Shows("Risk accepted Nobody counts who eats. nothing");
        changes.Shows("Terms They decide how to use 40% of it For this purpose only");
    }

    [Fact]
    public async Task What_falls_to_the_country_needs_an_ask_and_all_asks_stand_together()
    {
        var reader = new Browser(Site);
        (await reader.GetAsync("/national-asks")).Shows("Nothing is asked yet");
        var draft = await scene.DraftAsync();
        await scene.AddActionAsync(draft, "More training", "Other", 2, unfunded: "It is not ours to pay.");
        var action = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 3).Select(a => a.Id).SingleAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/actions/{action}"), new() { ["Input.OwnerKind"] = "National" });
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");
        refused.Shows("Write what is asked of those who decide for the country in action 3");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/actions/{action}"), new() { ["Input.NationalAsk"] = "Pay for =40 places, each year." });
        var second = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 2).Select(a => a.Id).SingleAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/actions/{second}"), new() { ["Input.OwnerKind"] = "Community", ["Input.Owner"] = "" });
        Assert.Empty((await new DataFiles(Site).CsvAsync("/national-asks.csv")).Rows); // drafts are not public
        await scene.PublishAsync(draft);

        var asks = await reader.FollowAsync(await reader.GetAsync("/strategies"), "What places ask for nationally");
        asks.Shows("Pay for =40 places, each year.");
        asks.Shows("For action 3, More training, in “Closer to home” by The board.");
        var page = await reader.FollowAsync(asks, "action 3, More training");
        Assert.Contains("Who does it Those who decide for the country By 31 March 2028 What is asked of them Pay for =40 places, each year.", page.QuerySelector("#action-3")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Who does it The community here By", page.QuerySelector("#action-2")!.Words(), StringComparison.Ordinal);
        var row = Assert.Single((await new DataFiles(Site).CsvAsync("/national-asks.csv")).Rows);
        Assert.Equal(("Pay for =40 places, each year.", "3", "closer-to-home", "rivermead"), (row["ask"], row["action"], row["strategy"], row["area"]));
        (await reader.GetAsync($"/thread/action/{action}")).Shows("More training");

        var later = await scene.RevisedAsync(draft);
        var copy = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 3).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{later}/actions/{copy}/remove"), button: "Take it out");
        await scene.PublishAsync(later);
        (await reader.GetAsync("/national-asks")).Shows("Nothing is asked yet");
    }

    [Fact]
    public async Task Voice_bodies_that_reach_the_area_and_people_there_were_involved_and_the_page_says_how()
    {
        var (county, far) = (A.Area("Wendale", AreaLevel.System), A.Area("Farland"));
        await Site.SaveAsync(county, far, new AreaLink(county, AreaLinkKind.Overlaps, scene.Said.Area));
        await Site.SaveAsync(A.Membership(await Site.SaveAsync(A.Person("Wen D")), county, Capability.Publish, A.Body("Wendale Voice", BodyKind.VoiceBody)));
        await Site.SaveAsync(A.Membership(await Site.SaveAsync(A.Person("Far D")), far, Capability.Publish, A.Body("Farland Voice", BodyKind.VoiceBody)));
        var draft = await scene.DraftAsync();
        var form = await scene.Browser.GetAsync($"{draft}/involved");
        form.Shows("Wendale Voice");
        form.DoesNotShow("Farland Voice");
        await scene.Browser.SubmitAsync(form, new() { ["Input.People"] = "" });
        (await scene.Browser.GetAsync(draft)).Shows("Who was involved Incomplete");
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");
        refused.Shows("Say how people who live or work there were involved");
        var again = await scene.Browser.FollowAsync(await scene.Browser.GetAsync($"{draft}/publish"), "Say how people who live or work there were involved");
        await scene.Browser.SubmitAsync(again, new() { ["Input.People"] = "Those who work here met twice." });
        await scene.PublishAsync(draft);

        var section = (await new Browser(Site).GetAsync(StrategyScene.Path)).QuerySelector("section[aria-labelledby=involved]")!.Words();

        Assert.Contains("They saw the draft.", section, StringComparison.Ordinal);
        Assert.Contains("Wendale Voice", section, StringComparison.Ordinal);
        Assert.Contains("People who live or work there Those who work here met twice.", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_impact_gets_a_measure_of_this_place_and_half_of_one_is_refused()
    {
        var draft = await scene.DraftAsync();
        var item = scene.Framework.Items[0];
        var form = await scene.Browser.GetAsync($"{draft}/measures/{item.Id}");
        await scene.Browser.SubmitAsync(form, new() { ["Input.Measure"] = "People seen the same day" });
        (await scene.Browser.GetAsync(draft)).Shows("Help that is near Incomplete");
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/publish"), expected: HttpStatusCode.UnprocessableEntity, button: "Publish");
        refused.Shows("Say how “Help that is near” is measured here");
        form = await scene.Browser.FollowAsync(await scene.Browser.GetAsync($"{draft}/publish"), "Say how “Help that is near” is measured here");
        var tasks = await scene.Browser.SubmitAsync(form, new()
        {
            ["Input.Baseline"] = "10",
            ["Input.Target"] = "20",
            ["Input.DueOn.Day"] = "31",
            ["Input.DueOn.Month"] = "3",
            ["Input.DueOn.Year"] = "2028",
            ["Input.Owner"] = $"{scene.Board.Id}",
        });
        tasks.Shows("The measure of “Help that is near” is saved.");
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        Assert.Equal("Help that is near People seen the same day 10 20 31 March 2028 The board", page.QuerySelector("section[aria-labelledby=measures] tbody tr")!.Words());
        var measure = (await new DataFiles(Site).JsonAsync($"{StrategyScene.Path}.json")).GetProperty("item").GetProperty("measures")[0];
        Assert.Equal(("near", "The board"), (measure.GetProperty("code").GetString(), measure.GetProperty("owner").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await scene.Browser.SendAsync(HttpMethod.Get, $"{await scene.RevisedAsync(draft)}/measures/999999")).StatusCode);
    }

    [Fact]
    public async Task Other_plans_are_rows_with_their_next_steps_in_order()
    {
        var draft = await scene.DraftAsync();
        var plan = Plan("Living well", "", "2027");
        plan["Input.Address"] = "javascript:alert(1)";
        var refused = await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/plans/new"), plan, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Address", "Enter a whole address, such as https://www.example.org/plan");
        plan["Input.Address"] = "https://www.example.org/living-well";
        (await scene.Browser.SubmitAsync(refused, plan)).Shows("“Living well” is saved.");
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/plans/new"), Plan("What is needed", "It is published", "2026"));
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{draft}/plans/new"), Plan("A mistake", "", "2026"));
        var mistake = await Site.AskAsync(db => db.RelatedPlans.Where(p => p.Title == "A mistake").Select(p => p.Id).SingleAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.FollowAsync(await scene.Browser.GetAsync($"{draft}/plans/{mistake}"), "Take this plan out"), button: "Take it out");
        await scene.PublishAsync(draft);

        var rows = (await new Browser(Site).GetAsync(StrategyScene.Path)).QuerySelectorAll("section[aria-labelledby=other-plans] tbody tr");
        Assert.Equal(["What is needed The council, assessment of needs It is published 31 March 2026", "Living well The council, assessment of needs Not said 31 March 2027"], rows.Select(r => r.Words()));
        Assert.Equal("https://www.example.org/living-well", rows[1].QuerySelector("a")!.GetAttribute("href"));

        var second = await scene.RevisedAsync(draft);
        var copy = await Site.AskAsync(db => db.RelatedPlans.Where(p => p.Title == "Living well").OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{second}/plans/{copy}"), new() { ["Input.NextStep"] = "A look at the second aim" });
        await scene.PublishAsync(second);
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/changes")).Shows("A look at the second aim 31 March 2027");
        var data = (await new DataFiles(Site).JsonAsync($"{StrategyScene.Path}.json")).GetProperty("item").GetProperty("plans");
        Assert.Equal(["What is needed", "Living well"], data.EnumerateArray().Select(p => p.GetProperty("title").GetString()));
    }

    private static Dictionary<string, Microsoft.Extensions.Primitives.StringValues> Plan(string title, string next, string year) => new()
    {
        ["Input.Title"] = title,
        ["Input.Kind"] = "assessment of needs",
        ["Input.By"] = "The council",
        ["Input.NextStep"] = next,
        ["Input.NextOn.Day"] = "31",
        ["Input.NextOn.Month"] = "3",
        ["Input.NextOn.Year"] = year,
    };
}
