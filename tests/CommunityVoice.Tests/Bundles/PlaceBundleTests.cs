using CommunityVoice.Activity;
using CommunityVoice.Bodies;
using CommunityVoice.Bundles;
using CommunityVoice.Content;
using CommunityVoice.Data;
using CommunityVoice.Frameworks;
using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Bundles;

/// <summary>The demo place moves to another site: nothing is lost on the way, and nobody's account goes with it.</summary>
public sealed class PlaceBundleTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] PublicPages =
    [
        "/areas/rivermead", "/bodies", "/reviews", "/consultations", "/consultations/coming-home-from-hospital", "/consultations/getting-to-see-someone",
        "/ideas", "/summaries", "/recommendations", "/strategies", "/strategies/closer-to-home", "/strategies/closer-to-home/money", "/national-asks", "/how-we-moderate/numbers", "/search?q=hospital", "/sharing-agreements",
    ];

    [Fact]
    public async Task Every_entity_says_whether_and_how_it_travels()
    {
        var declared = PlaceCarriages.All.Select(c => c.Entity).ToList();
        var entities = await site.AskAsync(db => Task.FromResult(db.Model.GetEntityTypes().Where(t => !t.IsOwned()).Select(t => t.ClrType).ToList()));

        Assert.Equal(declared.Count, declared.Distinct().Count());
        Assert.True(entities.Except(declared).ToList() is [], $"Write down in PlaceCarriages how these travel: {string.Join(", ", entities.Except(declared).Select(t => t.Name))}");
        Assert.Empty(declared.Except(entities));
        Assert.DoesNotContain(PlaceCarriages.All, c => c.StaysBecause is { Length: < 10 });
    }

    [Fact]
    public async Task Every_column_that_a_carriage_names_is_there()
    {
        var model = await site.AskAsync(db => Task.FromResult(db.Model));
        Assert.Empty(
            from carriage in PlaceCarriages.All
            from column in new[] { carriage.Owners, carriage.Name, carriage.Only, carriage.Without, carriage.Keeps, carriage.SignedBy is { } author ? [author] : [], carriage.Points is { } points ? [points.Column, points.Kind] : [] }.SelectMany(c => c)
            where model.FindEntityType(carriage.Entity)?.FindProperty(column) is null
            select $"{carriage.Entity.Name}.{column}");
    }

    [Fact]
    public async Task A_place_that_moved_gives_the_same_bundle_again_and_the_same_pages_to_the_public()
    {
        var packed = await Suitcase.PackAsync(site);
        await using var emptyVisit = await Visit<Site>.ToAsync(new Site());
        var empty = emptyVisit.Site;
        await empty.DoAsync<FrameworkLibrary>(library => library.SaveAsync(FrameworkFiles.Load(Paths.Content), default)); // as its first start does

        var done = await packed.UnpackAsync(empty, packed.Fingerprint);
        var again = await Suitcase.PackAsync(empty);

        Assert.True(done.Added > 1000);
        Assert.NotEmpty(done.OpenVotes);
        Assert.Equal(2, await empty.AskAsync(db => db.SharingParties.CountAsync(p => p.Agreement.Area.Slug == "wendale" && p.SignedAt != null)));
        Assert.Empty(Differences(packed, again));
        Assert.Equal(packed.Fingerprint, again.Fingerprint);
        Assert.Empty(await empty.AskAsync<TallyCheck, List<string>>(check => check.FindAsync(default)));
        Assert.Null(await empty.AskAsync(db => ActivityChain.FirstBrokenAsync(db, default)));
        await SamePagesAsync(empty);
    }

    [Fact]
    public async Task Taking_it_in_again_doubles_nothing_even_where_life_went_on()
    {
        var packed = await Suitcase.PackAsync(site);
        await using var emptyVisit = await Visit<Site>.ToAsync(new Site());
        var empty = emptyVisit.Site;
        await packed.UnpackAsync(empty);
        var once = await CountsAsync(empty);
        await empty.AskAsync(db => db.Areas.Where(a => a.Slug == "rivermead").ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, "Greater Rivermead")));

        var again = await packed.UnpackAsync(empty);

        Assert.Equal((0, UkTime.Day(empty.Now)), (again.Added, again.Before));
        Assert.Equal(once, await CountsAsync(empty));
    }

    [Fact]
    public async Task At_home_everything_is_there_already()
    {
        await using var homeVisit = await Visit<DemoSite>.ToAsync(new DemoSite());
        var home = homeVisit.Site;
        var once = await CountsAsync(home);

        var done = await (await Suitcase.PackAsync(home)).UnpackAsync(home);

        Assert.Equal(0, done.Added);
        Assert.Equal(once, await CountsAsync(home));
    }

    [Fact]
    public async Task No_account_travels_and_nobody_can_be_reached_by_what_does()
    {
        var text = string.Concat((await Suitcase.PackAsync(site)).Files().Values);
        var people = await site.AskAsync(db => db.People.AsNoTracking().ToListAsync());
        var receipts = await site.AskAsync(db => db.BallotPapers.Where(p => p.Receipt != "").Select(p => p.Receipt).Take(50).ToListAsync());

        Assert.All(people, p => Assert.DoesNotContain(p.Email!, text, StringComparison.OrdinalIgnoreCase));
        Assert.All(people, p => Assert.DoesNotContain($"{p.Id}", text, StringComparison.OrdinalIgnoreCase));
        Assert.All(receipts, r => Assert.DoesNotContain(r, text, StringComparison.Ordinal));
        Assert.Contains("Asha B", text, StringComparison.Ordinal); // who is shown as an author is so still
        Assert.DoesNotContain("\"DisplayName\":\"Sam K\"", text, StringComparison.Ordinal); // who said nothing in public is not named
    }

    [Fact]
    public async Task A_place_whose_numbers_are_taken_is_refused_whole()
    {
        var packed = await Suitcase.PackAsync(site);
        await using var otherVisit = await Visit<Site>.ToAsync(new Site());
        var other = otherVisit.Site;
        await other.SaveAsync(A.Consultation("Something else"));
        var once = await CountsAsync(other);

        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => packed.UnpackAsync(other));

        Assert.Contains("Nothing was imported.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(once, await CountsAsync(other));
    }

    [Fact]
    public async Task It_can_move_from_one_kind_of_database_to_the_other_and_back()
    {
        var packed = await Suitcase.PackAsync(site);
        await using var sqliteVisit = await Visit<SqliteSite>.ToAsync(new SqliteSite());
        var sqlite = sqliteVisit.Site;
        await sqlite.Services.MigrateAsync(default);
        await packed.UnpackAsync(sqlite);
        var there = await Suitcase.PackAsync(sqlite);
        await using var backVisit = await Visit<Site>.ToAsync(new Site());
        var back = backVisit.Site;
        await there.UnpackAsync(back, packed.Fingerprint);

        Assert.Equal(packed.Fingerprint, (await Suitcase.PackAsync(back)).Fingerprint);
        var next = await back.SaveAsync(A.Consultation("What comes next"));
        Assert.Equal(await back.AskAsync(db => db.Consultations.MaxAsync(c => c.Id)), next.Id); // the database counts on from what came
    }

    [Fact]
    public async Task A_body_that_handed_over_takes_its_story_along()
    {
        await using var homeVisit = await Visit<DemoSite>.ToAsync(new DemoSite());
        var home = homeVisit.Site;
        var by = await home.PersonAsync("administrator");
        await home.AskAsync<CommunityVoiceDb, bool>(async db =>
        {
            var from = await db.Bodies.Include(b => b.Remits).ThenInclude(r => r.Area).SingleAsync(b => b.Slug == "rivermead-voice");
            var handOver = new HandOver(from, A.Body("Weir Valley Voice"), FakeClock.Today.AddDays(30), movesDuties: true, "The moderators meet on Tuesdays.", by, home.Now);
            foreach (var remit in from.Remits) handOver.Give(remit);
            db.Add(handOver);
            db.Add(new BodyStanding(from, StandingKind.WithinCouncil, "Rivermead Council", FakeClock.Today, "By contract", by, home.Now));
            await db.SaveChangesAsync();
            return true;
        });
        var packed = await Suitcase.PackAsync(home);
        await using var emptyVisit = await Visit<Site>.ToAsync(new Site());

        await packed.UnpackAsync(emptyVisit.Site);

        Assert.Empty(Differences(packed, await Suitcase.PackAsync(emptyVisit.Site)));
        var page = await new Browser(emptyVisit.Site).GetAsync("/bodies/rivermead-voice");
        page.Shows("its work will be done by Weir Valley Voice");
        page.Shows("Hosted by Rivermead Council");
    }

    private static List<string> Differences(Suitcase one, Suitcase other)
    {
        var (before, after) = (one.Files(), other.Files());
        return [.. before.Keys.Union(after.Keys, StringComparer.Ordinal).Where(f => f != BundleManifest.FileName).SelectMany(file =>
            before[file].Split('\n').Except(after[file].Split('\n'), StringComparer.Ordinal).Take(2).Select(line => $"{file} - {line}")
                .Concat(after[file].Split('\n').Except(before[file].Split('\n'), StringComparer.Ordinal).Take(2).Select(line => $"{file} + {line}")))];
    }

    private async Task SamePagesAsync(Site there)
    {
        var ballots = await site.AskAsync(db => db.Ballots.Where(b => b.Consultation.PublishedAt != null).Select(b => b.Id).ToListAsync());
        var (here, away) = (new Browser(site), new Browser(there));
        foreach (var path in PublicPages.Concat(ballots.Select(id => $"/ballots/{id}/results")))
            Assert.Equal((await here.GetAsync(path)).QuerySelector("main")!.Words(), (await away.GetAsync(path)).QuerySelector("main")!.Words());
        foreach (var path in ballots.Select(id => $"/ballots/{id}/record.txt"))
            Assert.Equal(await (await here.SendAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync(), await (await away.SendAsync(HttpMethod.Get, path)).Content.ReadAsStringAsync());
    }

    private static Task<(int, int, int, int, int)> CountsAsync(Site at) => at.AskAsync(async db => (
        await db.Areas.CountAsync(), await db.People.CountAsync(), await db.Comments.CountAsync(), await db.LedgerEntries.CountAsync(), await db.SearchEntries.CountAsync()));
}
