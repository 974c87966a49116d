using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>Who holds the budget at each level, and a postcode that gives every level.</summary>
public sealed class BudgetHolderTests : SiteTest
{
    private readonly Area system = A.Area("Wendale", AreaLevel.System);
    private readonly Area place = A.Area();
    private readonly Area ward = A.Area("Hillgate", AreaLevel.Ward);
    private readonly Area other = A.Area("Valley", AreaLevel.Locality);
    private readonly Body council = A.Body("Rivermead Council", BodyKind.Council);
    private readonly Body payer = A.Body("Wendale Commissioner", BodyKind.Commissioner);
    private Browser staff = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var sam = A.Person("Sam K");
        var remit = payer.Grant(system, Capability.Respond, "Health commissioner", "Agreed", FakeClock.Today.AddDays(-400));
        remit.HoldBudget("Hospitals", FakeClock.Today.AddDays(-400), FakeClock.Today.AddDays(10));
        council.Grant(place, Capability.Respond, "Local council", "Local authority", FakeClock.Today.AddDays(-900));
        await Site.SaveAsync(sam, payer, council, new AreaLink(system, AreaLinkKind.Contains, place), new AreaLink(place, AreaLinkKind.Contains, ward), new AreaLink(ward, AreaLinkKind.Overlaps, other), A.Area("Hillgate 001A", AreaLevel.LowerLayer));
        await Site.SaveAsync(new Postcode("QV42AB", ward.Id, null, null, null, null));
        await Site.SaveAsync(A.Membership(sam, place, Capability.Administer, council));
        staff = new Browser(Site, sam.Id);
    }

    [Fact]
    public async Task A_postcode_gives_every_level_its_bodies_its_budget_holders_and_what_it_cannot_tell()
    {
        var page = await new Browser(Site).GetAsync("/areas/find?postcode=qv4%202ab");

        Assert.Equal(["Hillgate Ward", "Rivermead Place", "Wendale System"], page.QuerySelectorAll("ol h2").Select(h => h.Words()));
        page.Shows("Wendale Commissioner, health commissioner since 5 May 2025 Holds the budget Hospitals, since 5 May 2025, until 19 June 2026");
        page.Shows("Rivermead Council, local council since");
        page.Shows("A postcode is put where most of its addresses lie: the best fit.");
        page.Shows("Hillgate shares ground with Valley, so you may belong there instead, or as well.");

        Site.Clock.Advance(TimeSpan.FromDays(11)); // nobody holds it any more, and nothing had to run
        (await new Browser(Site).GetAsync("/areas/find?postcode=qv4%202ab")).DoesNotShow("Holds the budget");
    }

    [Fact]
    public async Task After_a_split_a_postcode_leads_to_what_took_the_place()
    {
        var (today, form) = (FakeClock.Today, await staff.GetAsync("/manage/areas/hillgate/end"));
        await staff.SubmitAsync(form, new() { ["Input.On.Day"] = $"{today.Day}", ["Input.On.Month"] = $"{today.Month}", ["Input.On.Year"] = $"{today.Year}", ["Input.NewNames"] = "Upper Hill\nLower Hill" });

        var page = await new Browser(Site).GetAsync("/areas/find?postcode=qv4%202ab");

        Assert.Equal(["Lower Hill Ward", "Upper Hill Ward", "Rivermead Place", "Wendale System"], page.QuerySelectorAll("ol h2").Select(h => h.Words()));
        page.Shows("In the place of Hillgate.");
        page.Shows("our list of postcodes does not say yet which of them is yours");
    }

    [Fact]
    public async Task Staff_enter_a_budget_with_its_days_and_everybody_sees_who_holds_it()
    {
        var form = await staff.FollowAsync(await staff.GetAsync("/manage/bodies/rivermead-council"), "Holds no budget: Local council, Rivermead");
        var refused = await staff.SubmitAsync(form, new() { ["Input.For"] = "", ["Input.StartsOn.Day"] = "1", ["Input.StartsOn.Month"] = "1", ["Input.StartsOn.Year"] = "2019", ["Input.EndsOn.Day"] = "1", ["Input.EndsOn.Month"] = "1", ["Input.EndsOn.Year"] = "2018" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.For", "Enter what it pays for");
        refused.ShowsError("Input.StartsOn.Day", "The remit begins later than that");
        refused.ShowsError("Input.EndsOn.Day", "The end must be after the start");

        var saved = await staff.SubmitAsync(form, new() { ["Input.For"] = "Public health", ["Input.StartsOn.Day"] = "1", ["Input.StartsOn.Month"] = "4", ["Input.StartsOn.Year"] = "2026" });

        saved.Shows("The budget is entered.");
        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("Holds the budget Public health, since 1 April 2026");
        (await new Browser(Site).GetAsync("/bodies/rivermead-council")).Shows("Holds the budget: Public health, from 1 April 2026");
        Assert.Contains("Rivermead: Public health, from 2026-04-01", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "remit.budget-given").Select(e => e.Detail).SingleAsync()), StringComparison.Ordinal);
        (await staff.SubmitAsync(saved, button: "End it today: Public health")).Shows("The budget is ended.");
        (await new Browser(Site).GetAsync("/areas/rivermead")).DoesNotShow("Public health, since");
        await staff.GetAsync($"/manage/bodies/wendale-commissioner/budgets/{payer.Remits[0].Id}", HttpStatusCode.Forbidden);
    }

    [Fact]
    public void A_budget_goes_over_with_its_remit_and_comes_back_when_that_is_called_off()
    {
        var (from, to) = (A.Body("Old"), A.Body("New"));
        var remit = from.Grant(place, Capability.Plan, "Commissioner", "Law", FakeClock.Today.AddDays(-10));
        remit.HoldBudget("Everything", FakeClock.Today.AddDays(-10));
        var handOver = new HandOver(from, to, FakeClock.Today.AddDays(5), false, "", Guid.NewGuid(), FakeClock.Start);

        handOver.Give(remit);

        var given = Assert.Single(to.Remits);
        Assert.Equal(("Everything", FakeClock.Today.AddDays(5)), (given.Budgets[0].For, given.Budgets[0].StartsOn));
        Assert.False(remit.Budgets[0].IsInForceOn(FakeClock.Today.AddDays(5)));
        handOver.CallOff(FakeClock.Today, FakeClock.Start);
        Assert.True(remit.Budgets[0].IsInForceOn(FakeClock.Today.AddDays(5)));
    }
}
