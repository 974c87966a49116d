using System.Globalization;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Consultations;

public sealed class DiscussionPagesTests : SiteTest
{
    private const string Here = "/consultations/safer-crossings";
    private Consultation consultation = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        consultation = await Site.SaveAsync(A.Consultation("Safer crossings"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sort=oldest")]
    [InlineData("?sort=supported")]
    public async Task Paging_forward_and_back_shows_every_thread_once_and_at_most_fifty_comments(string sort)
    {
        await FillAsync(threads: 60, answersEach: i => i % 7);
        var browser = new Browser(Site);
        var (forward, back) = (new List<string>(), new List<string>());

        var page = await browser.GetAsync(Here + sort);
        while (forward.Count < 200)
        {
            Assert.InRange(page.QuerySelectorAll(".comment").Length, 1, Threads.CommentsOnPage);
            forward.AddRange(Roots(page));
            if (page.QuerySelector(".cv-pager [rel=next]") is not { } next) break;
            page = await browser.GetAsync(Here + next.GetAttribute("href"));
        }
        while (back.Count < 200)
        {
            back.InsertRange(0, Roots(page));
            if (page.QuerySelector(".cv-pager [rel=prev]") is not { } previous) break;
            page = await browser.GetAsync(Here + previous.GetAttribute("href"));
        }

        Assert.Equal((60, 60), (forward.Count, forward.Distinct().Count()));
        Assert.Equal(forward, back);
        var expected = await Site.AskAsync(db => db.Comments.Where(c => c.RootId == null).ToListAsync());
        Assert.Equal(forward, (sort switch
        {
            "?sort=oldest" => expected.OrderBy(c => c.Id),
            "?sort=supported" => expected.OrderByDescending(c => c.Supports).ThenByDescending(c => c.Id),
            _ => expected.OrderByDescending(c => c.Id),
        }).Select(c => $"comment-{c.Id}"));
    }

    [Fact]
    public async Task A_long_thread_shows_some_answers_and_the_rest_on_a_page_of_its_own_that_pages_both_ways()
    {
        await FillAsync(threads: 1, answersEach: _ => 130);
        var browser = new Browser(Site);

        var first = await browser.GetAsync(Here);
        Assert.Equal(1 + Threads.AnswersShown, first.QuerySelectorAll(".comment").Length);
        var page = await browser.FollowAsync(first, "Read all 130 answers in this thread");
        var seen = new List<string>();
        while (true)
        {
            Assert.InRange(page.QuerySelectorAll(".comment").Length, 2, Threads.CommentsOnPage);
            Assert.InRange(seen.Count, 0, 200);
            seen.AddRange(page.QuerySelectorAll(".comment .comment").Select(c => c.Id!));
            if (page.QuerySelector(".cv-pager [rel=next]") is not { } next) break;
            page = await browser.GetAsync(next.GetAttribute("href")!);
        }
        Assert.Equal((130, 130), (seen.Count, seen.Distinct().Count()));
    }

    [Fact]
    public async Task A_permalink_works_wherever_its_comment_has_gone()
    {
        await FillAsync(threads: 60, answersEach: i => i == 0 ? 130 : 0);
        var ids = await Site.AskAsync(db => db.Comments.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync());

        foreach (var id in new[] { ids[0], ids[60], ids[129], ids[^1] })
        {
            var page = await new Browser(Site).GetAsync($"{Here}/comments/{id}");
            Assert.NotNull(page.QuerySelector($"#comment-{id}[aria-current=true]"));
        }
        await new Browser(Site).GetAsync($"{Here}/comments/999999", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_gone_leaves_its_place_says_why_and_hides_the_words()
    {
        await FillAsync(threads: 1, answersEach: _ => 2);
        await Site.AskAsync(async db =>
        {
            var all = await db.Comments.OrderBy(c => c.Id).ToListAsync();
            all[0].Remove("civil", Site.Now);
            all[1].Withdraw(Site.Now);
            await db.SaveChangesAsync();
            await CommentCounts.HiddenAsync(db, all[0], default);
            await CommentCounts.HiddenAsync(db, all[1], default);
            return 0;
        });

        var page = await new Browser(Site).GetAsync(Here);

        page.Shows("A moderator removed this comment.");
        page.Shows("The author took this comment back.");
        page.Shows("1 comment");
        Assert.Single(page.QuerySelectorAll(".comment__body"));
        page.DoesNotShow("Thread 0");
    }

    [Fact]
    public async Task Deep_answers_are_nested_three_steps_and_then_say_what_they_answer()
    {
        await Site.AskAsync(async db =>
        {
            var tracked = await db.Consultations.SingleAsync(c => c.Id == consultation.Id);
            Comment? last = null;
            for (var i = 0; i < 6; i++)
            {
                last = last is null ? new Comment(tracked, By(i), "First", Site.Now) : last.Reply(By(i), $"Level {i}", Site.Now);
                db.Comments.Add(last);
                await db.SaveChangesAsync();
            }
            return 0;
        });

        var page = await new Browser(Site).GetAsync(Here);

        Assert.Equal([0, 1, 2, 3, 3, 3], page.QuerySelectorAll(".comment").Select(Depth));
        Assert.Equal(["in reply to Person 3", "in reply to Person 4"], page.QuerySelectorAll(".comment__to").Select(p => p.Words()));
    }

    [Fact]
    public async Task A_change_is_shown_at_once_and_nothing_that_people_write_is_live()
    {
        var asha = await Site.SaveAsync(A.Person("<b>Asha</b>"));
        var browser = new Browser(Site);
        (await browser.GetAsync(Here)).Shows("0 comments");

        await Site.AskAsync<Conversation, Posted>(c => c.PostAsync(asha.Id, new(consultation.Id, "Look [here](javascript:alert(1)) <script>x</script> ![](https://e.example/x.gif)"), default));
        var page = await browser.GetAsync(Here);

        page.Shows("1 comment");
        page.Shows("<b>Asha</b>");
        Assert.Empty(page.QuerySelectorAll(".comment script, .comment img, .comment__body a"));
    }

    [Fact]
    public async Task A_long_comment_opens_on_demand_and_is_whole_at_its_own_address()
    {
        var text = string.Join("\n\n", Enumerable.Range(1, 20).Select(i => $"Paragraph {i}. " + new string('x', 100)));
        await Site.AskAsync(async db =>
        {
            db.Comments.Add(new Comment(await db.Consultations.SingleAsync(c => c.Id == consultation.Id), By(1), text, Site.Now));
            return await db.SaveChangesAsync();
        });
        var id = await Site.AskAsync(db => db.Comments.Select(c => c.Id).SingleAsync());

        Assert.Contains("Paragraph 20", (await new Browser(Site).GetAsync(Here)).QuerySelector(".comment details")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await new Browser(Site).GetAsync($"{Here}/comments/{id}")).QuerySelector(".comment details"));
    }

    [SharedDataFact]
    public async Task Real_threads_keep_their_reading_order()
    {
        var folder = Path.Combine(Repository.SharedData!, "threads");
        var messages = (await File.ReadAllLinesAsync(Path.Combine(folder, "ilug.jsonl"))).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var expected = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "ilug.expected.json"))).RootElement.GetProperty("top_threads").EnumerateArray().ToList();
        var comments = new Dictionary<long, Comment>();
        await Site.AskAsync(db => db.TransactAsync(async () =>
        {
            var tracked = await db.Consultations.SingleAsync(c => c.Id == consultation.Id);
            // Parents first, since a few answers are stamped before what they answer; siblings by their number.
            foreach (var message in messages.OrderBy(m => m.GetProperty("depth").GetInt32()).ThenBy(m => m.GetProperty("id").GetInt64()))
            {
                var (author, body) = (new Author(null, message.GetProperty("author").GetString()!, Voice.NotSaid), message.GetProperty("body").GetString()!);
                body = body.Length > Comment.BodyMaxLength ? body[..Comment.BodyMaxLength] : body;
                var parent = message.GetProperty("parent_id");
                var comment = parent.ValueKind == JsonValueKind.Null ? new Comment(tracked, author, body, Site.Now) : comments[parent.GetInt64()].Reply(author, body, Site.Now);
                db.Comments.Add(comments[message.GetProperty("id").GetInt64()] = comment);
                if (comment.Depth != 0 || comments.Count == messages.Count(m => m.GetProperty("depth").GetInt32() == 0)) await db.SaveChangesAsync();
            }
            await CommentCounts.RecountAsync(db, consultation.Id, default);
            return 0;
        }, default));
        var numbers = comments.ToDictionary(c => $"comment-{c.Value.Id}", c => c.Key);

        foreach (var thread in expected)
        {
            var page = await new Browser(Site).GetAsync($"{Here}/comments/{comments[thread.GetProperty("thread_id").GetInt64()].Id}");
            Assert.Equal(
                thread.GetProperty("preorder_id_depth").EnumerateArray().Select(p => (p[0].GetInt64(), Math.Min(p[1].GetInt32(), Comment.DeepestReply))),
                page.QuerySelectorAll(".comment").Select(c => (numbers[c.Id!], Depth(c))));
        }

        var roots = new List<string>();
        for (var address = Here; ;)
        {
            var page = await new Browser(Site).GetAsync(address);
            roots.AddRange(Roots(page));
            if (page.QuerySelector(".cv-pager [rel=next]") is not { } next) break;
            address = Here + next.GetAttribute("href");
        }
        Assert.Equal((305, 305), (roots.Count, roots.Distinct().Count()));
    }

    private static IEnumerable<string> Roots(IHtmlDocument page) => page.QuerySelectorAll(".comment").Where(c => Depth(c) == 0).Select(c => c.Id!);

    private static int Depth(IElement comment) => comment.Ancestors<IElement>().Count(a => a.ClassList.Contains("comment"));

    private static Author By(int i) => new(null, string.Create(CultureInfo.InvariantCulture, $"Person {i}"), Voice.Resident);

    private Task FillAsync(int threads, Func<int, int> answersEach) => Site.AskAsync(db => db.TransactAsync(async () =>
    {
        var tracked = await db.Consultations.SingleAsync(c => c.Id == consultation.Id);
        for (var i = 0; i < threads; i++)
        {
            var root = new Comment(tracked, By(i), $"Thread {i}", Site.Now);
            db.Comments.Add(root);
            await db.SaveChangesAsync();
            for (var j = 0; j < answersEach(i); j++) db.Comments.Add(root.Reply(By(j), $"Answer {j}", Site.Now));
            await db.SaveChangesAsync();
        }
        await db.Comments.Where(c => c.RootId == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.Supports, c => (int)(c.Id % 4)));
        await CommentCounts.RecountAsync(db, consultation.Id, default);
        return 0;
    }, default));
}
