using CommunityVoice.Activity;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Consultations;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Content;

public sealed class DemoPlaceTests(DemoSite site) : IClassFixture<DemoSite>
{
    private Site Site => site;

    [Fact]
    public async Task Loading_the_demo_place_twice_doubles_nothing()
    {
        var once = await CountsAsync();
        await site.DoAsync<DemoPlace>(demo => demo.LoadAsync(CancellationToken.None));

        Assert.Equal(once, await CountsAsync());
        Assert.Equal((10, 14, 41), (once["areas"], once["bodies"], once["people"]));
    }

    [Fact]
    public async Task What_the_demo_counts_is_what_can_be_seen()
    {
        foreach (var consultation in await Site.AskAsync(db => db.Consultations.AsNoTracking().ToListAsync()))
        {
            var visible = await Site.AskAsync(db => db.Comments
                .Where(c => c.ConsultationId == consultation.Id && c.ShownAt != null && c.RemovedAt == null && c.WithdrawnAt == null)
                .Select(c => new { c.AuthorId, c.MeetingId }).ToListAsync());
            // Nobody is counted for the points of a meeting.
            Assert.Equal((visible.Count, visible.Where(c => c.MeetingId is null).Select(c => c.AuthorId).Distinct().Count()), (consultation.Comments, consultation.People));
        }
        Assert.Null(await Site.AskAsync(db => ActivityChain.FirstBrokenAsync(db, CancellationToken.None)));
        Assert.Empty(await Site.AskAsync(db => db.Comments
            .Where(c => c.Supports != db.CommentSupports.Count(s => s.CommentId == c.Id)).Select(c => c.Id).ToListAsync()));
    }

    [Fact]
    public async Task The_demo_has_something_open_something_closed_and_something_to_do_for_everyone()
    {
        var now = Site.Now;

        Assert.Equal("coming-home-from-hospital", await Site.AskAsync(db => db.Consultations.OpenAt(now).Where(c => !c.IsListeningSpace).Select(c => c.Slug).SingleAsync()));
        Assert.Equal("getting-to-see-someone", await Site.AskAsync(db => db.Consultations.ClosedAt(now).Select(c => c.Slug).SingleAsync()));
        Assert.Equal(3, await Site.AskAsync(db => db.Comments.CountAsync(c => c.WaitingSince != null)));
        Assert.Single(await Site.AskAsync(db => db.Ideas.Where(i => i.AdoptedAt == null).ToListAsync()));
        Assert.True(await Site.AskAsync(db => db.Comments.CountAsync(c => c.Consultation.Slug == "coming-home-from-hospital")) >= 40);
    }

    [Fact]
    public async Task The_demo_votes_are_sealed_and_the_closed_one_has_the_winner_that_its_summary_names()
    {
        var (open, closed) = (await BallotAsync("coming-home-from-hospital"), await BallotAsync("getting-to-see-someone"));
        Assert.Equal((146, null), (open.Papers, open.ClosedSealAt));
        Assert.InRange(open.SealedPapers, 100, 136);
        Assert.Equal((238, 238), (closed.Papers, closed.SealedPapers));
        Assert.NotNull(closed.ClosedSealAt);
        Assert.Equal(
            ["Keep my place and ring me back", "See the same person for the same problem"],
            closed.Priorities.OrderByDescending(p => p.SealedDots).Take(2).Select(p => p.Title));
    }

    [Fact]
    public async Task The_demo_has_an_election_to_come_and_a_plan_beside_who_was_heard()
    {
        var election = await Site.AskAsync(db => db.ElectionPeriods.Include(p => p.Area).SingleAsync());
        Assert.Equal(("rivermead", DayOfWeek.Thursday, 39), (election.Area.Slug, election.EndsOn.DayOfWeek, election.EndsOn.DayNumber - election.StartsOn.DayNumber + 1));
        Assert.True(election.StartsOn > UkTime.Day(Site.Now));
        (await new Browser(Site, await site.PersonAsync("editor")).GetAsync("/manage/elections")).Shows("Rivermead Council elections");

        var page = await new Browser(Site).GetAsync("/consultations/coming-home-from-hospital");
        var rows = page.QuerySelectorAll("section[aria-labelledby=reach] tbody tr").Select(r => r.Words()).ToList();
        Assert.Equal(6, rows.Count);
        Assert.Contains(rows, r => r.StartsWith("People who speak little English Seldom heard", StringComparison.Ordinal) && r.EndsWith("not measured", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Unpaid carers Known to be affected", StringComparison.Ordinal) && !r.EndsWith("not measured", StringComparison.Ordinal));
        Assert.Equal(Enum.GetValues<WhyPlanned>(), (await Site.AskAsync(db => db.PlannedGroups.Select(g => g.Why).Distinct().ToListAsync())).Order());
    }

    [Fact]
    public async Task The_demo_has_a_published_summary_whose_findings_rest_on_comments_and_results()
    {
        var version = await Site.AskAsync(db => db.SummaryVersions.AsNoTracking()
            .Include(v => v.Summary).Include(v => v.Figures).Include(v => v.Findings).ThenInclude(f => f.Citations).SingleAsync());
        Assert.Equal("getting-to-see-someone", version.Summary.Slug);
        Assert.True(version.PublishedAt < Site.Now);
        Assert.Equal(4, version.Findings.Count);
        Assert.All(version.Findings, f => Assert.Contains(f.Citations, c => c.Quote is not null));
        Assert.All(version.Findings, f => Assert.Contains(f.Citations, c => c.PriorityId is not null));
        var themes = version.Figures.Single(f => f.Kind == FigureKind.Themes).View.Data.Rows;
        Assert.Equal("Reaching the practice", themes[0].Label);
    }

    [Fact]
    public async Task The_demo_has_a_recommendation_that_is_answered_one_that_waits_and_one_that_is_overdue()
    {
        var today = UkTime.Day(Site.Now);
        var recommendations = await Site.AskAsync(db => db.Recommendations.AsNoTracking().WithRecords().OrderBy(r => r.Number).ToListAsync());

        Assert.Equal([RecommendationState.Answered, RecommendationState.Overdue, RecommendationState.Sent], recommendations.Select(r => r.StateOn(today)));
        Assert.All(recommendations, r => Assert.Empty(AskCheck.Warnings(r.Ask)));
        Assert.All(recommendations, r => Assert.Single(r.Grounds));
        Assert.Single(recommendations[0].Outcomes);
    }

    private Task<CommunityVoice.Voting.Ballot> BallotAsync(string slug) =>
        Site.AskAsync(db => db.Ballots.Include(b => b.Priorities).AsNoTracking().SingleAsync(b => b.Consultation.Slug == slug && b.Method == BallotMethod.Dots));

    private Task<Dictionary<string, int>> CountsAsync() => Site.AskAsync(async (CommunityVoiceDb db) => new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["areas"] = await db.Areas.CountAsync(),
        ["bodies"] = await db.Bodies.CountAsync(),
        ["people"] = await db.People.CountAsync(),
        ["consultations"] = await db.Consultations.CountAsync(),
        ["comments"] = await db.Comments.CountAsync(),
        ["supports"] = await db.CommentSupports.CountAsync(),
        ["papers"] = await db.BallotPapers.CountAsync(),
        ["entries"] = await db.LedgerEntries.CountAsync(),
        ["ideas"] = await db.Ideas.CountAsync(),
        ["codings"] = await db.Codings.CountAsync(),
        ["summaries"] = await db.SummaryVersions.CountAsync(),
        ["recommendations"] = await db.Recommendations.CountAsync(),
        ["flags"] = await db.Flags.CountAsync(),
    });
}
