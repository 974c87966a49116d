using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Consultations;

public sealed class ConsultationPagesTests : SiteTest
{
    [Fact]
    public async Task An_open_consultation_says_what_it_is_about_who_decides_and_how_to_take_part()
    {
        var consultation = A.Consultation("Safer crossings");
        await Site.SaveAsync(A.Ballot(consultation));

        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");

        Assert.All(["What this is about", "Two people were hurt here last year.", "Where crossings go.", "The budget.", "Rivermead Council", "Choose your priorities", "Add a comment", "0 comments"], page.Shows);
        Assert.Equal(["Listening", "Choosing priorities", "Summary", "Answers", "What was done"],
            page.QuerySelectorAll(".cv-timeline li").Select(li => li.QuerySelector("span")!.Words()));
        Assert.Equal("Choosing priorities", page.QuerySelector(".cv-timeline [aria-current=step] span")!.Words());
        Assert.Empty(page.QuerySelectorAll("form[method=post]"));
    }

    [Fact]
    public async Task A_draft_cannot_be_seen_and_what_is_scheduled_says_when_it_opens()
    {
        await Site.SaveAsync(A.Consultation("Draft one", published: false));
        await Site.SaveAsync(A.Consultation("Coming soon", opens: FakeClock.Today.AddDays(5)));
        var browser = new Browser(Site);

        await browser.GetAsync("/consultations/draft-one", HttpStatusCode.NotFound);
        var soon = await browser.GetAsync("/consultations/coming-soon");
        soon.Shows("Opens 14 June");
        soon.DoesNotShow("Add a comment");
        await browser.GetAsync("/consultations/coming-soon/comment", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_closed_one_says_what_happens_next_and_offers_nothing_to_do()
    {
        await Site.SaveAsync(A.Consultation("Safer crossings"));
        Site.Clock.Advance(TimeSpan.FromDays(40));

        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");

        page.Shows("What happens next");
        page.Shows("by 8 August 2026");
        page.DoesNotShow("Add a comment");
        await new Browser(Site).GetAsync("/consultations/safer-crossings/comment", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_slug_of_before_leads_to_the_slug_of_today()
    {
        var consultation = await Site.SaveAsync(A.Consultation("Safer crossings"));
        await Site.SaveAsync(new FormerSlug(FormerSlug.OfConsultation, "crossings", consultation.Id));

        var answer = await new Browser(Site).SendOnceAsync(HttpMethod.Get, "/consultations/crossings?sort=oldest");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/consultations/safer-crossings?sort=oldest"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Documents_have_a_contents_list_and_an_address_for_every_section()
    {
        var consultation = A.Consultation("Safer crossings");
        var paper = new Document(consultation, "The figures", "figures", 1);
        consultation.Documents.Add(paper);
        paper.Sections.Add(new DocumentSection(paper, "how-many", "How many people cross", "| Hour | People |\n|---|---|\n| 8 | 120 |", 1));
        paper.Sections.Add(new DocumentSection(paper, "hurt", "Who was hurt", "Two people. <script>x</script>", 2));
        await Site.SaveAsync(consultation);

        var browser = new Browser(Site);
        var page = await browser.FollowAsync(await browser.GetAsync("/consultations/safer-crossings"), "The figures");

        Assert.Equal(["#how-many", "#hurt"], page.QuerySelectorAll(".cv-contents a").Select(a => a.GetAttribute("href")));
        Assert.NotNull(page.QuerySelector("section#how-many table"));
        Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task The_list_tells_open_from_soon_always_open_and_closed_and_filters_by_area()
    {
        var (north, south) = (A.Area("North"), A.Area("South"));
        await Site.SaveAsync(A.Consultation("Open one", north), A.Consultation("Soon one", north, opens: FakeClock.Today.AddDays(3)),
            A.Consultation("Closed one", south, opens: FakeClock.Today.AddDays(-60), closes: FakeClock.Today.AddDays(-2)), A.ListeningSpace("Space", south), A.Consultation("Secret", published: false));

        var all = await new Browser(Site).GetAsync("/consultations");
        var one = await new Browser(Site).GetAsync("/consultations?area=north");

        Assert.Equal(["Open now: Open one", "Opening soon: Soon one", "Always open: Space", "Closed: Closed one"], Cards(all));
        Assert.Equal(["Open now: Open one", "Opening soon: Soon one"], Cards(one));

        static IEnumerable<string> Cards(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll(".cv-card h3")
            .Select(h => $"{h.Closest("ul")!.PreviousElementSibling!.Words()}: {h.Words()}");
    }

    [Fact]
    public async Task Voices_are_told_only_through_disclosure_control()
    {
        var consultation = await Site.SaveAsync(A.Consultation("Safer crossings"));
        await Site.AskAsync(async db =>
        {
            var tracked = await db.Consultations.SingleAsync(c => c.Id == consultation.Id);
            for (var i = 0; i < 30; i++)
            {
                var voice = i < 22 ? CommunityVoice.People.Voice.Resident : i < 25 ? CommunityVoice.People.Voice.Carer : CommunityVoice.People.Voice.PrimaryCare;
                db.Comments.Add(new Comment(tracked, new Author(null, $"Person {i}", voice), "Words", Site.Now));
            }
            await db.SaveChangesAsync();
            await CommentCounts.RecountAsync(db, consultation.Id, default);
            return 0;
        });
        await Site.AssessAsync(consultation.Id, Dataset.Heard);
        await Site.AskAsync<HeardTables, int>(h => h.RefreshDueAsync(default));

        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");

        page.Shows("30 people: resident about 20, and a few others.");
    }
}
