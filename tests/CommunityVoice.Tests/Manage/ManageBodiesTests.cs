using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Manage;

public sealed class ManageBodiesTests : SiteTest
{
    [Fact]
    public async Task An_organisation_is_added_given_a_remit_with_dates_and_ended_each_recorded()
    {
        var (admin, place) = await AdministratorAsync();
        var added = await admin.SubmitAsync(await admin.GetAsync("/manage/bodies/new"), new() { ["Input.Name"] = "Night Nursing", ["Input.Kind"] = "CommunityGroup" });
        added.Shows("Nothing more than anyone else");

        var refused = await admin.SubmitAsync(added, new() { ["Input.AreaId"] = $"{place.Id}" }, HttpStatusCode.UnprocessableEntity);
        foreach (var message in new[] { "Choose at least one thing it may do", "Enter what it is called here", "Enter on what basis" })
            Assert.Contains(message, refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        var given = await admin.SubmitAsync(refused, new() { ["Input.May"] = new(["SupportIdeas", "Respond"]), ["Input.Label"] = "Charity", ["Input.LegalBasis"] = "Agreed" }, button: "Give the remit");

        given.Shows("The remit is given.");
        var body = await Site.AskAsync(db => db.Bodies.Include(b => b.Remits).SingleAsync(b => b.Slug == "night-nursing"));
        Assert.Equal(Capability.SupportIdeas | Capability.Respond, Assert.Single(body.Remits).Capabilities);
        var verbs = await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Subject == "Body").OrderBy(e => e.Id).Select(e => e.Verb).ToListAsync());
        Assert.Equal(["body.added", "remit.given"], verbs);
        (await admin.GetAsync("/manage/bodies")).Shows("Night Nursing 1 remit");
    }

    [Fact]
    public async Task A_remit_in_force_ends_today_and_stays_on_the_record()
    {
        var (admin, place) = await AdministratorAsync();
        var body = A.Body("Night Nursing", BodyKind.CommunityGroup);
        body.Grant(place, Capability.Respond, "Charity", "Agreed", FakeClock.Today.AddDays(-30));
        await Site.SaveAsync(body, place);

        await admin.SubmitAsync(await admin.GetAsync("/manage/bodies/night-nursing"), button: "End it today: Charity, Rivermead");

        Assert.Equal(FakeClock.Today, await Site.AskAsync(db => db.Remits.Where(r => r.BodyId == body.Id).Select(r => r.EndsOn).SingleAsync()));
    }

    [Fact]
    public async Task Nobody_gives_a_remit_over_an_area_they_do_not_administer()
    {
        var (admin, _) = await AdministratorAsync();
        var elsewhere = A.Area("Elsewhere");
        var body = A.Body("Elsewhere Voice");
        body.Grant(elsewhere, Capability.Consult, "Voice body", "Agreed", FakeClock.Today.AddDays(-30));
        await Site.SaveAsync(body, elsewhere);

        await admin.GetAsync("/manage/bodies/elsewhere-voice", HttpStatusCode.Forbidden);
        (await admin.GetAsync("/manage/bodies")).DoesNotShow("Elsewhere Voice");
    }

    private async Task<(Browser Browser, Area Place)> AdministratorAsync()
    {
        var place = A.Area();
        var person = A.Person("Sam K");
        await Site.SaveAsync(person, place);
        await Site.SaveAsync(A.Membership(person, place, Capability.Administer));
        return (new Browser(Site, person.Id), place);
    }
}
