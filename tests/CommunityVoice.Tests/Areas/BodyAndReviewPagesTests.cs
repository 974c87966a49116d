using CommunityVoice.Bodies;
using CommunityVoice.Reviews;

namespace CommunityVoice.Tests.Areas;

public sealed class BodyAndReviewPagesTests : SiteTest
{
    [Fact]
    public async Task A_body_shows_what_it_may_do_where_on_what_basis_and_until_when()
    {
        var place = A.Area();
        var body = A.Body();
        body.Grant(place, Capability.Moderate | Capability.Publish, "Independent voice body", "Contract with the council", FakeClock.Today.AddDays(-10), FakeClock.Today.AddDays(10));
        body.Grant(place, Capability.Consult, "Former label", "An older contract", FakeClock.Today.AddDays(-100), FakeClock.Today.AddDays(-10));
        await Site.SaveAsync(body, place);

        var list = await new Browser(Site).GetAsync("/bodies");
        list.Shows("Rivermead Voice Independent voice body");
        var page = await new Browser(Site).GetAsync("/bodies/rivermead-voice");

        page.Shows("moderate what people say, publish summaries");
        page.Shows("Contract with the council");
        page.Shows("19 June 2026");
        page.Shows("Former label Ended");
    }

    [Fact]
    public async Task A_review_shows_its_area_who_stands_behind_it_and_its_published_consultations()
    {
        var place = A.Area();
        var body = A.Body();
        var review = new Review("Neighbourhood review 2026", "review-2026", place, null, "How fit the neighbourhood is.");
        review.SponsorBy(body);
        review.Consultations.Add(A.Consultation("Coming home", area: place, askedBy: body));
        review.Consultations.Add(A.Consultation("Not public yet", area: place, askedBy: body, published: false));
        await Site.SaveAsync(review, place, body);

        (await new Browser(Site).GetAsync("/reviews")).Shows("Neighbourhood review 2026 Rivermead · 1 consultation");
        var page = await new Browser(Site).GetAsync("/reviews/review-2026");

        page.Shows("Rivermead Voice");
        page.Shows("Coming home");
        page.DoesNotShow("Not public yet");
        await new Browser(Site).GetAsync("/reviews/nothing", HttpStatusCode.NotFound);
        await new Browser(Site).GetAsync("/bodies/nothing", HttpStatusCode.NotFound);
    }
}
