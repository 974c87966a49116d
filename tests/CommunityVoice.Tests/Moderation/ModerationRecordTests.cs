using System.Globalization;
using System.Text.Json;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using CommunityVoice.Tests.OpenData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Moderation;

/// <summary>What each body did as a moderator, kept apart for each time in which it stood alike (rule R-A24).</summary>
public sealed class ModerationRecordTests : SiteTest
{
    private readonly Area rivermead = A.Area();
    private readonly Body voice = A.Body();
    private readonly Body valley = A.Body("Weir Valley Voice");
    private readonly Person asha = A.Person();
    private readonly Person mo = A.Person("Mo D");
    private readonly Person nia = A.Person("Nia W");
    private Consultation consultation = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.SaveAsync(asha, mo, nia);
        await Site.SaveAsync(A.Membership(mo, rivermead, Capability.Moderate, voice));
        await Site.SaveAsync(new Membership(nia.Id, valley, Capability.Moderate, "Moderator", FakeClock.Start));
        consultation = await Site.SaveAsync(A.Consultation(area: rivermead, closes: FakeClock.Today.AddDays(60)));
    }

    [Fact]
    public async Task A_body_that_handed_moderating_over_keeps_its_own_closed_record_that_never_rolls_on()
    {
        await DecideAsync(mo, DecisionOutcome.Removed);
        await DecideAsync(mo, DecisionOutcome.Published);
        await HandOverAsync(FakeClock.Today.AddDays(10));
        Assert.Equal(JsonValueKind.Null, Assert.Single(await PeriodsAsync()).GetProperty("until").ValueKind);

        Site.Clock.Advance(TimeSpan.FromDays(12));
        await DecideAsync(nia, DecisionOutcome.AskedToEdit);

        var (now, before) = (Assert.Single(await PeriodsAsync("weir-valley-voice")), Assert.Single(await PeriodsAsync("rivermead-voice")));
        Assert.Equal((Day(10), (string?)null, true), (Text(now, "from"), Text(now, "until"), now.GetProperty("isNow").GetBoolean()));
        Assert.Equal((1, 0, 1, 0, 120), (Number(now, "reports"), Number(now, "published"), Number(now, "askedToEdit"), Number(now, "removed"), Number(now, "medianMinutes")));
        Assert.Equal((Day(-365), Day(10), false), (Text(before, "from"), Text(before, "until"), before.GetProperty("isNow").GetBoolean()));
        Assert.Equal((2, 1, 0, 1), (Number(before, "reports"), Number(before, "published"), Number(before, "askedToEdit"), Number(before, "removed")));

        Site.Clock.Advance(TimeSpan.FromDays(400));
        var (_, rows) = await new DataFiles(Site).CsvAsync("/how-we-moderate/numbers.csv");
        Assert.Equal(("0", "0"), (rows[0]["reports"], rows[0]["removed"])); // of the last year
        var kept = Assert.Single(rows, r => r["body"] == "rivermead-voice");
        Assert.Equal(("2", "1", "0", "1", "no-adverts 1", Day(10)), (kept["reports"], kept["published"], kept["asked_to_edit"], kept["removed"], kept["by_rule"], kept["until"]));
        var page = await new Browser(Site).GetAsync("/how-we-moderate/numbers");
        Assert.Equal(["by-weir-valley-voice", "by-rivermead-voice"], page.QuerySelectorAll("section[id^='by-']").Select(s => s.Id));
        var section = page.QuerySelector("#by-rivermead-voice")!.Words();
        Assert.Contains("Ended", section, StringComparison.Ordinal);
        Assert.Contains("Nothing is added to it any more.", section, StringComparison.Ordinal);
        Assert.Contains("Rule 8: No adverts 1", section, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_is_independent_no_more_begins_anew_under_its_new_label()
    {
        await Site.SaveAsync(new BodyStanding(voice, StandingKind.Independent, null, FakeClock.Today.AddDays(-100), "", null, Site.Now), new BodyStanding(voice, StandingKind.WithinHealthService, "Rivermead Health Board", FakeClock.Today.AddDays(5), "", null, Site.Now));
        await DecideAsync(mo, DecisionOutcome.Removed);
        Site.Clock.Advance(TimeSpan.FromDays(6));
        await DecideAsync(mo, DecisionOutcome.Removed);
        await DecideAsync(mo, DecisionOutcome.Published);

        var periods = await PeriodsAsync("rivermead-voice");

        Assert.Equal(
            [("withinHealthService", Day(5), (string?)null, 1, 1), ("independent", Day(-100), Day(5), 1, 0), ((string?)null, Day(-365), Day(-100), 0, 0)],
            periods.Select(p => (Text(p, "standing"), Text(p, "from"), Text(p, "until"), Number(p, "removed"), Number(p, "published"))));
        Assert.Equal("Rivermead Health Board", Text(periods[0], "hostedBy"));
        var page = await new Browser(Site).FollowAsync(await new Browser(Site).GetAsync("/bodies/rivermead-voice"), "How it moderated");
        Assert.Equal(["Hosted by a health service body: Rivermead Health Board", "Independent Ended", "How independent it was is not known Ended"], page.QuerySelectorAll("#by-rivermead-voice h3").Select(h => h.Words()));
    }

    [Fact]
    public async Task A_remit_that_was_given_anew_goes_on_and_what_was_decided_before_bodies_were_kept_stands_apart()
    {
        await Site.DoAsync<CommunityVoiceDb>(async db =>
        {
            var body = await db.Bodies.Include(b => b.Remits).ThenInclude(r => r.Area).SingleAsync(b => b.Slug == "rivermead-voice");
            var first = body.Remits.Single();
            first.End(FakeClock.Today.AddDays(-10));
            body.Grant(first.Area, Capability.Moderate, first.Label, first.LegalBasis, FakeClock.Today.AddDays(-10));
            await db.SaveChangesAsync();
        });
        await DecideAsync(mo, DecisionOutcome.Removed);
        var old = await Site.SaveAsync(A.Comment(consultation, asha, "Long ago."));
        await Site.SaveAsync(new Decision(old, DecisionOutcome.Published, null, "", mo.Id, null, 1, Site.Now));

        var periods = await PeriodsAsync();

        Assert.Equal([("rivermead-voice", Day(-365), (string?)null, 1), ((string?)null, Day(0), Day(1), 0)], periods.Select(p => (Text(p, "body"), Text(p, "from"), Text(p, "until"), Number(p, "removed"))));
        (await new Browser(Site).GetAsync("/how-we-moderate/numbers")).Shows("Before it was kept which organisation decides");
    }

    [Fact]
    public async Task Page_and_files_show_what_was_counted_in_an_hour_until_the_next_begins()
    {
        await DecideAsync(mo, DecisionOutcome.Removed);
        Site.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(1, Number(Assert.Single(await PeriodsAsync()), "removed"));
        var again = await Site.SaveAsync(A.Comment(consultation, asha, "Buy that."));
        await Site.SaveAsync(new Decision(again, DecisionOutcome.Removed, "no-adverts", "It sells.", mo.Id, voice.Id, 1, Site.Now));

        Site.Clock.Advance(TimeSpan.FromMinutes(39));
        var page = await new Browser(Site).GetAsync("/how-we-moderate/numbers");
        page.Shows("Rule 8: No adverts 1");
        page.Shows("last on 9 June, 12:20");
        Assert.Equal("1", (await new DataFiles(Site).CsvAsync("/how-we-moderate/numbers.csv")).Rows[0]["removed"]);

        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        page = await new Browser(Site).GetAsync("/how-we-moderate/numbers");
        page.Shows("Rule 8: No adverts 2");
        page.Shows("last on 9 June, 13:00");
        Assert.Equal(2, Number(Assert.Single(await PeriodsAsync()), "removed"));
        Assert.Equal("2", (await new DataFiles(Site).CsvAsync("/how-we-moderate/numbers.csv")).Rows[0]["removed"]);
    }

    [Fact]
    public async Task All_that_was_decided_is_read_once_and_reports_are_added_up_in_one_query()
    {
        await DecideAsync(mo, DecisionOutcome.Removed);
        var few = await QueriesAsync();
        await DecideAsync(mo, DecisionOutcome.Published);
        await DecideAsync(mo, DecisionOutcome.AskedToEdit);

        var more = await QueriesAsync();

        Assert.Equal(few.Count, more.Count);
        var decisions = Assert.Single(more, q => q.Contains("FROM \"Decisions\"", StringComparison.Ordinal));
        Assert.DoesNotContain("\"Flags\"", decisions, StringComparison.Ordinal);
    }

    private async Task<List<string>> QueriesAsync()
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var queries = new List<string>();
        var options = new DbContextOptionsBuilder<CommunityVoiceDb>(scope.ServiceProvider.GetRequiredService<DbContextOptions<CommunityVoiceDb>>())
            .LogTo(queries.Add, [RelationalEventId.CommandExecuted]).Options;
        await using var db = new CommunityVoiceDb(options);
        await new ModerationRecord(db, scope.ServiceProvider.GetRequiredService<HouseRules>(), Site.Clock).CountAsync(default);
        return queries;
    }

    private async Task DecideAsync(Person moderator, DecisionOutcome outcome)
    {
        var comment = await Site.SaveAsync(A.Comment(consultation, asha, "Buy this."));
        await Site.AskAsync<Reporting, Reported>(r => r.ReportAsync(comment.Id, FlagReason.Spam, null, new(null, null, $"{Guid.NewGuid()}", $"{Guid.NewGuid()}"), default));
        Site.Clock.Advance(TimeSpan.FromHours(2));
        var item = await Site.AskAsync<ModerationQueue, QueueItem?>(q => q.FindAsync(moderator.Id, comment.Id, default));
        var decided = await Site.AskAsync<Deciding, (DecidingOutcome Outcome, long DecisionId)>(d => d.DecideAsync(
            comment.Id, new(outcome, outcome == DecisionOutcome.Published ? null : "no-adverts", "It sells.", item!.Seen), moderator.Id, default));
        Assert.Equal(DecidingOutcome.Decided, decided.Outcome);
    }

    private Task HandOverAsync(DateOnly on) => Site.DoAsync<CommunityVoiceDb>(async db =>
    {
        var from = await db.Bodies.Include(b => b.Remits).ThenInclude(r => r.Area).SingleAsync(b => b.Slug == "rivermead-voice");
        var handOver = new HandOver(from, await db.Bodies.SingleAsync(b => b.Slug == "weir-valley-voice"), on, movesDuties: true, "", mo.Id, Site.Now);
        handOver.Give(from.Remits.Single());
        db.Add(handOver);
        await db.SaveChangesAsync();
    });

    private async Task<List<JsonElement>> PeriodsAsync(string? body = null)
    {
        var periods = (await new DataFiles(Site).JsonAsync("/how-we-moderate/numbers.json")).GetProperty("item").GetProperty("periods").EnumerateArray().ToList();
        return body is null ? periods : periods.FindAll(p => Text(p, "body") == body);
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static int Number(JsonElement line, string name) => line.GetProperty(name).GetInt32();

    private static string Day(int days) => FakeClock.Today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
