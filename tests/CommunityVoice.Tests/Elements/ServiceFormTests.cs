using System.Text.Json;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Elements;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Elements;

/// <summary>Staff say who provides a service, where it is on the web and what a directory calls it; everybody reads it, page by page too.</summary>
public sealed class ServiceFormTests : SiteTest
{
    private readonly Area rivermead = A.Area();
    private readonly Body trust = A.Body("Night Trust", BodyKind.CommunityGroup);
    private Element bus = null!;
    private Browser editor = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var edie = await Site.SaveAsync(A.Person("Edie T"));
        await Site.SaveAsync(trust, A.Membership(edie, rivermead, Capability.Code));
        bus = await Site.SaveAsync(new Element(rivermead, "Bus", ""));
        editor = new Browser(Site, edie.Id);
    }

    [Fact]
    public async Task Who_provides_it_and_its_address_stand_on_the_page_of_what_was_missing()
    {
        var consultation = await Site.SaveAsync(A.Consultation("Safer crossings", area: rivermead));
        var comment = A.Comment(consultation, await Site.SaveAsync(A.Person("Asha B")), "It never came.");
        comment.Miss(bus, "");
        await Site.SaveAsync(comment);
        await editor.SubmitAsync(await editor.GetAsync($"/manage/elements/{bus.Id}"), new() { ["Input.ProviderId"] = $"{trust.Id}", ["Input.Website"] = "https://bus.example.org/", ["Input.DirectoryId"] = "BUS-7" });

        var page = await new Browser(Site).GetAsync($"/areas/rivermead/gaps/{bus.Id}");

        Assert.Equal("Night Trust", page.QuerySelector("dd a[href='/bodies/night-trust']")!.Words());
        Assert.NotNull(page.QuerySelector("dd a[href='https://bus.example.org/']"));
        var form = await editor.GetAsync($"/manage/elements/{bus.Id}");
        Assert.Equal("BUS-7", form.QuerySelector("[name='Input.DirectoryId']")!.GetAttribute("value"));
        await editor.SubmitAsync(form, new() { ["Input.ProviderId"] = "", ["Input.ProviderName"] = "Bus volunteers" });
        (await new Browser(Site).GetAsync($"/areas/rivermead/gaps/{bus.Id}")).Shows("Who provides it Bus volunteers");
    }

    [Fact]
    public async Task What_does_not_fit_is_said_and_stays_in_the_form()
    {
        await editor.SubmitAsync(await editor.GetAsync($"/manage/elements/{bus.Id}"), new() { ["Input.DirectoryId"] = "AC148810D857441C9679408F346DE14B" });
        Assert.Equal("ac148810-d857-441c-9679-408f346de14b", await Site.AskAsync(db => db.Elements.Select(e => e.DirectoryId).SingleAsync()));
        var form = await editor.GetAsync("/manage/elements/new");

        var refused = await editor.SubmitAsync(form, new() { ["Input.AreaId"] = $"{rivermead.Id}", ["Input.Name"] = "Night bus", ["Input.ProviderId"] = $"{trust.Id}", ["Input.ProviderName"] = "Others", ["Input.Website"] = "javascript:alert(1)" }, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.ProviderName", "Choose who provides it from the list or enter a name, not both");
        refused.ShowsError("Input.Website", "Enter a whole address such as https://www.example.org");
        Assert.Equal("javascript:alert(1)", refused.QuerySelector("[name='Input.Website']")!.GetAttribute("value"));
        var taken = await editor.SubmitAsync(form, new() { ["Input.AreaId"] = $"{rivermead.Id}", ["Input.Name"] = "Night bus", ["Input.DirectoryId"] = "ac148810-d857-441c-9679-408f346de14b" }, HttpStatusCode.UnprocessableEntity);
        taken.ShowsError("Input.DirectoryId", "The area has another with this number");
        Assert.Equal(1, await Site.AskAsync(db => db.Elements.CountAsync()));
    }

    [Fact]
    public async Task A_place_hands_out_its_services_page_by_page_with_numbers_that_stay()
    {
        foreach (var name in new[] { "Night visits", "Warm room" }) await Site.SaveAsync(new Element(rivermead, name, ""));
        var files = new DataFiles(Site);

        var whole = await files.JsonAsync("/areas/rivermead/services.json?page=none&per_page=0");
        var last = await files.JsonAsync("/areas/rivermead/services.json?page=2&per_page=2");
        Assert.Equal((3, 1, 3), (whole.GetProperty("total_items").GetInt32(), whole.GetProperty("total_pages").GetInt32(), whole.GetProperty("size").GetInt32()));
        Assert.Equal((3, 2, 2, 1, false, true), (last.GetProperty("total_items").GetInt32(), last.GetProperty("total_pages").GetInt32(), last.GetProperty("page_number").GetInt32(),
            last.GetProperty("size").GetInt32(), last.GetProperty("first_page").GetBoolean(), last.GetProperty("last_page").GetBoolean()));
        Assert.Equal(Ids(whole)[2], Assert.Single(Ids(last)));
        Assert.Distinct(Ids(whole));
        Assert.All(Ids(whole), id => Assert.True(Guid.TryParseExact(id, "D", out _)));

        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(db => db.Elements.Where(e => e.Id == bus.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.EndedAt, Site.Now).SetProperty(e => e.Name, "Old bus")));
        Assert.Equal(Ids(whole), Ids(await files.JsonAsync("/areas/rivermead/services.json?page=1&per_page=500")));
        var part = await editor.SubmitAsync(await editor.GetAsync("/manage/elements/import"), new() { ["Input.AreaId"] = $"{rivermead.Id}", ["Input.Text"] = last.GetRawText() });
        part.Shows("This is a part of what the directory has. Bring in the other pages too.");
        await files.JsonAsync("/areas/nowhere/services.json", HttpStatusCode.NotFound);
    }

    private static List<string> Ids(JsonElement page) => [.. page.GetProperty("contents").EnumerateArray().Select(s => s.GetProperty("id").GetString()!)];
}
