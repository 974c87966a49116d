using CommunityVoice.Consultations;

namespace CommunityVoice.Tests.Consultations;

public sealed class SectionHistoryTests
{
    [Theory]
    [InlineData("a b c", "a b c", "")]
    [InlineData("a b c", "c a b", "c")]
    [InlineData("a b c d", "b c d a", "a")]
    [InlineData("a b c", "a x c", "")]
    [InlineData("a b c d", "a c b d", "b|c")]
    [InlineData("a b", "", "")]
    public void Only_what_left_its_order_has_moved(string before, string after, string moved)
    {
        var found = SectionHistory.Moved(Split(before), Split(after));

        if (moved.Length == 0) Assert.Empty(found);
        else Assert.Contains(Assert.Single(found), moved.Split('|'));
    }

    [Fact]
    public void A_section_is_followed_through_versions_by_its_anchor()
    {
        var paper = Paper(("lights", "Lights", "Two sets."), ("zebra", "Zebra", "One."), ("limit", "Limit", "20."));
        var (lights, zebra, limit) = (paper.Sections[0], paper.Sections[1], paper.Sections[2]);
        paper.KeepFirst();
        lights.Rewrite("Traffic lights", "Three sets.", 1);
        limit.Rewrite(limit.Heading, limit.Body, 0);
        paper.Publish("Lights became three.", Guid.NewGuid(), FakeClock.Start);
        paper.Sections.Remove(zebra);
        paper.Publish("No zebra.", Guid.NewGuid(), FakeClock.Start);

        Assert.Equal(new SectionFate(null, true, false), SectionHistory.Of(paper.Versions, "lights", 1));
        Assert.Equal(new SectionFate(null, false, false), SectionHistory.Of(paper.Versions, "lights", 2));
        Assert.Equal(new SectionFate(3, false, false), SectionHistory.Of(paper.Versions, "zebra", 1));
        Assert.Equal(new SectionFate(null, false, true), SectionHistory.Of(paper.Versions, "limit", 1));
        var (last, removedIn) = Assert.Single(SectionHistory.Removed(paper.Versions));
        Assert.Equal(("Zebra", 2, 3), (last.Heading, last.Version.Number, removedIn));
        Assert.Equal([1, 2, 3], paper.Versions.Select(v => v.Number));
    }

    [Fact]
    public void What_was_never_changed_reads_as_it_was_published_and_what_was_added_later_waits()
    {
        var paper = Paper(("lights", "Lights", "Two sets."));
        Assert.Equal((1, "Lights"), (paper.Current()!.Number, paper.Current()!.Sections[0].Heading));

        paper.Await();
        Assert.Null(paper.Current());
        paper.Publish("New.", Guid.NewGuid(), FakeClock.Start);
        Assert.Equal(1, paper.Current()!.Number);
    }

    private static Document Paper(params (string Anchor, string Heading, string Body)[] sections)
    {
        var paper = new Document(A.Consultation(), "The options", "the-options", 1);
        foreach (var (anchor, heading, body) in sections) paper.Sections.Add(new DocumentSection(paper, anchor, heading, body, paper.Sections.Count + 1));
        return paper;
    }

    private static string[] Split(string anchors) => anchors.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
