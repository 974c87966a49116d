using System.Text.Json;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Elements;
using CommunityVoice.OnBehalf;
using CommunityVoice.People;
using CommunityVoice.Tests.Recommendations;
using CommunityVoice.Tests.Strategies;
using CommunityVoice.Tests.Summaries;
using CommunityVoice.Themes;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Areas;

/// <summary>Everything on a place's page opens down to the comments, and where there is money for it up to the budget line, in at most four links.</summary>
public sealed class EveryNumberTests : SiteTest
{
    private const int MostLinks = 4;

    // What has a number on the page, and its links. What a vote of statements agrees on is walked where such votes are tested.
    private static readonly (string What, string Css, bool HasMoney)[] Numbers =
    [
        ("what people put first", "section[aria-labelledby=priorities] h3 a", false),
        ("raw beside reweighted", "section[aria-labelledby=priorities] .cv-bars__beside a", false),
        ("themes", "section[aria-labelledby=themes] .cv-bars a", true),
        ("themes of few", "section[aria-labelledby=themes] .cv-tasks a", false),
        ("changed places", "section[aria-labelledby=changes] caption a", false),
        ("new themes", "section[aria-labelledby=changes] .cv-tasks a", false),
        ("voices", "section[aria-labelledby=who] a[href*='/heard/voices/']", false),
        ("ways", "section[aria-labelledby=who] a[href*='/heard/ways/']", false),
        ("where people live", "section[aria-labelledby=who] .cv-reach__0 a", true),
        ("parts", "#parts + table a", true),
        ("what waits", "section[aria-labelledby=waiting] h3 a", true),
        ("money", "section[aria-labelledby=strategies] .cv-inset-line a", true),
        ("strategies", "section[aria-labelledby=strategies] .cv-cards a", true),
        ("gaps", "section[aria-labelledby=strategies] a[href$='/gaps']", false),
        ("capacity", "#capacity ~ ul a", true),
        ("summaries", "section[aria-labelledby=summaries] h3 a", true),
        ("consultations", "section[aria-labelledby=consultations] h3 a", false),
    ];

    [Fact]
    public async Task From_every_number_of_the_overview_a_comment_is_four_links_away_at_most_and_so_is_its_money()
    {
        await SceneAsync();
        var reader = new Browser(Site);
        var overview = await reader.GetAsync("/areas/rivermead");
        var walk = new ReaderWalk(reader, "/areas/rivermead");

        var lost = new List<string>();
        foreach (var (what, css, hasMoney) in Numbers)
        {
            var links = ReaderWalk.Links(overview, css);
            if (links.Count == 0) lost.Add($"{what}: no link");
            else if (!await walk.FindsAsync(links, ReaderWalk.Comment, MostLinks)) lost.Add($"{what}: no comment");
            else if (hasMoney && !await walk.FindsAsync(links, ReaderWalk.BudgetLines, MostLinks)) lost.Add($"{what}: no budget line");
        }

        Assert.Empty(lost);
        Assert.NotNull((await reader.GetAsync(ReaderWalk.BudgetLines)).GetElementById("line-1"));
    }

    [Fact]
    public async Task No_section_that_holds_numbers_is_left_out_of_the_walk()
    {
        await SceneAsync();

        var overview = await new Browser(Site).GetAsync("/areas/rivermead");

        var walked = Numbers.SelectMany(n => overview.QuerySelectorAll(n.Css)).Select(SectionOf).ToHashSet();
        Assert.Equal(["ideas"], overview.QuerySelectorAll("main section[aria-labelledby]").Select(s => s.GetAttribute("aria-labelledby")).Where(s => !walked.Contains(s)));
    }

    private static string? SectionOf(AngleSharp.Dom.IElement link) => link.Closest("section")?.GetAttribute("aria-labelledby");

    // A place where something stands in every section: a summary with a recommendation, a strategy, two votes, answers on paper, a gap, and a theme since.
    private async Task SceneAsync()
    {
        var asked = await RecommendationScene.MakeAsync(Site);
        await asked.SentAsync();
        var said = asked.Summary;
        await (await StrategyScene.MakeOnAsync(Site, said)).PublishedAsync();
        await EnterAsync(said);
        await MissAsync(said);
        await WeighAsync(said.Ballot);
        await VoteAgainAsync(said);
        Site.Clock.Advance(TimeSpan.FromHours(2));
        var buses = await Site.SaveAsync(new Theme(said.Area, "Buses", "buses"));
        await Site.SaveAsync(new Coding(buses, said.Comments[3], said.Editor.Id, Site.Now));
        await Site.DoAsync<CommunityVoiceDb>(db => db.Themes.Where(t => t.Slug == "lights").ExecuteUpdateAsync(s => s.SetProperty(t => t.IsAboutCapacity, true)));
        await Site.DoAsync<AreaTallies>(tallies => tallies.RefreshDueAsync(default));
    }

    private async Task EnterAsync(SummaryScene said)
    {
        var clerk = A.Person("Una Clerk");
        await Site.SaveAsync(clerk, A.Membership(clerk, said.Area, Capability.EnterOnBehalf));
        foreach (var n in Enumerable.Range(0, 12))
        {
            var answer = new NewAnswer(null, $"Kerb {n} is too high.", Voice.CommunityGroup, said.Weirside.Id, EntryConsent.Publish, EntryChannel.Paper, FakeClock.Today);
            Assert.Equal(AnswerOutcome.Entered, (await Site.AskAsync<Answers, AnswerEntered>(a => a.EnterAsync(said.Consultation.Id, answer, clerk.Id, default))).Outcome);
        }
    }

    private async Task MissAsync(SummaryScene said)
    {
        var bench = await Site.SaveAsync(new Element(said.Area, "A bench", ""));
        var story = A.Comment(said.Consultation, said.People[0], "I could not rest on the way.");
        story.Miss(bench, "");
        await Site.SaveAsync(story);
    }

    private async Task WeighAsync(Ballot ballot)
    {
        await Site.AssessAsync(ballot.ConsultationId, Dataset.Breakdowns);
        await Site.DoAsync<Outcomes>(o => o.WorkOutAsync(ballot.Id, default));
        var weighted = new WeightedView(FakeClock.Start, 100, 81.5, 0, [], null, null, null, null, null, [new(ballot.Priorities[0].Id, 0.7, 0.6, 0.5, 0.7)]);
        var tables = JsonSerializer.Serialize(new BallotTables(new Dictionary<string, PublishedTable>(StringComparer.Ordinal), weighted), JsonSerializerOptions.Web);
        await Site.DoAsync<CommunityVoiceDb>(db => db.BallotOutcomes.ExecuteUpdateAsync(s => s.SetProperty(o => o.Tables, tables)));
    }

    private async Task VoteAgainAsync(SummaryScene said)
    {
        var again = await Site.SaveAsync(A.Ballot(await Site.SaveAsync(A.Consultation("Safer crossings again", said.Area, opens: FakeClock.Today.AddDays(-3)))));
        foreach (var person in said.People.Take(20))
        {
            var participant = await Site.AskAsync<Participants, Guid>(p => p.ForAsync(person.Id, default));
            await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(again.Id, participant, new Dictionary<long, int> { [again.Priorities[1].Id] = 2 }, default));
        }
        await Site.DoAsync<Sealer>(s => s.SealDueAsync(default));
    }
}
