using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Elements;
using CommunityVoice.People;
using CommunityVoice.Tests.OnBehalf;
using CommunityVoice.Tests.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Elements;

/// <summary>People say what was missing, staff say what cannot work without what, and gaps rank by the stories that they block (rule R-I55).</summary>
public sealed class GapTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings";
    private const string Page = "/areas/rivermead/gaps";
    private readonly Area rivermead = A.Area();
    private readonly Dictionary<string, Element> elements = [];
    private Consultation consultation = null!;
    private Person asha = null!;
    private Browser editor = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        var edie = await Site.SaveAsync(A.Person("Edie T"));
        await Site.SaveAsync(A.Membership(edie, rivermead, Capability.Code));
        consultation = await Site.SaveAsync(A.Consultation("Safer crossings", area: rivermead));
        foreach (var name in new[] { "Night visits", "Pain nurse", "Prescriber", "Bus" }) elements[name] = await Site.SaveAsync(new Element(rivermead, name, ""));
        editor = new Browser(Site, edie.Id);
    }

    [Fact]
    public async Task Whoever_tells_something_says_what_was_missing_from_the_list_and_in_their_own_words()
    {
        var browser = new Browser(Site, asha.Id);
        var form = await browser.GetAsync(Here + "/comment");
        var again = await browser.SubmitAsync(form, Story("", "Pain nurse", "a key"), HttpStatusCode.UnprocessableEntity);
        Assert.Equal("a key", again.QuerySelector("[name='Input.MissingWords']")!.GetAttribute("value"));
        Assert.Equal($"{elements["Pain nurse"].Id}", again.QuerySelector("[name='Input.Missing'] option[selected]")!.GetAttribute("value"));

        var check = await browser.SubmitAsync(form, Story("Nobody came.", "Pain nurse", "a key"));
        check.Shows("What was missing: Pain nurse, a key");
        Assert.Equal("a key", (await browser.SubmitAsync(check, button: "Change it")).QuerySelector("[name='Input.MissingWords']")!.GetAttribute("value"));
        (await browser.SubmitAsync(check, button: "Publish")).Shows("What was missing: Pain nurse, a key");

        var data = await Site.AskAsync<PersonalData, SortedDictionary<string, List<Dictionary<string, object?>>>>(d => d.OfAsync(asha, default));
        Assert.Equal("a key", Assert.Single(data["Comment"])["MissingWords"]);
    }

    [Fact]
    public async Task Somebody_without_an_account_keeps_what_was_missing_and_a_number_in_it_waits_for_a_moderator()
    {
        var receiver = new Draft("safer-crossings", null, "Nobody came.", "Jo") { Missing = elements["Bus"].Id, MissingWords = "ring 07700 900123" };
        await Site.AskAsync<IDraftReceiver, string>(r => r.PublishAsync(asha.Id, receiver, default));

        var comment = await Site.AskAsync(db => db.Comments.AsNoTracking().SingleAsync());
        Assert.Equal((elements["Bus"].Id, "ring 07700 900123"), (comment.MissingId, comment.MissingWords));
        Assert.NotNull(comment.HeldAt);
        (await new Browser(Site).GetAsync(Page)).Shows("Nobody has said what was missing.");
    }

    [Fact]
    public async Task A_moderator_reads_what_was_missing_and_its_author_can_change_it_when_asked()
    {
        var moderator = await Site.SaveAsync(A.Person("Ravi P"));
        await Site.SaveAsync(A.Membership(moderator, rivermead, Capability.Moderate));
        await Site.AskAsync<IDraftReceiver, string>(r => r.PublishAsync(asha.Id, new Draft("safer-crossings", null, "Nobody came.", "Jo") { Missing = elements["Bus"].Id, MissingWords = "ring 07700 900123" }, default));
        var id = await Site.AskAsync(db => db.Comments.Select(c => c.Id).SingleAsync());
        (await new Browser(Site, moderator.Id).GetAsync("/moderation")).Shows("What was missing: Bus, ring 07700 900123");

        var author = new Browser(Site, asha.Id);
        var form = await author.GetAsync($"{Here}/comments/{id}/edit");
        (await author.SubmitAsync(form, new() { ["Input.MissingWords"] = new string('x', Comment.MissingMaxLength + 1) }, HttpStatusCode.UnprocessableEntity)).Shows("There is a problem");
        await author.SubmitAsync(form, new() { ["Input.MissingWords"] = "a telephone" });

        (await new Browser(Site, moderator.Id).GetAsync("/moderation")).Shows("What was missing: Bus, a telephone");
        Assert.Equal("Nobody came.", await Site.AskAsync(db => db.Comments.Select(c => c.Body).SingleAsync()));
    }

    [Fact]
    public async Task Gaps_rank_by_stories_blocked_directly_and_through_what_cannot_work_without_them_each_story_once()
    {
        await NeedAsync("Night visits", "Pain nurse");
        await NeedAsync("Pain nurse", "Prescriber");
        foreach (var missed in new[] { "Night visits", "Night visits", "Pain nurse", "Prescriber", "Bus", "Bus", "Bus" }) await TellAsync(missed);
        var gone = await TellAsync("Prescriber");
        await Site.AskAsync(db => db.Comments.Where(c => c.Id == gone).ExecuteUpdateAsync(set => set.SetProperty(c => c.WithdrawnAt, Site.Now)));

        var reader = new Browser(Site);
        var page = await reader.GetAsync(Page);
        Assert.Equal(
            ["Prescriber 4 1 3 Night visits, Pain nurse", "Bus 3 3 0 –", "Pain nurse 3 1 2 Night visits", "Night visits 2 2 0 –"],
            page.QuerySelectorAll("tbody tr").Select(r => r.Words()));
        var gap = await reader.FollowAsync(page, "Prescriber");
        gap.Shows("4 stories blocked");
        Assert.Equal(4, gap.QuerySelectorAll("figure").Length);
        gap.Shows("No published strategy says that it brings this.");
        Assert.Equal(4, gap.QuerySelectorAll("figure a").Select(a => a.GetAttribute("href")).Distinct().Count());
    }

    [Fact]
    public async Task What_nobody_says_is_missing_is_no_gap_although_something_waits_for_it()
    {
        await NeedAsync("Night visits", "Pain nurse");
        await TellAsync("Night visits");

        var page = await new Browser(Site).GetAsync(Page);
        Assert.Equal(["Night visits"], page.QuerySelectorAll("tbody th").Select(c => c.Words()));
        await new Browser(Site).GetAsync($"{Page}/{elements["Pain nurse"].Id}", HttpStatusCode.NotFound);
        (await new Browser(Site).GetAsync("/areas/rivermead")).Shows("What was missing, ranked by the stories that it blocked");
    }

    [Fact]
    public async Task Staff_add_what_has_to_be_there_and_loops_are_refused_in_words()
    {
        (await editor.GetAsync("/manage/elements")).Shows("Pain nurse");
        var form = await editor.GetAsync("/manage/elements/new");
        (await editor.SubmitAsync(form, new() { ["Input.AreaId"] = $"{rivermead.Id}", ["Input.Name"] = "Bus" }, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Name", "Rivermead has one of that name already");
        (await editor.SubmitAsync(form, new() { ["Input.AreaId"] = $"{rivermead.Id}", ["Input.Name"] = "Night bus" })).Shows("Now say what it cannot work without.");
        await SaveNeedsAsync("Night visits", "Pain nurse");
        await SaveNeedsAsync("Pain nurse", "Prescriber");

        var refused = await SaveNeedsAsync("Prescriber", "Night visits", HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Needs", "They would wait for one another: “Night visits” cannot work without “Pain nurse” cannot work without “Prescriber”");
        Assert.True(refused.QuerySelector($"[name='Input.Needs'][value='{elements["Night visits"].Id}']")!.HasAttribute("checked"));
        Assert.Equal(2, await Site.AskAsync(db => db.Set<ElementNeed>().CountAsync()));

        await editor.SubmitAsync(await editor.GetAsync($"/manage/elements/{elements["Bus"].Id}/end"));
        Assert.DoesNotContain((await new Browser(Site).GetAsync(Here + "/comment")).QuerySelectorAll("[name='Input.Missing'] option"), o => o.Words() == "Bus");
        Assert.Equal(["element.added", "element.changed", "element.changed", "element.ended"], await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Element").OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync()));
    }

    [Fact]
    public async Task Staff_of_elsewhere_and_residents_keep_no_list_here()
    {
        var elsewhere = await Site.SaveAsync(A.Person("El S"));
        await Site.SaveAsync(A.Membership(elsewhere, A.Area("Stonebridge"), Capability.Code));
        foreach (var person in new[] { elsewhere, asha })
        {
            foreach (var path in new[] { "", "/end" })
                Assert.Equal("/account/not-allowed", (await new Browser(Site, person.Id).SendOnceAsync(HttpMethod.Get, $"/manage/elements/{elements["Bus"].Id}{path}")).Headers.Location?.AbsolutePath);
        }
        Assert.Equal("/account/not-allowed", (await new Browser(Site, asha.Id).SendOnceAsync(HttpMethod.Get, "/manage/elements")).Headers.Location?.AbsolutePath);
        (await new Browser(Site, elsewhere.Id).GetAsync("/manage/elements")).Shows("There is none for your areas yet.");
    }

    [Fact]
    public async Task A_gap_leads_to_the_action_that_brings_what_was_missing_and_back()
    {
        await TellAsync("Bus");
        var version = Plan.Whole(Plan.Strategy(rivermead));
        var bus = elements["Bus"];
        version.Rewrite(version.Actions[0], Plan.Action(version.Strategy, CommunityVoice.Strategies.ActionClass.Workforce) with { Title = "Run a bus", Brings = [bus] });
        version.Publish(Guid.NewGuid(), FakeClock.Start);
        await Site.SaveAsync(version.Strategy.Framework, [.. version.Strategy.Framework.Items]);
        await Site.SaveAsync(version.Strategy);

        var reader = new Browser(Site);
        var strategy = await reader.FollowAsync(await reader.GetAsync($"{Page}/{bus.Id}"), "Run a bus");
        strategy.Shows("What it brings that was missing Bus.");
    }

    [Fact]
    public async Task A_story_that_is_not_to_be_quoted_counts_and_is_led_to_without_its_words()
    {
        var quoted = await TellAsync("Bus");
        var unquoted = A.Comment(consultation, asha, "I walked home in the rain.");
        unquoted.Miss(elements["Bus"], "the last one");
        var own = A.Comment(consultation, asha, "I missed my appointment.");
        own.Miss(null, "a lift");
        await Site.SaveAsync(unquoted, own);
        await Site.NotToBeQuotedAsync(unquoted.Id, own.Id);

        var page = await new Browser(Site).GetAsync($"{Page}/{elements["Bus"].Id}");

        page.Shows("2 stories blocked");
        page.Shows(Unquoted.Told);
        page.DoesNotShow("I walked home");
        page.DoesNotShow("the last one");
        Assert.NotNull(page.QuerySelector($"blockquote ~ figcaption a[href*='/comments/{quoted}#']"));
        Assert.NotNull(page.QuerySelector($"p a[href*='/comments/{unquoted.Id}#']"));
        (await new Browser(Site).GetAsync(Page)).DoesNotShow("a lift");
        (await new Browser(Site).GetAsync(Here)).Shows("I walked home");
    }

    private async Task<long> TellAsync(string missed)
    {
        var comment = A.Comment(consultation, asha, $"It was not there: {Guid.NewGuid()}");
        comment.Miss(elements[missed], "");
        return (await Site.SaveAsync(comment)).Id;
    }

    private Task NeedAsync(string name, string needs) => Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
    {
        var all = await db.Elements.Include(e => e.Needs).ToListAsync();
        all.Single(e => e.Name == name).CannotWorkWithout([all.Single(e => e.Name == needs)]);
        await db.SaveChangesAsync();
    });

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> SaveNeedsAsync(string name, string needs, HttpStatusCode expected = HttpStatusCode.OK) =>
        await editor.SubmitAsync(await editor.GetAsync($"/manage/elements/{elements[name].Id}"), new() { ["Input.Needs"] = $"{elements[needs].Id}" }, expected);

    private Dictionary<string, StringValues> Story(string body, string missing, string words) => new()
    {
        ["Input.Body"] = body,
        ["Input.Missing"] = $"{elements[missing].Id}",
        ["Input.MissingWords"] = words,
    };
}
