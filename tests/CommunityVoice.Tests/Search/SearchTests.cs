using CommunityVoice.Content;
using CommunityVoice.Search;
using CommunityVoice.Tests.Content;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Search;

public sealed class SearchTests : SiteTest
{
    [Theory]
    [InlineData("zebras", 1)]
    [InlineData("ZEBRA night", 1)]
    [InlineData("the zebra and the night", 1)]
    [InlineData("cafe", 1)]
    [InlineData("café", 1)]
    [InlineData("night-zebra", 1)]
    [InlineData("Łódź", 1)]
    [InlineData("zebra dragon", 0)]
    [InlineData("zeppelin", 1)]
    public async Task The_same_words_are_found_on_either_database(string asked, int found)
    {
        await PutAsync(1, "A zeppelin", "We met the **night zebra** at the Café in Łódź, near example.com/x.");
        await PutAsync(2, "Another", "Nothing to see");

        Assert.Equal(found, (await FindAsync(asked)).All);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a AND")]
    [InlineData("NEAR(x, 3")]
    [InlineData("zebra* OR title:")]
    [InlineData("'; DROP TABLE \"SearchEntries\"; --")]
    [InlineData("!&|<->():*")]
    [InlineData("😀 👩‍⚕️")]
    [InlineData("{0} %s \\ \u0000 \u202E")]
    [InlineData("the")]
    [InlineData("")]
    public async Task Any_text_is_a_fair_question(string asked)
    {
        await PutAsync(1, "A title", "zebra");

        await FindAsync(asked);
        await FindAsync(string.Concat(Enumerable.Repeat(asked + " ", 500)));

        Assert.Equal(1, (await FindAsync("zebra")).All);
    }

    [SharedDataFact]
    public async Task No_naughty_string_is_an_error()
    {
        var strings = System.Text.Json.JsonSerializer.Deserialize<string[]>(await File.ReadAllTextAsync(Path.Combine(Repository.SharedData!, "security/blns/blns.json")))!;
        await Site.DoAsync<SearchIndex>(async index =>
        {
            for (var i = 0; i < strings.Length; i++) await index.PutAsync(SearchKind.Idea, i, strings[i], strings[i], "/", Site.Now, default);
        });
        await Site.DoAsync<ISearch>(async search =>
        {
            foreach (var text in strings) await search.FindAsync(new Question(text), null, 1, default);
        });
        Assert.Equal(strings.Length, await Site.AskAsync(db => db.SearchEntries.CountAsync(e => e.Kind == SearchKind.Idea)));
    }

    [Fact]
    public async Task What_is_changed_is_found_by_its_new_words_only_and_what_is_removed_not_at_all()
    {
        await PutAsync(1, "A title", "zebra");
        await PutAsync(1, "A title", "wombat");

        Assert.Equal((0, 1), ((await FindAsync("zebra")).All, (await FindAsync("wombat")).All));
        await Site.DoAsync<SearchIndex>(i => i.RemoveAsync(SearchKind.Idea, 1, default));
        Assert.Equal(0, (await FindAsync("wombat")).All);
    }

    [Fact]
    public async Task Pages_hold_twenty_and_counts_hold_everything()
    {
        for (var i = 1; i <= 25; i++) await PutAsync(i, $"Title {i}", "zebra");
        await Site.DoAsync<SearchIndex>(x => x.PutAsync(SearchKind.Summary, 1, "A summary", "zebra", "/", Site.Now, default));

        var (first, second, ideas) = (await FindAsync("zebra"), await FindAsync("zebra", page: 2), await FindAsync("zebra", SearchKind.Summary));

        Assert.Equal((20, 6, 1), (first.Hits.Count, second.Hits.Count, ideas.Hits.Count));
        Assert.Equal((26, 25, 1), (first.All, first.OfKind[SearchKind.Idea], first.OfKind[SearchKind.Summary]));
        Assert.Equal(26, first.Hits.Concat(second.Hits).DistinctBy(h => (h.Kind, h.Title)).Count());
    }

    [Fact]
    public async Task A_title_weighs_more_than_a_text_and_the_extract_marks_the_words()
    {
        await PutAsync(1, "Other", string.Concat(Enumerable.Repeat("Many words before. ", 30)) + "One zebra <b>here</b>. " + string.Concat(Enumerable.Repeat("Many words after. ", 30)));
        await PutAsync(2, "Zebras", "Something else");

        var found = await FindAsync("zebras");

        Assert.Equal(["Zebras", "Other"], found.Hits.Select(h => h.Title));
        Assert.Equal("zebra", Assert.Single(found.Hits[1].Extract, p => p.IsAsked).Text);
        Assert.InRange(found.Hits[1].Extract.Sum(p => p.Text.Length), 100, 300);
    }

    [Fact]
    public async Task The_sites_own_pages_are_entered_once_and_leave_when_they_go()
    {
        var page = ContentLibrary.Parse("help", "---\ntitle: Getting help\nsummary: Whom to call.\nreviewed: 2026-11-21\n---\nCall the quokka.\n", SomeSite.Words());
        await Site.DoAsync<SearchIndex>(i => i.PutAsync(new ContentLibrary([page]), default));
        await Site.DoAsync<SearchIndex>(i => i.PutAsync(new ContentLibrary([page]), default));
        Assert.Equal("/help", Assert.Single((await FindAsync("quokka")).Hits, h => h.Kind == SearchKind.Page).Url);

        await Site.DoAsync<SearchIndex>(i => i.PutAsync(new ContentLibrary([]), default));
        Assert.Equal(0, (await FindAsync("quokka")).All);
    }

    private Task PutAsync(long id, string title, string text) =>
        Site.DoAsync<SearchIndex>(index => index.PutAsync(SearchKind.Idea, id, title, text, $"/ideas/{id}", Site.Now, default));

    private Task<Found> FindAsync(string asked, string? kind = null, int page = 1) =>
        Site.AskAsync<ISearch, Found>(search => search.FindAsync(new Question(asked), kind, page, default));
}
