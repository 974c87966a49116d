using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Skills;
using CommunityVoice.Tests.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Skills;

/// <summary>Actions say which skills they need, people offer theirs, and the two find each other without an address being shown (rule R-I20).</summary>
public sealed class SkillTests : SiteTest
{
    [Fact]
    public async Task Authors_choose_skills_from_the_list_and_everybody_reads_which_are_needed()
    {
        var scene = await StrategyScene.MakeAsync(Site);
        var draft = await scene.DraftAsync();
        var action = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).Select(a => a.Id).SingleAsync());
        var form = await scene.Browser.GetAsync($"{draft}/actions/{action}");
        var refused = await scene.Browser.SubmitAsync(form, new() { ["Input.Skills"] = new StringValues(["driving", "hosting"]), ["Input.PeopleNeeded"] = "0" }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.PeopleNeeded", "Enter a number between 1 and 999");
        Assert.Equal(["hosting", "driving"], refused.QuerySelectorAll("[name='Input.Skills'][checked]").Select(b => b.GetAttribute("value")));
        await scene.Browser.SubmitAsync(form, new() { ["Input.Skills"] = new StringValues(["driving", "hosting"]), ["Input.PeopleNeeded"] = "6" });
        await scene.PublishAsync(draft);

        var page = await new Browser(Site).GetAsync(StrategyScene.Path);
        page.Shows("Hosting meetings, driving people; about 6 people");
        page.Shows("Offer yours");
        Assert.Equal(1, await Site.AskAsync(db => db.StrategyActions.CountAsync(a => a.Skills.Any())));

        var next = await scene.RevisedAsync(draft);
        var copied = await Site.AskAsync(db => db.StrategyActions.Where(a => a.Number == 1).OrderByDescending(a => a.Id).Select(a => a.Id).FirstAsync());
        await scene.Browser.SubmitAsync(await scene.Browser.GetAsync($"{next}/actions/{copied}"), new() { ["Input.Skills"] = "driving" });
        await scene.PublishAsync(next);
        (await new Browser(Site).GetAsync($"{StrategyScene.Path}/changes")).Shows("Skills needed");
    }

    [Fact]
    public async Task Somebody_offers_skills_changes_and_takes_them_back_and_nothing_stays()
    {
        var scene = await SkillScene.MakeAsync(Site);
        (await scene.Resident.GetAsync("/account/skills")).Shows("You offer nothing yet.");
        var form = await scene.Resident.GetAsync("/account/skills/new");
        var refused = await scene.Resident.SubmitAsync(form, new() { ["Input.Words"] = "Most mornings." }, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Skills", "Choose at least one skill");
        refused.ShowsError("Input.AreaId", "Choose an area");
        refused.ShowsError("Input.Agrees", "Agree to it, or leave this page: nobody can ask you otherwise");
        Assert.Equal("Most mornings.", refused.QuerySelector("textarea")!.TextContent.Trim());
        var many = scene.Answers([.. (await Site.AskAsync<SkillList, IEnumerable<string>>(list => Task.FromResult(list.All.Take(9).Select(s => s.Code))))]);
        (await scene.Resident.SubmitAsync(form, many, HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Skills", "Choose at most eight, those you would gladly be asked for");

        (await scene.Resident.SubmitAsync(form, scene.Answers("driving"))).Shows("Drive to the surgery");
        (await scene.Resident.SubmitAsync(form, scene.Answers("cooking"), HttpStatusCode.UnprocessableEntity)).ShowsError("Input.Skills", "You offer something for yourself already. Change that instead");
        var id = await Site.AskAsync(db => db.SkillOffers.Select(o => o.Id).SingleAsync());
        (await scene.Resident.SubmitAsync(await scene.Resident.GetAsync($"/account/skills/{id}/change"), new() { ["Input.Skills"] = "cooking" })).Shows("It is changed.");
        (await scene.Resident.GetAsync($"/account/skills/{id}")).Shows("Nothing that is planned here needs it now.");

        var other = new Browser(Site, scene.Anand.Id);
        foreach (var page in new[] { "", "/change", "/withdraw", "/help/closer-to-home/1" }) await other.GetAsync($"/account/skills/{id}{page}", HttpStatusCode.NotFound);
        var data = await Site.AskAsync<PersonalData, SortedDictionary<string, List<Dictionary<string, object?>>>>(d => d.OfAsync(scene.Asha, default));
        Assert.Equal("Most mornings.", Assert.Single(data["SkillOffer"])["Words"]);
        Assert.Equal("cooking", Assert.Single(data["OfferedSkill"])["Code"]);

        (await scene.Resident.SubmitAsync(await scene.Resident.GetAsync($"/account/skills/{id}/withdraw"))).Shows("It is taken back. Nothing of it stays.");
        Assert.Equal((0, 0), (await Site.AskAsync(db => db.SkillOffers.CountAsync()), await Site.AskAsync(db => db.Set<OfferedSkill>().CountAsync())));
        var entries = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "SkillOffer").OrderBy(e => e.Id).Select(e => new { e.Verb, e.Detail }).ToListAsync());
        Assert.Equal(["skills.offered", "skills.changed", "skills.withdrawn"], entries.Select(e => e.Verb));
        Assert.All(entries, e => Assert.Null(e.Detail));
    }

    [Fact]
    public async Task Whoever_would_like_to_help_is_known_by_name_and_by_address_only_once_they_agree()
    {
        var scene = await SkillScene.MakeAsync(Site);
        var near = await scene.OfferAsync(scene.Resident, "driving", "cooking");
        near.Shows("Needs Driving people; about 12 people in all.");
        var answered = await scene.Resident.SubmitAsync(near, button: "I would like to help");
        answered.Shows("They do not see your e-mail address.");
        var letter = Assert.Single(await Site.LettersToAsync("anand@example.org"), l => l.Kind == "help-offered");
        Assert.DoesNotContain("Asha", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("asha@example.org", letter.Text, StringComparison.Ordinal);

        (await scene.Staff.GetAsync("/manage/skills")).Shows("Somebody answered");
        var matches = await scene.Staff.GetAsync(SkillScene.Matches);
        matches.Shows("Asha B");
        matches.Shows("Would like to help");
        matches.DoesNotShow("asha@example.org");
        (await scene.Staff.GetAsync("/manage/skills")).DoesNotShow("Somebody answered");

        (await scene.Resident.SubmitAsync(answered, new() { ["Answer"] = "Address" })).Shows("Weir Valley sees your name and your e-mail address now");
        (await scene.Staff.GetAsync(SkillScene.Matches)).Shows("asha@example.org");
        var back = await scene.Resident.SubmitAsync(answered, new() { ["Answer"] = "No" });
        back.Shows("Weir Valley does not ask you about this again.");
        var then = await scene.Staff.GetAsync(SkillScene.Matches);
        then.Shows("Would rather not");
        then.DoesNotShow("asha@example.org");
        Assert.DoesNotContain(then.QuerySelectorAll("main a"), a => a.Words().Contains("Write to them", StringComparison.Ordinal));
        Assert.Equal(3, await Site.AskAsync(db => db.ActivityEntries.CountAsync(e => e.Verb == "skills.looked-at" && e.PersonId == scene.Anand.Id)));
    }

    [Fact]
    public async Task A_no_that_nobody_asked_for_is_kept_and_is_no_news()
    {
        var scene = await SkillScene.MakeAsync(Site);
        await scene.OfferAsync(scene.Resident, "driving");
        var id = await Site.AskAsync(db => db.SkillOffers.Select(o => o.Id).SingleAsync());

        (await scene.Resident.SubmitAsync(await scene.Resident.GetAsync($"/account/skills/{id}/help/closer-to-home/1"), new() { ["Answer"] = "No" })).Shows("Weir Valley does not ask you about this again.");

        Assert.False(await Site.AskAsync(db => db.Letters.AnyAsync(l => l.To == "anand@example.org")));
        var matches = await scene.Staff.GetAsync(SkillScene.Matches);
        matches.Shows("Would rather not");
        Assert.DoesNotContain(matches.QuerySelectorAll("main a"), a => a.Words().Contains("Write to them", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_who_answer_before_somebody_looks_make_one_letter()
    {
        var scene = await SkillScene.MakeAsync(Site);
        foreach (var name in new[] { "Ben", "Cleo" })
        {
            var person = await SkillScene.OffersAsync(Site, name, scene.Weirside, "driving");
            var browser = new Browser(Site, person.Id);
            var id = await Site.AskAsync(db => db.SkillOffers.Where(o => o.PersonId == person.Id).Select(o => o.Id).SingleAsync());
            await browser.SubmitAsync(await browser.GetAsync($"/account/skills/{id}"), button: "I would like to help");
        }
        Assert.Single(await Site.LettersToAsync("anand@example.org"));
        await scene.Staff.GetAsync(SkillScene.Matches);

        await scene.Resident.SubmitAsync(await scene.OfferAsync(scene.Resident, "listening"), button: "I would like to help");
        Assert.Equal(2, (await Site.LettersToAsync("anand@example.org")).Count);
    }

    [Fact]
    public async Task Whoever_owns_it_asks_through_the_site_and_once()
    {
        var scene = await SkillScene.MakeAsync(Site);
        await scene.OfferAsync(scene.Resident, "driving");
        var ask = await scene.Staff.FollowAsync(await scene.Staff.GetAsync(SkillScene.Matches), "Write to them");
        (await scene.Staff.SubmitAsync(ask, new() { ["Question"] = " " }, HttpStatusCode.UnprocessableEntity)).ShowsError("Question", "Enter what you want to ask them");
        var sent = await scene.Staff.SubmitAsync(ask, new() { ["Question"] = "Could you drive on Fridays?" });
        sent.Shows("Asha B has your letter.");
        sent.Shows("Asked, no answer yet");
        var letter = Assert.Single(await Site.LettersToAsync("asha@example.org"), l => l.Kind == "help-asked");
        Assert.DoesNotContain("Fridays", letter.Text, StringComparison.Ordinal);
        await scene.Staff.SubmitAsync(ask, new() { ["Question"] = "Again?" });
        Assert.Single(await Site.LettersToAsync("asha@example.org"), l => l.Kind == "help-asked");

        var id = await Site.AskAsync(db => db.SkillOffers.Select(o => o.Id).SingleAsync());
        var page = await scene.Resident.GetAsync($"/account/skills/{id}/help/closer-to-home/1");
        page.Shows("Could you drive on Fridays?");
        (await scene.Resident.SubmitAsync(page, [], HttpStatusCode.UnprocessableEntity)).ShowsError("Answer", "Choose your answer");
    }

    [Fact]
    public async Task Only_whoever_answers_for_an_action_sees_who_offers_what_it_needs()
    {
        var scene = await SkillScene.MakeAsync(Site);
        await scene.OfferAsync(scene.Resident, "driving");
        var id = await Site.AskAsync(db => db.SkillOffers.Select(o => o.Id).SingleAsync());
        var elsewhere = await Site.SaveAsync(A.Person("El S"));
        await Site.SaveAsync(A.Membership(elsewhere, scene.Rivermead, Capability.Respond | Capability.Moderate));

        foreach (var browser in new[] { new Browser(Site, elsewhere.Id), scene.Resident, new Browser(Site, scene.Anand.Id, secondFactor: false) })
        {
            foreach (var page in new[] { SkillScene.Matches, $"{SkillScene.Matches}/ask/{id}" })
                Assert.Equal("/account/not-allowed", (await browser.SendOnceAsync(HttpMethod.Get, page)).Headers.Location?.AbsolutePath);
        }
        (await new Browser(Site, elsewhere.Id).GetAsync("/manage/skills")).Shows("No action that your organisation answers for names a skill");
        await scene.Staff.GetAsync("/manage/skills/closer-to-home/2", HttpStatusCode.NotFound);
        foreach (var page in new[] { "/strategies/closer-to-home", "/strategies/closer-to-home.json" })
            Assert.DoesNotContain("Asha B", await (await new Browser(Site).SendAsync(HttpMethod.Get, page)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "skills.looked-at").ToListAsync()));
    }

    [Fact]
    public async Task Matches_are_ranked_by_overlap_and_then_by_how_near_they_are()
    {
        var scene = await SkillScene.MakeAsync(Site);
        var street = await Site.SaveAsync(A.Area("Lock Street", AreaLevel.Neighbourhood));
        await Site.SaveAsync(new AreaLink(scene.Weirside, AreaLinkKind.Contains, street));
        await SkillScene.OffersAsync(Site, "Street", street, "driving");
        await SkillScene.OffersAsync(Site, "Ward", scene.Weirside, "driving");
        await SkillScene.OffersAsync(Site, "Place", scene.Rivermead, "driving");
        await SkillScene.OffersAsync(Site, "Both", street, "driving", "listening");
        await SkillScene.OffersAsync(Site, "Other", scene.Weirside, "cooking");
        await SkillScene.OffersAsync(Site, "Far", await Site.SaveAsync(A.Area("Elsewhere")), "driving", "listening");

        var page = await scene.Staff.GetAsync(SkillScene.Matches);
        Assert.Equal(["Both", "Place", "Ward", "Street"], page.QuerySelectorAll("tbody th").Select(c => c.Words()));
    }

    [Fact]
    public async Task An_organisation_offers_while_somebody_acts_for_it_and_an_account_takes_its_offers_with_it()
    {
        var scene = await SkillScene.MakeAsync(Site);
        var night = A.Body("Night Nursing", BodyKind.CommunityGroup);
        var membership = await Site.SaveAsync(A.Membership(scene.Asha, scene.Rivermead, Capability.None, night));
        var answers = scene.Answers("driving");
        answers["Input.For"] = $"{night.Id}";
        await scene.Resident.SubmitAsync(await scene.Resident.GetAsync("/account/skills/new"), answers);
        (await scene.Staff.GetAsync(SkillScene.Matches)).Shows("Asha B, for Night Nursing");

        await Site.AskAsync(db => db.Memberships.Where(m => m.Id == membership.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.EndedAt, Site.Now)));
        (await scene.Staff.GetAsync(SkillScene.Matches)).Shows("Nobody here offers any of it yet.");

        await scene.OfferAsync(scene.Resident, "driving");
        await scene.Resident.SubmitAsync(await scene.Resident.FollowAsync(await scene.Resident.GetAsync("/account/skills"), "Actions that need it"), button: "I would like to help");
        await Site.DoAsync<CommunityVoice.Data.CommunityVoiceDb>(async db =>
        {
            db.People.Remove(await db.People.SingleAsync(p => p.Id == scene.Asha.Id));
            await db.SaveChangesAsync();
        });
        Assert.Equal((0, 0), (await Site.AskAsync(db => db.SkillOffers.CountAsync()), await Site.AskAsync(db => db.Helpers.CountAsync())));
    }

    [Fact]
    public void A_list_with_a_code_twice_or_without_one_stops_the_start()
    {
        Assert.Contains("\"a\" is there twice", Assert.Throws<InvalidDataException>(() => SkillList.Parse("skills:\n  - { code: a, name: A }\n  - { code: a, name: B }\n")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => SkillList.Parse("skills:\n  - { code: \"\", name: A }\n"));
        Assert.Equal("gone", SkillList.Parse("skills:\n  - { code: a, name: A }\n").Name("gone"));
    }
}
