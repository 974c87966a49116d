using CommunityVoice.Content;

namespace CommunityVoice.Tests.Content;

public sealed class DemoFilesTests
{
    private static readonly DemoFiles Demo = DemoFiles.Load(ContentLibrary.DefaultFolder);

    [Fact]
    public void Whatever_the_files_point_to_is_in_them()
    {
        var people = Demo.Place.People.Select(p => p.Key).ToHashSet();
        var bodies = Demo.Place.Bodies.Select(b => b.Key).ToHashSet();
        var areas = Demo.Place.Areas.Select(a => a.Key).ToHashSet();
        var themes = Demo.Themes.Themes.Select(t => t.Key).ToHashSet();
        var comments = Demo.Talks.SelectMany(t => t.Comments).SelectMany(WithReplies).ToList();
        var members = Demo.Place.People.ToLookup(p => p.Key, p => p.For);

        Assert.All(Demo.Place.People, p => Assert.Contains(p.Area, areas));
        Assert.All(Demo.Place.People.Where(p => p.For is not null), p => Assert.Contains(p.For!, bodies));
        Assert.All(comments, c => Assert.Contains(c.By, people));
        Assert.All(comments.Where(c => c.As is not null), c => Assert.Contains(c.As, members[c.By]));
        Assert.All(comments.SelectMany(c => c.Themes), t => Assert.Contains(t, themes));
        Assert.All(comments, c => Assert.InRange(c.Support, 0, people.Count - 1));
        Assert.All(Demo.Talks.SelectMany(t => t.Meetings), m => Assert.Equal((m.For, true), (members[m.By].Single(), bodies.Contains(m.For))));
        Assert.All(Demo.Themes.Summary.Findings.SelectMany(f => f.Cites.Comments.Concat(f.Quotes)), key => Assert.Contains(comments, c => c.Key == key));
    }

    [Fact]
    public void Nobody_answers_before_they_were_asked_or_in_the_days_to_come()
    {
        var now = new DateTimeOffset(2026, 11, 21, 0, 5, 0, TimeSpan.Zero);
        var days = new DemoDays(now);

        foreach (var talk in Demo.Talks)
        {
            var consultation = Demo.Consultations.Consultations.Single(c => c.Key == talk.Consultation);
            foreach (var meeting in talk.Meetings)
            {
                Assert.InRange(meeting.Held, consultation.Opens, consultation.Closes);
                Assert.InRange(days.At(meeting.At), days.At(meeting.Held, 0), now);
            }
            foreach (var comment in talk.Comments.SelectMany(WithReplies))
            {
                var at = days.At(comment.At);
                Assert.InRange(at, days.At(consultation.Opens, 0), consultation.Closes < 0 ? days.At(consultation.Closes + 1, 0) : now);
                Assert.All(comment.Replies, reply => Assert.True(days.At(reply.At) > at, $"{reply.By} at {reply.At} answers {comment.By} at {comment.At}"));
            }
        }
    }

    [Fact]
    public void Days_are_counted_in_the_uk_whatever_the_season()
    {
        var days = new DemoDays(new DateTimeOffset(2026, 7, 1, 23, 30, 0, TimeSpan.Zero)); // already the second of July in the UK

        Assert.Equal(new DateOnly(2026, 7, 2), days.Day(0));
        Assert.Equal(new DateTimeOffset(2026, 7, 1, 8, 14, 0, TimeSpan.Zero), days.At("-1 09:14"));
        Assert.Equal(new DateTimeOffset(2026, 1, 3, 9, 0, 0, TimeSpan.Zero), days.At(-180));
    }

    private static IEnumerable<DemoComment> WithReplies(DemoComment comment) => comment.Replies.SelectMany(WithReplies).Prepend(comment);
}
