using CommunityVoice.Content;
using CommunityVoice.Moderation;

namespace CommunityVoice.Tests.Moderation;

public sealed class HouseRulesTests
{
    private static readonly HouseRules Rules = HouseRules.Load(ContentLibrary.DefaultFolder);

    [Fact]
    public void The_list_that_moderators_choose_from_is_the_page_that_everybody_reads()
    {
        var headings = File.ReadAllLines(Path.Combine(ContentLibrary.DefaultFolder, "pages", "house-rules.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal) && char.IsAsciiDigit(line[3])).Select(line => line[3..]);

        Assert.Equal(headings, Rules.All.Select(rule => $"{rule.Number}. {rule.Title}"));
    }

    [Fact]
    public void Every_reason_to_report_has_words_and_rests_on_a_rule_that_exists()
    {
        Assert.Equal(Enum.GetValues<FlagReason>().Order(), Rules.Reasons.Select(reason => reason.Reason).Order());
        Assert.All(Rules.Reasons.Where(reason => reason.Rule is not null), reason => Assert.NotNull(Rules.Find(reason.Rule)));
    }
}
