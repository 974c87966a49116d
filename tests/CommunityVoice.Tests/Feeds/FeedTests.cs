using System.ServiceModel.Syndication;
using System.Xml;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using Ical.Net;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Feeds;

/// <summary>News feeds and calendars of a place and of a consultation: read by parsers that others wrote.</summary>
public sealed class FeedTests : SiteTest
{
    private Area rivermead = null!;
    private Consultation crossings = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        rivermead = A.Area();
        crossings = A.Consultation("Safer crossings", area: rivermead, opens: UkTime.Today(Site.Clock).AddDays(-10), closes: UkTime.Today(Site.Clock).AddDays(20));
        await Site.SaveAsync(crossings);
    }

    [Fact]
    public async Task News_of_a_consultation_tell_what_opened_and_closed_newest_first()
    {
        var ballot = await Site.SaveAsync(A.Ballot(crossings));
        Assert.Equal(["Open: Safer crossings", $"Vote: {ballot.Title}"], (await NewsAsync("/consultations/safer-crossings/news.atom")).Items.Select(i => i.Title.Text).Order(StringComparer.Ordinal));

        await ChangeAsync(c => c.Extend(crossings.ClosesOn!.Value.AddDays(7), "Many were away.", Guid.NewGuid(), Site.Now));
        Site.Clock.GoTo(UkTime.EndOf(crossings.ClosesOn!.Value.AddDays(7)).AddMinutes(5));

        var feed = await NewsAsync("/consultations/safer-crossings/news.atom");
        Assert.Equal(["Closed: Safer crossings", "Open for longer: Safer crossings"], feed.Items.Take(2).Select(i => i.Title.Text));
        Assert.Contains("Many were away.", ((TextSyndicationContent)feed.Items.ElementAt(1).Content).Text, StringComparison.Ordinal);
        Assert.Equal(feed.Items.First().LastUpdatedTime, feed.LastUpdatedTime);
        Assert.Distinct(feed.Items.Select(i => i.Id));
        Assert.All(feed.Items, i => Assert.True(i.Links.Single().Uri.IsAbsoluteUri));
    }

    [Fact]
    public async Task A_place_tells_what_happens_in_all_areas_it_contains_and_nothing_of_drafts_or_other_places()
    {
        var ward = A.Area("Weir Road", AreaLevel.Ward);
        await Site.SaveAsync(new AreaLink(rivermead, AreaLinkKind.Contains, ward));
        await Site.SaveAsync(A.Consultation("A bench at the weir", area: ward));
        await Site.SaveAsync(A.Consultation("Elsewhere", area: A.Area("Elsewhere town")));
        await Site.SaveAsync(new Consultation("A draft", "a-draft", "What?", rivermead, A.Body("Drafting body")));

        var feed = await NewsAsync("/areas/rivermead/news.atom");

        Assert.Equal(["Open: A bench at the weir", "Open: Safer crossings"], feed.Items.Select(i => i.Title.Text).Order(StringComparer.Ordinal));
        var page = await new Browser(Site).GetAsync("/areas/rivermead");
        Assert.Equal("/areas/rivermead/news.atom", page.QuerySelector("link[rel=alternate][type='application/atom+xml']")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("a[href='/areas/rivermead/dates.ics']"));
    }

    [Fact]
    public async Task A_calendar_holds_whole_days_that_keep_their_names_when_they_move()
    {
        var before = await DatesAsync("/consultations/safer-crossings/dates.ics");
        await ChangeAsync(c => c.Extend(crossings.ClosesOn!.Value.AddDays(7), "Many were away.", Guid.NewGuid(), Site.Now));
        var after = await DatesAsync("/consultations/safer-crossings/dates.ics");

        var (old, moved) = (Closing(before), Closing(after));
        Assert.Equal(old.Uid, moved.Uid);
        Assert.True(moved.Sequence > old.Sequence);
        Assert.Equal(crossings.ClosesOn!.Value.AddDays(7), moved.Start!.Date);
        Assert.False(moved.Start.HasTime);
        Assert.Equal(moved.Start.Date.AddDays(1), moved.End!.Date); // the end is the day after
        Assert.Equal(TransparencyType.Transparent, moved.Transparency);
        Assert.Contains("/consultations/safer-crossings", moved.Url!.AbsoluteUri, StringComparison.Ordinal);

        static Ical.Net.CalendarComponents.CalendarEvent Closing(Calendar calendar) => calendar.Events.Single(e => e.Summary == "Last day to take part: Safer crossings");
    }

    [Fact]
    public async Task A_calendar_keeps_to_the_format_line_by_line()
    {
        await Site.SaveAsync(A.Consultation("A long title, with commas; and more, that does not fit on one calendar line", area: rivermead));

        var text = await (await new Browser(Site).SendAsync(HttpMethod.Get, "/areas/rivermead/dates.ics")).Content.ReadAsStringAsync();

        var lines = text.Split("\r\n");
        Assert.DoesNotContain(lines, l => l.Contains('\n', StringComparison.Ordinal));
        Assert.All(lines, l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines.Last(l => l.Length > 0));
    }

    [Fact]
    public async Task A_former_address_still_leads_there_and_an_unknown_or_unpublished_one_does_not()
    {
        await Site.SaveAsync(new FormerSlug(FormerSlug.OfConsultation, "safe-crossings", crossings.Id));
        await Site.SaveAsync(new Consultation("A draft", "a-draft", "What?", rivermead, A.Body("Drafting body")));

        Assert.NotEmpty((await NewsAsync("/consultations/safe-crossings/news.atom")).Items);
        foreach (var path in new[] { "/consultations/a-draft/news.atom", "/consultations/nothing/dates.ics", "/areas/nowhere/news.atom" })
            Assert.Equal(HttpStatusCode.NotFound, (await new Browser(Site).SendAsync(HttpMethod.Get, path)).StatusCode);
    }

    [Fact]
    public async Task A_place_without_anything_has_an_empty_feed_and_an_empty_calendar()
    {
        await Site.SaveAsync(A.Area("Quiet place"));

        Assert.Empty((await NewsAsync("/areas/quiet-place/news.atom")).Items);
        Assert.Empty((await DatesAsync("/areas/quiet-place/dates.ics")).Events);
    }

    private async Task ChangeAsync(Action<Consultation> change) => await Site.AskAsync(async db =>
    {
        change(await db.Consultations.SingleAsync(c => c.Id == crossings.Id));
        return await db.SaveChangesAsync();
    });

    private async Task<SyndicationFeed> NewsAsync(string path)
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, path);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(answer.Headers.ETag);
        using var reader = XmlReader.Create(await answer.Content.ReadAsStreamAsync());
        var formatter = new Atom10FeedFormatter();
        formatter.ReadFrom(reader);
        return formatter.Feed;
    }

    private async Task<Calendar> DatesAsync(string path)
    {
        var answer = await new Browser(Site).SendAsync(HttpMethod.Get, path);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        return Calendar.Load(await answer.Content.ReadAsStringAsync())!;
    }
}
