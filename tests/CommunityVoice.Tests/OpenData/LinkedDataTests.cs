using System.Text.Json;
using AngleSharp.Html.Dom;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Web.Wiring;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>What pages say to programs in the words of schema.org: right, no more than the page shows, and never a way out of its element.</summary>
public sealed class LinkedDataTests : SiteTest
{
    private const string Nasty = "</script><script>alert(1)</script><!-- <b>\"it's\" & more\u2028";
    private readonly Body body = A.Body();
    private Consultation consultation = null!;
    private Comment first = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var (asha, ben) = (A.Person("</script>Asha"), A.Person("Ben C"));
        consultation = await Site.SaveAsync(A.Consultation(askedBy: body), asha, ben);
        first = await Site.SaveAsync(A.Comment(consultation, asha, Nasty));
        var answer = await Site.SaveAsync(first.Reply(A.Author(ben), "So it is.", Site.Now));
        await Site.SaveAsync(answer.Reply(A.Author(asha), "Thank you.", Site.Now));
    }

    [Fact]
    public async Task A_thread_is_a_posting_with_its_answers_nested_below_what_they_answer()
    {
        var posting = Single(await PageAsync($"/consultations/safer-crossings/comments/{first.Id}"), "DiscussionForumPosting");

        Assert.Equal(Nasty, posting.GetProperty("text").GetString());
        Assert.Equal(("Person", "</script>Asha"), (Text(posting, "author", "@type"), Text(posting, "author", "name")));
        Assert.Equal($"https://localhost/consultations/safer-crossings/comments/{first.Id}", posting.GetProperty("url").GetString());
        Assert.Equal(first.PostedAt, posting.GetProperty("datePublished").GetDateTimeOffset());
        var answer = Assert.Single(posting.GetProperty("comment").EnumerateArray());
        Assert.Equal(("Comment", "So it is."), (Text(answer, "@type"), Text(answer, "text")));
        Assert.Equal("Thank you.", Text(Assert.Single(answer.GetProperty("comment").EnumerateArray()), "text"));
    }

    [Fact]
    public async Task What_people_say_cannot_leave_its_element_nor_run()
    {
        foreach (var path in new[] { "/consultations/safer-crossings", $"/consultations/safer-crossings/comments/{first.Id}" })
        {
            var answer = await new Browser(Site).SendAsync(HttpMethod.Get, path);
            var html = await answer.Content.ReadAsStringAsync();

            Assert.DoesNotContain("<script>", html, StringComparison.OrdinalIgnoreCase); // nothing but files of our own and data
            Assert.DoesNotContain("</script>Asha", html, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("\\u003C/script\\u003E", html, StringComparison.Ordinal);
            Assert.Equal(SecurityHeaders.All["Content-Security-Policy"], answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.DoesNotContain("unsafe", SecurityHeaders.All["Content-Security-Policy"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_gone_is_not_said_and_answers_to_it_still_are()
    {
        await ChangeAsync(await Site.AskAsync(db => db.Comments.Where(c => c.ParentId == first.Id).Select(c => c.Id).SingleAsync()));
        var posting = Single(await PageAsync($"/consultations/safer-crossings/comments/{first.Id}"), "DiscussionForumPosting");
        Assert.Equal("Thank you.", Text(Assert.Single(posting.GetProperty("comment").EnumerateArray()), "text"));

        await ChangeAsync(first.Id);
        var thread = await new Browser(Site).GetAsync($"/consultations/safer-crossings/comments/{first.Id}", HttpStatusCode.Gone);
        Assert.Empty(Said(thread));
        Assert.Empty(Single(await PageAsync("/consultations/safer-crossings"), "DiscussionForumPosting").GetProperty("comment").EnumerateArray());
    }

    [Fact]
    public async Task A_consultation_says_who_asks_how_many_said_something_and_when_people_meet()
    {
        var (starts, ends) = (Site.Now.AddDays(3), Site.Now.AddDays(3).AddHours(2));
        await Site.SaveAsync(new PublicEvent(consultation, new("Walk round the </script> crossings", starts, ends, "Weir Hall", "https://meet.example.org/walk", "", "Step-free."), Site.Now));
        var page = await PageAsync("/consultations/safer-crossings");

        var posting = Single(page, "DiscussionForumPosting");
        Assert.Equal(("Safer crossings", "Rivermead Voice"), (Text(posting, "headline"), Text(posting, "author", "name")));
        Assert.Equal([Nasty], posting.GetProperty("comment").EnumerateArray().Select(c => Text(c, "text")));
        var walk = Single(page, "Event");
        Assert.Equal("Walk round the </script> crossings", Text(walk, "name"));
        Assert.Equal((starts.UtcDateTime.ToString("s"), ends.UtcDateTime.ToString("s")), (walk.GetProperty("startDate").GetDateTimeOffset().UtcDateTime.ToString("s"), walk.GetProperty("endDate").GetDateTimeOffset().UtcDateTime.ToString("s")));
        Assert.Equal(("https://schema.org/EventScheduled", "https://schema.org/MixedEventAttendanceMode"), (Text(walk, "eventStatus"), Text(walk, "eventAttendanceMode")));
        Assert.Equal(["Place", "VirtualLocation"], walk.GetProperty("location").EnumerateArray().Select(p => Text(p, "@type")));
    }

    [Fact]
    public async Task An_organisation_says_how_registers_know_it()
    {
        await Site.AskAsync(async db =>
        {
            var held = await db.Bodies.SingleAsync(b => b.Id == body.Id);
            held.Describe(held.Name, "We listen.", "https://voice.example.org");
            held.RegisterAs("GB-CHC-1164883");
            return await db.SaveChangesAsync();
        });

        var said = Single(await PageAsync("/bodies/rivermead-voice"), "Organization");

        Assert.Equal(("Rivermead Voice", "We listen.", "https://voice.example.org", "GB-CHC-1164883"), (Text(said, "name"), Text(said, "description"), Text(said, "sameAs"), Text(said, "identifier", "value")));
    }

    [Fact]
    public async Task Open_data_is_a_dataset_whose_files_are_there()
    {
        var said = Single(await PageAsync("/open-data"), "Dataset");

        Assert.InRange(Text(said, "description")!.Length, 50, 5000); // as search engines for data ask
        Assert.True(Uri.IsWellFormedUriString(Text(said, "license"), UriKind.Absolute));
        var files = said.GetProperty("distribution").EnumerateArray().ToList();
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var answer = await new Browser(Site).SendAsync(HttpMethod.Get, new Uri(Text(file, "contentUrl")!).PathAndQuery);
            Assert.Equal((HttpStatusCode.OK, Text(file, "encodingFormat")), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        }
    }

    private Task ChangeAsync(long id) => Site.AskAsync(async db =>
    {
        (await db.Comments.SingleAsync(c => c.Id == id)).Remove("privacy", Site.Now);
        return await db.SaveChangesAsync();
    });

    private Task<IHtmlDocument> PageAsync(string path) => new Browser(Site).GetAsync(path);

    private static List<JsonElement> Said(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement)];

    private static JsonElement Single(IHtmlDocument page, string type)
    {
        var said = Said(page);
        Assert.All(said, s => Assert.Equal("https://schema.org", Text(s, "@context")));
        return Assert.Single(said, s => Text(s, "@type") == type);
    }

    private static string? Text(JsonElement of, params string[] path) => path.Aggregate(of, (e, name) => e.GetProperty(name)).GetString();
}
