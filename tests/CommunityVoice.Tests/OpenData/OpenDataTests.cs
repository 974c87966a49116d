using System.Text.Json;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.OpenData;

/// <summary>How open data answers: page by page, kept, moved, gone, and readable from anywhere.</summary>
public sealed class OpenDataTests : SiteTest
{
    private static readonly string[] Said = ["author", "body", "voice", "area", "text", "postedAt", "supports", "channel", "meeting"];
    private Consultation crossings = null!;
    private DataFiles files = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        files = new(Site);
        crossings = await Site.SaveAsync(A.Consultation("Safer crossings", area: A.Area()));
        await Site.AssessAsync(crossings.Id, Dataset.Comments);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(500)]
    public async Task A_walk_over_the_pages_meets_each_row_once(int limit)
    {
        var person = await Site.SaveAsync(A.Person());
        for (var i = 0; i < 20; i++) await Site.SaveAsync(A.Comment(crossings, person, $"Number {i}"));

        var walked = (await files.ItemsAsync("/consultations/safer-crossings/comments.json", limit)).ConvertAll(c => c.GetProperty("id").GetInt64());

        Assert.Equal(20, walked.Count);
        Assert.Equal(walked.Order(), walked);
        Assert.Distinct(walked);
        var (_, first) = await files.CsvAsync("/consultations/safer-crossings/comments.csv?limit=7");
        Assert.Equal(walked.Take(7).Select(id => $"{id}"), first.Select(r => r["id"]));
        Assert.Contains($"comments.csv?after={walked[6]}&limit=7>; rel=\"next\"", files.Answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_row_between_two_pages_moves_none_of_the_others()
    {
        var person = await Site.SaveAsync(A.Person());
        for (var i = 0; i < 4; i++) await Site.SaveAsync(A.Comment(crossings, person, $"Number {i}"));
        var page = await files.JsonAsync("/consultations/safer-crossings/comments.json?limit=2");
        await Site.SaveAsync(A.Comment(crossings, person, "Later"));

        var rest = await files.ItemsAsync(new Uri(page.GetProperty("next").GetString()!).PathAndQuery);

        Assert.Equal(["Number 2", "Number 3", "Later"], rest.Select(c => c.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("/areas.json?after=first", "after")]
    [InlineData("/areas.json?after=-1", "after")]
    [InlineData("/areas.csv?limit=0", "from 1 to 10000")]
    [InlineData("/areas.json?limit=501", "from 1 to 500")]
    [InlineData("/areas.json?limit=many", "limit")]
    public async Task A_page_that_cannot_be_read_is_refused_with_what_is_wrong(string path, string word)
    {
        var problem = await files.JsonAsync(path, HttpStatusCode.BadRequest);

        Assert.Contains(word, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(400, problem.GetProperty("status").GetInt32());
    }

    [Theory]
    [InlineData("/areas/nowhere.json")]
    [InlineData("/areas/nowhere.csv")]
    [InlineData("/areas/nowhere/themes.json")]
    [InlineData("/consultations/nothing.json")]
    [InlineData("/consultations/nothing/comments.csv")]
    [InlineData("/consultations/safer-crossings/comments/999.json")]
    [InlineData("/ballots/999/results.json")]
    [InlineData("/bodies/nobody.json")]
    [InlineData("/summaries/nothing.json")]
    [InlineData("/recommendations/999.json")]
    [InlineData("/strategies/nothing.json")]
    public async Task What_is_not_there_is_a_problem_and_no_page(string path)
    {
        var problem = await files.JsonAsync(path, HttpStatusCode.NotFound);

        Assert.Equal("Not found", problem.GetProperty("title").GetString());
        Assert.Equal("*", files.Answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact]
    public async Task Drafts_are_in_none_of_it()
    {
        await Site.SaveAsync(A.Consultation("Not yet", area: A.Area("Weirside"), published: false));

        await files.JsonAsync("/consultations/not-yet.json", HttpStatusCode.NotFound);
        await files.JsonAsync("/consultations/not-yet/comments.json", HttpStatusCode.NotFound);
        Assert.DoesNotContain("Not yet", await files.TextAsync("/consultations.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/consultations/old-name.json?limit=3", "/consultations/safer-crossings.json?limit=3")]
    [InlineData("/consultations/old-name/comments.csv", "/consultations/safer-crossings/comments.csv")]
    [InlineData("/consultations/old-name/comments.json?after=5", "/consultations/safer-crossings/comments.json?after=5")]
    public async Task An_old_address_leads_on_for_good_to_the_same_kind_of_file(string old, string now)
    {
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            db.FormerSlugs.Add(new FormerSlug(FormerSlug.OfConsultation, "old-name", crossings.Id));
            await db.SaveChangesAsync();
        });

        var answer = await new Browser(Site).SendOnceAsync(HttpMethod.Get, old);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(now, answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task What_is_gone_keeps_its_place_and_says_nothing_else()
    {
        var person = await Site.SaveAsync(A.Person("Zebedee Q"));
        var kept = await Site.SaveAsync(A.Comment(crossings, person, "A wall"));
        var gone = await Site.SaveAsync(A.Comment(crossings, await Site.SaveAsync(A.Person("Yolanda W", voice: Voice.Carer)), "My neighbour’s secret"));
        await ChangeAsync(gone.Id, c => c.Remove("privacy", Site.Now));

        var tombstone = (await files.ItemsAsync("/consultations/safer-crossings/comments.json"))[1];
        Assert.Equal("removed", tombstone.GetProperty("state").GetString());
        Assert.Equal("privacy", tombstone.GetProperty("removedRule").GetString());
        foreach (var name in Said) Assert.Equal(JsonValueKind.Null, tombstone.GetProperty(name).ValueKind);
        Assert.DoesNotContain("secret", await files.TextAsync("/consultations/safer-crossings/comments.csv"), StringComparison.Ordinal);
        var problem = await files.JsonAsync($"/consultations/safer-crossings/comments/{gone.Id}.json", HttpStatusCode.Gone);
        Assert.StartsWith("removed", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        await ChangeAsync(kept.Id, c => c.Withdraw(Site.Now));
        Assert.StartsWith("withdrawn", (await files.JsonAsync($"/consultations/safer-crossings/comments/{kept.Id}.json", HttpStatusCode.Gone)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zebedee", await files.TextAsync("/consultations/safer-crossings/comments.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_can_be_no_formula_and_comes_back_as_it_was()
    {
        await Site.SaveAsync(A.Comment(crossings, await Site.SaveAsync(A.Person()), "=1+1, \"quoted\"\r\nand a second line"));

        var (_, rows) = await files.CsvAsync("/consultations/safer-crossings/comments.csv");

        Assert.Equal("'=1+1, \"quoted\"\r\nand a second line", rows[0]["text"]);
    }

    [Fact]
    public async Task It_is_sent_again_only_when_it_changed()
    {
        using var client = Site.CreateClient();
        foreach (var path in new[] { "/consultations.json", "/consultations.csv", "/open-data/datapackage.json", "/open-data/openapi.json" })
        {
            using var first = await client.GetAsync(path);
            var etag = first.Headers.ETag!;
            Assert.False(etag.IsWeak);
            using var again = await AskAsync(client, path, etag.ToString());
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal("*", again.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Equal(etag, again.Headers.ETag);
            using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
            Assert.Equal((HttpStatusCode.OK, etag, ""), (head.StatusCode, head.Headers.ETag, await head.Content.ReadAsStringAsync()));
        }
        using var before = await client.GetAsync("/consultations.json");
        await Site.SaveAsync(A.Consultation("One more", area: A.Area("Weirside")));
        using var after = await AskAsync(client, "/consultations.json", before.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("One more", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/areas.json")]
    [InlineData("/areas.csv")]
    [InlineData("/areas/rivermead/theme-list.csv")]
    [InlineData("/what-changed.csv")]
    public async Task Any_site_may_read_it_and_every_answer_names_the_licence(string path)
    {
        for (var i = 0; i < 2; i++) // rendered, and kept
        {
            await files.TextAsync(path);
            Assert.Equal("*", files.Answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.Contains("rel=\"license\"", files.Answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
            Assert.Contains("rel=\"describedby\"", files.Answer.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
        }
        var page = await new Browser(Site).SendAsync(HttpMethod.Get, "/areas");
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Each_answer_says_its_version_licence_day_and_how_numbers_are_protected()
    {
        var about = (await files.JsonAsync("/areas/rivermead.json")).GetProperty("about");

        Assert.Equal("1", about.GetProperty("version").GetString());
        Assert.Equal("OGL-UK-3.0", about.GetProperty("licence").GetProperty("name").GetString());
        Assert.Equal($"{UkTime.Today(Site.Clock):yyyy-MM-dd}", about.GetProperty("asOf").GetString());
        Assert.Contains("from 1 to 7 are hidden", about.GetProperty("disclosure").GetProperty("note").GetString(), StringComparison.Ordinal);
        Assert.EndsWith("/areas/rivermead", about.GetProperty("page").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_lead_to_their_data_and_others_do_not()
    {
        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");
        Assert.Equal("/consultations/safer-crossings.json", page.QuerySelector("link[rel=alternate][type='application/json']")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector(".cv-data a[href='/consultations/safer-crossings.json']"));
        Assert.Null(page.QuerySelector(".cv-data a[href$='.csv']"));
        Assert.NotNull((await new Browser(Site).GetAsync("/areas/rivermead")).QuerySelector(".cv-data a[href='/areas/rivermead.csv']"));
        Assert.Null((await new Browser(Site).GetAsync("/house-rules")).QuerySelector(".cv-data"));
        var about = await new Browser(Site).GetAsync("/open-data");
        about.Shows("Open Government Licence v3.0");
        about.Shows("/summaries/{name}/v{number}.json");
        about.DoesNotShow("On pages only");
        about.DoesNotShow("there in full");
    }

    private static Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string etag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return client.SendAsync(request);
    }

    private Task ChangeAsync(long id, Action<Comment> change) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        change(await db.Comments.SingleAsync(c => c.Id == id));
        await db.SaveChangesAsync();
    });
}

/// <summary>Who asks too often is told when to come again.</summary>
public sealed class OpenDataLimitTests : IAsyncLifetime
{
    private readonly LimitedSite site = new();

    public Task InitializeAsync() => site.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)site).DisposeAsync();

    [Fact]
    public async Task So_many_requests_a_minute_and_no_more()
    {
        using var client = site.CreateClient();
        for (var i = 0; i < 3; i++) (await client.GetAsync($"/areas.json?after={i}")).EnsureSuccessStatusCode();

        using var refused = await client.GetAsync("/areas.json?after=4");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        (await client.GetAsync("/areas.json?after=1")).EnsureSuccessStatusCode(); // kept already
        (await client.GetAsync("/areas")).EnsureSuccessStatusCode();
    }

    [Theory]
    [InlineData("/strategies/closer-to-home.docx")]
    [InlineData("/strategies/closer-to-home/v1.docx")]
    [InlineData("/summaries/what-we-heard.docx")]
    [InlineData("/annual-reports/2026.docx")]
    [InlineData("/strategies/closer-to-home/money.csv")]
    [InlineData("/areas/nowhere/theme-list.csv")]
    [InlineData("/reviews/nothing/fitness.csv")]
    [InlineData("/what-changed.csv?year=1")]
    public async Task Files_with_addresses_of_their_own_are_counted_too(string path)
    {
        using var client = site.CreateClient();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync(path)).StatusCode);
    }

    private sealed class LimitedSite : Site
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("OpenData:RequestsPerMinute", "3");
        }
    }
}
