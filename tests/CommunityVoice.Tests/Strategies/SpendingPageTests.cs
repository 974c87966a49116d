using System.Globalization;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Strategies;

/// <summary>The money of all strategies of a system and of the authority around it, on their pages.</summary>
public sealed class SpendingPageTests : SiteTest
{
    private readonly Area authority = A.Area("Greater Wendale", AreaLevel.StrategicAuthority);
    private readonly Area system = A.Area("Wendale", AreaLevel.System, 4000);
    private StrategyScene scene = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        scene = await StrategyScene.MakeAsync(Site);
        await scene.PublishedAsync(); // £20,000 for an item that a finding asks for, and £1,000.50 for none
        await Site.SaveAsync(new AreaLink(system, AreaLinkKind.Contains, scene.Said.Area), new AreaLink(authority, AreaLinkKind.Contains, system), new AreaLink(system, AreaLinkKind.Contains, A.Area("Fellside", population: 900)));
        var across = new Strategy(system, A.Body("System board", BodyKind.StrategyBoard), scene.Framework, "across");
        var version = Plan.Whole(across); // twice £10,000
        version.AddLine(Plan.Line(5_000_00) with { Recipient = "The board" });
        version.Publish(scene.Helen.Id, Site.Now);
        await Site.SaveAsync(across);
    }

    [Theory]
    [InlineData("wendale", "£11.50 for each of the 4,000 people of Wendale")]
    [InlineData("greater-wendale", "Nobody has counted the people of Greater Wendale here, so there is no amount a head")] // its places may not cover it
    public async Task Money_of_all_strategies_is_added_up_at_every_level_above_places(string slug, string aHead)
    {
        var page = await new Browser(Site).GetAsync($"/areas/{slug}/money");

        page.Shows("£46,000.50 in 2 strategies");
        page.Shows("In all £46,000.50 – £46,000.50");
        page.Shows("Linked to no priority £6,000.50 £6,000.50");
        page.Shows("Nurses (£5,000)");
        page.Shows("No strategy of its own is published for:");
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == "/areas/fellside");
        Assert.Contains(page.QuerySelectorAll("a"), a => a.GetAttribute("href") == $"{StrategyScene.Path}/money#line-2");
        page.Shows(aHead);
    }

    [Fact]
    public async Task A_pound_that_both_tell_of_is_counted_once()
    {
        await PayTheOfficeAsync();

        var page = await new Browser(Site).GetAsync("/areas/wendale/money");

        page.Shows("£45,000 in 2 strategies");
        page.Shows("In all £46,000.50 £1,000.50 £45,000");
        page.Shows("is counted once: with the one that says what it is for");
        page.Shows("where written names differ, it may be in the sum twice");
    }

    [Fact]
    public async Task A_source_that_names_a_budget_of_the_giver_and_the_ledger_tell_who_pays()
    {
        await PayTheOfficeAsync("Winter fund");
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var (wendale, place) = (await db.Areas.SingleAsync(a => a.Slug == "wendale"), await db.Areas.SingleAsync(a => a.Slug == "rivermead"));
            var (giver, getter) = (await db.Bodies.SingleAsync(b => b.Name == "System board"), await db.Bodies.SingleAsync(b => b.Name == "The board"));
            var strategy = await db.StrategyVersions.Newest().Where(v => v.Strategy.AreaId == place.Id).Select(v => v.StrategyId).SingleAsync();
            giver.Grant(wendale, Capability.Plan, "Strategy board", "Agreed locally", FakeClock.Today.AddDays(-10)).HoldBudget("Winter fund", FakeClock.Today.AddDays(-10));
            foreach (var (pence, year) in new[] { (500_00, 2027), (700_00, 2026) })
                db.ResourceTransfers.Add(new(giver, wendale, getter, place, new(pence, new(year, 6, 1), "Wardens", "Minutes, item 4", strategy, 1), null, Site.Now));
            await db.SaveChangesAsync();
        });

        (await new Browser(Site).GetAsync("/areas/wendale/money")).Shows("In all £46,000.50 £1,500.50 £44,500");
    }

    [Fact]
    public async Task A_strategy_whose_years_are_over_is_named_and_not_added_up_and_all_others_of_its_place_count()
    {
        await PlanAsync(scene.Said.Area, "Years before", 2023, 2025);
        await PlanAsync(scene.Said.Area, "Years now", 2026, 2028);
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));

        var page = await new Browser(Site).GetAsync("/areas/wendale/money");

        page.Shows("£47,000.50 in 3 strategies");
        page.Shows("Closer to home Rivermead 2027/28 £21,000.50");
        page.Shows("Years now Rivermead 2026/27 to 2028/29 £1,000 – £1,000");
        page.Shows("Not added up, because their years are over: Years before (Rivermead, 2023/24 to 2025/26)");
        foreach (var path in new[] { "/areas/wendale", "/areas/wendale/brief" })
            (await new Browser(Site).GetAsync(path)).Shows("£47,000.50 in 3 strategies here and in the areas within.");
        var item = (await new DataFiles(Site).JsonAsync("/areas/wendale/money.json")).GetProperty("item");
        Assert.Equal("Years before", Assert.Single(item.GetProperty("notAddedUp").EnumerateArray()).GetProperty("title").GetString());
        Assert.Contains(item.GetProperty("strategies").EnumerateArray(), s => s.GetProperty("years").GetString() == "2026/27 to 2028/29");
    }

    [Fact]
    public async Task A_priority_leads_to_where_it_stands_in_its_framework()
    {
        var reader = new Browser(Site);

        var framework = await reader.FollowAsync(await reader.GetAsync("/areas/wendale/money"), "Help that is near");

        Assert.Equal("A guide", framework.QuerySelector("h1")!.Words());
        Assert.Equal("Help that is near", framework.QuerySelector("#item-near th")!.Words());
    }

    [Fact]
    public async Task Where_the_years_of_every_strategy_are_over_the_page_says_so()
    {
        await PlanAsync(A.Area("Pastdale", AreaLevel.System), "Years before", 2023, 2025);

        var page = await new Browser(Site).GetAsync("/areas/pastdale/money");

        page.Shows("No strategy is in force in Pastdale now.");
        page.Shows("Years before (Pastdale, 2023/24 to 2025/26)");
    }

    [Fact]
    public async Task Money_is_public_whoever_shares_and_what_people_said_waits_for_an_agreement()
    {
        var page = await new Browser(Site).GetAsync("/areas/wendale/money");
        page.Shows("Not included here: Rivermead");
        page.Shows("leads to a priority of these strategies yet");

        await ShareAsync();

        var shared = await new Browser(Site).GetAsync("/areas/wendale/money");
        shared.DoesNotShow("Not included here");
        shared.Shows("100% of the voice");
        shared.DoesNotShow("Not explained");
    }

    [Fact]
    public async Task The_overview_tells_of_it_and_costs_no_more_queries()
    {
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));

        var page = await new Browser(Site).GetAsync("/areas/wendale");
        page.Shows("£46,000.50 in 2 strategies here and in the areas within. Money that two of them tell of is counted once where they choose the same organisations from this site or write the same names; where written names differ, it may be in the sum twice.");
        (await new Browser(Site).FollowAsync(page, "Where the money of all strategies here goes")).Shows("What is added up");
        Assert.InRange(await QueriesAsync("wendale"), 1, 12);
    }

    [Fact]
    public async Task A_place_has_the_pages_of_its_strategies_and_a_system_without_any_says_so()
    {
        await Site.SaveAsync(A.Area("Emptydale", AreaLevel.System));

        await new Browser(Site).GetAsync("/areas/rivermead/money", HttpStatusCode.NotFound);
        await new Browser(Site).GetAsync("/areas/nowhere/money", HttpStatusCode.NotFound);
        (await new Browser(Site).GetAsync("/areas/emptydale/money")).Shows("No strategy is published in Emptydale yet.");
        (await new Browser(Site).GetAsync("/areas/rivermead")).DoesNotShow("Where the money of all strategies here goes");
    }

    [Fact]
    public async Task The_page_to_print_and_the_comparison_have_the_same_sum_above_places_and_one_strategys_in_them()
    {
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));
        var reader = new Browser(Site);

        var brief = await reader.GetAsync("/areas/wendale/brief");
        brief.Shows("£46,000.50 in 2 strategies here and in the areas within. Money that two of them tell of is counted once where they choose the same organisations from this site or write the same names; where written names differ, it may be in the sum twice.");
        brief.DoesNotShow("in “Closer to home”");
        Assert.NotNull(brief.QuerySelector("section[aria-labelledby=money] a[href='/areas/wendale/money']"));
        (await reader.GetAsync("/areas/rivermead/brief")).Shows("£21,000.50 in “Closer to home”.");

        var compared = await reader.GetAsync("/areas/compare?a=wendale&a=rivermead");
        compared.Shows("Money of strategies £46,000.50 in 2 strategies £21,000.50 in “Closer to home”");
        compared.Shows("Priorities where money and voice lie five points or more apart not known 0 of 1");
        var (_, rows) = await new DataFiles(Site).CsvAsync("/areas/compare.csv?a=wendale&a=rivermead");
        Assert.Equal([("wendale", "4600050"), ("rivermead", "2100050")], rows.Where(r => r["item"] == "pence").Select(r => (r["place"], r["count"])));
        Assert.Equal([("", ""), ("0", "1")], rows.Where(r => r["item"] == "apart").Select(r => (r["count"], r["of"])));
    }

    [Fact]
    public async Task The_files_have_the_numbers_of_the_page_and_each_section_adds_up()
    {
        await PayTheOfficeAsync();
        var files = new DataFiles(Site);

        var item = (await files.JsonAsync("/areas/wendale/money.json")).GetProperty("item");
        var (_, rows) = await files.CsvAsync("/areas/wendale/money.csv");

        Assert.Equal((45_000_00, 1_000_50), (item.GetProperty("pence").GetInt64(), item.GetProperty("toldElsewhere").GetInt64()));
        foreach (var section in new[] { "strategy", "priority", "prioritySetting", "flow", "level", "shift" })
            Assert.Equal(45_000_00, rows.Where(r => r["section"] == section).Sum(r => long.Parse(r["pence"], CultureInfo.InvariantCulture)));
        Assert.Equal(["0", "100050"], rows.Where(r => r["section"] == "strategy").Select(r => r["told_elsewhere"]).Order(StringComparer.Ordinal));
        Assert.Equal(1125, item.GetProperty("shift").GetProperty("aHead").GetInt64());
        Assert.Equal("rivermead", Assert.Single(item.GetProperty("leftOut").EnumerateArray()).GetProperty("partSlug").GetString());
        Assert.Equal(("nothing", 0), (item.GetProperty("basis").GetString(), item.GetProperty("voice").GetArrayLength()));
        var page = await new Browser(Site).GetAsync("/areas/wendale/money");
        page.Shows($"{Money.Words(1125)} for each of the 4,000 people of Wendale");
        Assert.Equal(["/areas/wendale/money.json", "/areas/wendale/money.csv"], page.QuerySelectorAll(".cv-data a[href^='/areas']").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task The_files_tell_the_share_of_voice_once_it_is_shared_and_only_above_places()
    {
        await ShareAsync();
        await Site.SaveAsync(A.Area("Emptydale", AreaLevel.System));
        var files = new DataFiles(Site);

        var item = (await files.JsonAsync("/areas/wendale/money.json")).GetProperty("item");

        Assert.Equal("citedComments", item.GetProperty("basis").GetString());
        Assert.Contains(item.GetProperty("voice").EnumerateArray(), v => v.GetProperty("voiceShare").GetDouble() == 1 && v.GetProperty("isApart").GetBoolean());
        Assert.Equal(0, (await files.JsonAsync("/areas/emptydale/money.json")).GetProperty("item").GetProperty("strategies").GetArrayLength());
        Assert.Empty((await files.CsvAsync("/areas/emptydale/money.csv")).Rows);
        await files.JsonAsync("/areas/rivermead/money.json", HttpStatusCode.NotFound);
    }

    // What the system's strategy gives the board, the board's own strategy tells of too.
    private Task PayTheOfficeAsync(string payer = "System board") => Site.DoAsync<CommunityVoiceDb>(db => db.BudgetLines.Where(l => l.Title == "The office").ExecuteUpdateAsync(s => s.SetProperty(l => l.Source, payer)));

    // A published strategy of £1,000 from one financial year to another.
    private async Task PlanAsync(Area area, string title, int first, int last)
    {
        var version = Plan.Whole(new Strategy(area, A.Body($"Board of {title}", BodyKind.StrategyBoard), scene.Framework, A.Slug(title)));
        version.Describe(title, "", "");
        foreach (var line in version.Lines) version.Rewrite(line, Plan.Line(500_00, line.Action) with { StartsOn = FinancialYear.FirstDay(first), EndsOn = FinancialYear.LastDay(last) });
        version.Publish(scene.Helen.Id, Site.Now);
        await Site.SaveAsync(version.Strategy);
    }

    private Task ShareAsync() => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var (area, voice) = (await db.Areas.SingleAsync(a => a.Slug == "wendale"), await db.Bodies.SingleAsync(b => b.Slug == "rivermead-voice"));
        db.SharingAgreements.Add(A.SharingAgreement(area, scene.Helen, A.Body("Wendale Commissioner", BodyKind.Commissioner), [voice]));
        await db.SaveChangesAsync();
    });

    private async Task<int> QueriesAsync(string slug)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var queries = 0;
        var options = new DbContextOptionsBuilder<CommunityVoiceDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<CommunityVoiceDb>>())
            .LogTo(_ => queries++, [RelationalEventId.CommandExecuted]).Options;
        await using var db = new CommunityVoiceDb(options);
        await new AreaOverviews(db, Site.Clock).OfAsync(slug, default);
        return queries;
    }
}
