using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;

namespace CommunityVoice.Tests.Voting;

/// <summary>How people find the votes of a consultation, and the words for each way to vote.</summary>
public sealed class WaysToVoteTests : SiteTest
{
    [Fact]
    public async Task A_consultation_leads_to_each_of_its_votes_by_its_own_verb_with_one_big_button()
    {
        var consultation = A.Consultation("Safer crossings");
        BallotRules[] open = [BallotRules.Dots(5, 3), new(BallotMethod.Support), new(BallotMethod.Pick) { MostPicks = 2 }, new(BallotMethod.Rank), new(BallotMethod.Budget) { Budget = 6_000_000 }, new(BallotMethod.AgreeDisagreePass)];
        var ballots = open.Select(r => A.Ballot(consultation, r)).ToArray();
        var closed = new Ballot(consultation, "What came first?", new BallotRules(BallotMethod.Rank), consultation.OpensAt!.Value, Site.Now.AddDays(-1));
        closed.Priorities.Add(new Priority(closed, "A crossing", "", 1));
        await Site.SaveAsync(ballots[0], [.. ballots[1..], closed]);

        var page = await new Browser(Site).GetAsync("/consultations/safer-crossings");

        foreach (var (one, words) in ballots.Zip(["Choose your priorities", "Support what you like", "Pick up to 2", "Put them in order", "Fill the budget", "Agree or disagree"]))
        {
            Assert.Contains(page.QuerySelectorAll(".cv-action a"), a => a.GetAttribute("href") == $"/ballots/{one.Id}" && a.Words().StartsWith(words, StringComparison.Ordinal));
            Assert.Contains(page.QuerySelectorAll(".cv-action a"), a => a.GetAttribute("href") == $"/ballots/{one.Id}/results");
        }
        Assert.Single(page.QuerySelectorAll("main .nhsuk-button:not(.nhsuk-button--secondary)"));
        Assert.Contains(page.QuerySelectorAll(".cv-action a"), a => a.GetAttribute("href") == $"/ballots/{closed.Id}/results");
        Assert.DoesNotContain(page.QuerySelectorAll(".cv-action a"), a => a.GetAttribute("href") == $"/ballots/{closed.Id}");
    }

    [Fact]
    public void The_page_on_voting_explains_every_method_in_the_same_sentence()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "content", "pages", "how-voting-works.md"));

        Assert.All(Enum.GetValues<BallotMethod>(), m => Assert.Contains(m.Sentence(), text, StringComparison.Ordinal));
    }
}
