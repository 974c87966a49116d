using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Activity;

public sealed class ActivityPageTests : SiteTest
{
    [Fact]
    public async Task Who_did_what_is_shown_newest_first_by_kind_and_a_change_behind_its_back_is_found()
    {
        var admin = await Site.SaveAsync(A.Person("Ada M"));
        await Site.SaveAsync(A.Membership(admin, A.Area(), Capability.Administer));
        for (var i = 0; i < 60; i++)
        {
            await Site.SaveAsync(new ActivityEntry(admin.Id, i % 2 == 0 ? "comment.removed" : "theme.added", "Comment", i, $"detail {i}", Site.Now));
        }
        var browser = new Browser(Site, admin.Id);

        var page = await browser.GetAsync("/manage/activity");
        Assert.Equal(50, page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("detail 59", page.QuerySelector("tbody tr")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Ada M", page.QuerySelector("tbody tr")!.Words(), StringComparison.Ordinal);
        Assert.Equal(10, (await browser.FollowAsync(page, "Older")).QuerySelectorAll("tbody tr").Length);
        Assert.Equal(30, (await browser.GetAsync("/manage/activity?kind=theme.added")).QuerySelectorAll("tbody tr").Length);
        Assert.Contains("The record is whole", (await browser.GetAsync("/manage/activity?check=true")).Words(), StringComparison.Ordinal);

        await Site.DoAsync<Data.CommunityVoiceDb>(db => db.ActivityEntries.Where(e => e.SubjectId == 30)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Detail, "something else")));
        Assert.Contains("The record is broken", (await browser.GetAsync("/manage/activity?check=true")).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_read_it()
    {
        var moderator = await Site.SaveAsync(A.Person());
        await Site.SaveAsync(A.Membership(moderator, A.Area(), Capability.Moderate | Capability.Code));

        Assert.Equal("/account/not-allowed", (await new Browser(Site, moderator.Id).SendOnceAsync(HttpMethod.Get, "/manage/activity")).Headers.Location?.AbsolutePath);
        Assert.Equal("/account/sign-in", (await new Browser(Site).SendOnceAsync(HttpMethod.Get, "/manage/activity")).Headers.Location?.AbsolutePath);
    }
}
