using CommunityVoice.Bodies;
using CommunityVoice.Tests.OpenData;
using CommunityVoice.Tests.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Manage;

/// <summary>Who stands behind a body, who commissioned it and when that ends (rules R-A24 and R-I25), and national bodies (rule R-B1).</summary>
public sealed class RemitEndingTests : SiteTest
{
    private static readonly DateOnly Today = FakeClock.Today;

    [Theory]
    [InlineData(91, null)]
    [InlineData(90, "Ends in 13 weeks")]
    [InlineData(14, "Ends in 2 weeks")]
    [InlineData(7, "Ends in 1 week")]
    [InlineData(6, "Ends in 6 days")]
    [InlineData(1, "Ends in 1 day")]
    [InlineData(0, null)]
    public void An_end_is_told_from_ninety_days_before(int days, string? words) => Assert.Equal(words, RemitEnding.WordsOn(Today, Today.AddDays(-100), Today.AddDays(days)));

    [Fact]
    public async Task A_commissioned_remit_shows_who_gave_it_and_that_it_ends_and_tells_the_people_of_both_once()
    {
        var office = new Office(Site);
        var admin = await office.StaffAsync(Capability.Administer);
        var (council, officer) = (A.Body("Rivermead Council", BodyKind.Council), A.Person("Bronwen P", "bronwen@example.org"));
        await Site.SaveAsync(council, officer);
        await Site.SaveAsync(A.Membership(officer, office.Place, Capability.Respond, council));
        var body = $"/bodies/{office.Body.Slug}";

        var ends = Today.AddDays(100);
        var form = await admin.GetAsync($"/manage{body}");
        await admin.SubmitAsync(form, new()
        {
            ["Input.AreaId"] = $"{office.Place.Id}",
            ["Input.May"] = "Moderate",
            ["Input.Label"] = "Voice body",
            ["Input.LegalBasis"] = "Contract 7",
            ["Input.CommissionedById"] = $"{council.Id}",
            ["Input.EndsOn.Day"] = $"{ends.Day}",
            ["Input.EndsOn.Month"] = $"{ends.Month}",
            ["Input.EndsOn.Year"] = $"{ends.Year}",
        }, button: "Give the remit");
        var reader = new Browser(Site);
        (await reader.GetAsync(body)).Shows("Contract 7 Commissioned by Rivermead Council");
        (await reader.GetAsync(body)).DoesNotShow("Ends in");
        Assert.Equal(0, await RemindAsync());

        Site.Clock.Advance(TimeSpan.FromDays(16)); // 84 days are left
        (await new Browser(Site).GetAsync(body)).Shows("Ends in 12 weeks");
        (await new Browser(Site).GetAsync($"/areas/{office.Place.Slug}")).Shows("Contract 7. Commissioned by Rivermead Council.");
        var person = await Site.AskAsync(db => db.Memberships.Where(m => m.BodyId == office.Body.Id).Select(m => m.PersonId).SingleAsync());
        (await new Browser(Site, person).GetAsync("/manage")).Shows("Voice body in Rivermead: Ends in 12 weeks");
        (await new Browser(Site, person).GetAsync("/manage/bodies")).Shows("Ends in 12 weeks");
        (await new Browser(Site, person).GetAsync($"/manage{body}")).Shows("Contract 7. Commissioned by Rivermead Council");
        (await new Browser(Site, officer.Id).GetAsync("/manage")).Shows("Ends in 12 weeks"); // who commissioned it
        Assert.Equal("rivermead-council", (await new DataFiles(Site).JsonAsync($"{body}.json")).GetProperty("item").GetProperty("remits").EnumerateArray().Last().GetProperty("commissionedBy").GetString());

        Assert.Equal(1, await RemindAsync());
        Assert.Equal(0, await RemindAsync());
        var told = await Site.AskAsync(db => db.Letters.Where(l => l.Kind == "remit-ends").ToListAsync());
        Assert.Equal(2, told.Count);
        Assert.Contains("Contract 7. Commissioned by Rivermead Council", told.Single(l => l.To == "bronwen@example.org").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task How_independent_the_moderating_body_is_stands_beside_its_remit_and_on_the_moderation_page()
    {
        var office = new Office(Site);
        await office.StaffAsync(Capability.Moderate);
        (await new Browser(Site).GetAsync("/how-we-moderate")).Shows("How independent it is was not said yet.");
        await Site.SaveAsync(new BodyStanding(office.Body, StandingKind.WithinCouncil, "Rivermead Council", Today.AddDays(-3), "", null, Site.Now));

        (await new Browser(Site).GetAsync("/how-we-moderate")).Shows("In Rivermead: Rivermead Voice, The voice body. Hosted by Rivermead Council since");
        (await new Browser(Site).GetAsync($"/areas/{office.Place.Slug}")).Shows("Rivermead Voice Hosted by Rivermead Council");
    }

    [Fact]
    public async Task A_national_body_can_always_be_turned_to()
    {
        var scene = await RecommendationScene.MakeAsync(Site);
        var id = await scene.SentAsync();
        await Site.SaveAsync(A.Body("Care Listening England", BodyKind.NationalBody), A.Body("Some charity", BodyKind.CommunityGroup));

        var form = await scene.Summary.Browser.GetAsync($"/manage/recommendations/{id}/escalate");
        form.Shows("Care Listening England");
        form.DoesNotShow("Some charity");
        await scene.Summary.Browser.SubmitAsync(form, new() { ["Input.To"] = "care-listening-england", ["Input.Reason"] = "Nobody here can settle it." });

        (await new Browser(Site).GetAsync("/recommendations/escalations/1")).Shows("Nobody here can settle it.");
    }

    private Task<int> RemindAsync() => Site.AskAsync<RemitReminders, int>(r => r.SendDueAsync(default));
}
