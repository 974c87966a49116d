using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests;

/// <summary>The parts that every other test leans on.</summary>
public sealed class HarnessTests : SiteTest
{
    [Fact]
    public async Task What_is_saved_is_there_and_is_saved_once()
    {
        var area = await Site.SaveAsync(A.Area());
        var consultation = await Site.SaveAsync(A.Consultation("Safer crossings", area));
        await Site.SaveAsync(A.Ballot(consultation));

        Assert.Equal(1, await Site.AskAsync(db => db.Areas.CountAsync()));
        Assert.Equal(1, await Site.AskAsync(db => db.Consultations.OpenAt(Site.Now).CountAsync()));
        Assert.Equal(3, await Site.AskAsync(db => db.Priorities.CountAsync()));
    }

    [Fact]
    public async Task Every_test_begins_with_an_empty_database() => Assert.Equal(0, await Site.AskAsync(db => db.Areas.CountAsync()));

    [Fact]
    public async Task A_membership_lends_what_its_body_holds_there()
    {
        var area = await Site.SaveAsync(A.Area());
        var mina = await Site.SaveAsync(A.Person("Mina"));
        await Site.SaveAsync(A.Membership(mina, area, Capability.Moderate));

        Assert.True(await Site.AskAsync<Permissions, bool>(p => p.AllowAsync(mina.Id, Capability.Moderate, area.Id, default)));
        Assert.False(await Site.AskAsync<Permissions, bool>(p => p.AllowAsync(mina.Id, Capability.Publish, area.Id, default)));
    }

    [Fact]
    public async Task A_browser_opens_pages_and_finds_none_where_there_is_none()
    {
        var browser = new Browser(Site);

        var page = await browser.GetAsync("/privacy");
        await browser.GetAsync("/no-such-page", HttpStatusCode.NotFound);

        Assert.NotEmpty(page.Words());
        Assert.Empty(browser.Cookies.Names);
    }

    [Fact]
    public async Task A_signed_in_browser_holds_a_session_that_the_site_made()
    {
        var asha = await Site.SaveAsync(A.Person("Asha B"));
        var browser = new Browser(Site, asha.Id);

        var page = await browser.GetAsync("/privacy");

        Assert.Contains("__Host-CommunityVoice", browser.Cookies.Names);
        Assert.Contains("Your account", page.Body!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Your account", (await new Browser(Site).GetAsync("/privacy")).Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_clock_begins_in_summer_so_that_UTC_and_UK_time_differ() => Assert.NotEqual(FakeClock.Start.Hour, UkTime.Local(FakeClock.Start).Hour);
}
