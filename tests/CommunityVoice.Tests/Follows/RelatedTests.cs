using CommunityVoice.Consultations;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Themes;

namespace CommunityVoice.Tests.Follows;

public sealed class RelatedTests : SiteTest
{
    [Fact]
    public async Task What_shares_a_theme_comes_before_what_shares_a_place_and_each_says_why()
    {
        var (place, elsewhere, asha, tom) = (A.Area("Weirside"), A.Area("Hillgate"), A.Person(), A.Person("Tom W"));
        var (lights, benches) = (new Theme(place, "Lights", "lights"), new Theme(place, "Benches", "benches"));
        var (here, near, far, nothing) = (A.Consultation("Safer crossings", place), A.Consultation("Longer hours", place), A.Consultation("Better parks", elsewhere), A.Consultation("Buses", A.Area("Mill")));
        var (said, saidFar) = (A.Comment(here, asha), A.Comment(far, asha));
        await Site.SaveAsync(here, near, far, nothing, asha, tom, lights, benches, said, saidFar, A.Consultation("A draft", place, published: false));
        await Site.SaveAsync(new Coding(lights, said, tom.Id, Site.Now), new Coding(lights, saidFar, tom.Id, Site.Now), new Coding(benches, said, tom.Id, Site.Now), new Coding(benches, saidFar, tom.Id, Site.Now));

        var related = await Site.AskAsync<RelatedConsultations, IReadOnlyList<Related>>(r => r.OfAsync(here.Id, default));
        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");

        Assert.Equal([("Better parks", "Also about Lights and Benches"), ("Longer hours", "Also in Weirside")], related.Select(r => (r.Title, r.Why)));
        Assert.Equal(["Better parks Also about Lights and Benches", "Longer hours Also in Weirside"], page.QuerySelectorAll("[aria-labelledby=related] li").Select(li => li.Words()));
    }

    [Fact]
    public async Task A_summary_leads_to_what_is_related_and_nothing_is_shown_where_nothing_is()
    {
        var scene = await SummaryScene.MakeAsync(Site);
        await scene.PublishedAsync();
        Assert.Null((await new Browser(Site).GetAsync(SummaryScene.Path)).GetElementById("related"));

        await Site.SaveAsync(A.Consultation("Longer hours", scene.Consultation.Area));
        Site.Clock.Advance(TimeSpan.FromMinutes(2)); // kept pages live a minute

        (await new Browser(Site).GetAsync(SummaryScene.Path)).Shows("Longer hours Also in Rivermead");
    }
}
