using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Follows;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Follows;

public sealed class DigestTests : SiteTest
{
    private readonly Consultation consultation = A.Consultation(area: A.Area("Weirside"));
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private readonly Person staff = A.Person("Tom W", "tom@example.org");
    private Inbox inbox = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        inbox = new(Site);
        await Site.SaveAsync(consultation, asha, staff);
    }

    [Fact]
    public async Task News_of_a_place_come_on_thursday_in_one_letter_and_never_again()
    {
        await inbox.FollowAsync(asha, FollowKind.Place, consultation.AreaId);
        await ExtendAsync(60, "The library was flooded.");
        await inbox.MorningAsync(); // Wednesday
        Assert.Empty(await inbox.LettersAsync("asha@example.org"));

        Assert.Equal(1, await inbox.MorningAsync(DayOfWeek.Thursday));
        var letter = Assert.Single(await inbox.LettersAsync("asha@example.org"));
        Assert.Equal("Open for longer: Safer crossings", letter.Subject); // that it opened was before she followed
        Assert.Contains("You follow: Weirside", letter.Text, StringComparison.Ordinal);

        Assert.Equal(0, await inbox.WriteAsync());
        for (var week = 0; week < 3; week++) await inbox.MorningAsync(DayOfWeek.Thursday);
        Assert.Single(await inbox.LettersAsync("asha@example.org")); // nothing new, no letter
    }

    [Fact]
    public async Task What_is_followed_twice_is_told_once_by_whichever_comes_first()
    {
        await inbox.FollowAsync(asha, FollowKind.Place, consultation.AreaId);
        await inbox.FollowAsync(asha, FollowKind.Consultation, consultation.Id, FollowFrequency.Daily);
        await ExtendAsync(60, "The library was flooded.");

        Assert.Equal(1, await inbox.MorningAsync());
        Assert.Equal(0, await inbox.MorningAsync(DayOfWeek.Thursday));

        Assert.Contains("You follow: Safer crossings", Assert.Single(await inbox.LettersAsync("asha@example.org")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happened_during_a_pause_is_not_told_afterwards()
    {
        var follow = await inbox.FollowAsync(asha, FollowKind.Consultation, consultation.Id, FollowFrequency.Paused);
        await ExtendAsync(60, "The library was flooded.");
        Assert.Equal(0, await inbox.MorningAsync(DayOfWeek.Thursday));
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await HearAsync(follow!.Id, FollowFrequency.Daily);
        await ExtendAsync(61, "One more day.");

        Assert.Equal(1, await inbox.MorningAsync());

        var letter = Assert.Single(await inbox.LettersAsync("asha@example.org"));
        Assert.Contains("One more day.", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("flooded", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_voted_is_told_of_more_time_once_although_they_also_wrote()
    {
        var ballot = await Site.SaveAsync(A.Ballot(consultation));
        var vera = await Site.SaveAsync(A.Person("Vera O", "vera@example.org"));
        await SayAsync("The lights change too fast.");
        foreach (var person in new[] { asha, vera })
        {
            var participant = await Site.AskAsync<Participants, Guid>(p => p.ForAsync(person.Id, default));
            await Site.AskAsync<Casting, CastResult>(c => c.CastAsync(ballot.Id, participant, new Dictionary<long, int> { [ballot.Priorities[0].Id] = 2 }, default));
        }

        await ExtendAsync(60, "The library was flooded.");

        var owed = await Site.AskAsync(db => db.OwedNews.Where(n => n.Kind == "consultation-extended").Select(n => n.PersonId).ToListAsync());
        Assert.Equal(new[] { asha.Id, vera.Id }.Order(), owed.Order());
        Assert.Equal(2, await inbox.MorningAsync());
        Assert.Contains("The library was flooded.", Assert.Single(await inbox.LettersAsync("vera@example.org")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_contributed_and_follows_gets_both_in_one_letter_and_the_same_news_once()
    {
        await inbox.FollowAsync(asha, FollowKind.Consultation, consultation.Id, FollowFrequency.Daily);
        await SayAsync("The lights change too fast.");
        await ExtendAsync(60, "The library was flooded.");

        Assert.Equal(1, await inbox.MorningAsync());

        var letter = Assert.Single(await inbox.LettersAsync("asha@example.org"));
        Assert.Equal("Your comment on Safer crossings is published, and 1 more", letter.Subject);
        Assert.Equal(2, letter.Text.Split("flooded").Length); // as a contributor, not again as a follower
        Assert.DoesNotContain("NEW IN WHAT YOU FOLLOW", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_busy_month_brings_one_letter_a_day_at_most_and_loses_nothing()
    {
        var other = await Site.SaveAsync(A.Consultation("Longer hours", consultation.Area, closes: FakeClock.Today.AddDays(90)));
        await inbox.FollowAsync(asha, FollowKind.Place, consultation.AreaId);
        await inbox.FollowAsync(asha, FollowKind.Consultation, other.Id, FollowFrequency.Daily);
        for (var day = 0; day < 30; day++)
        {
            await SayAsync($"Morning {day}: the lights change too fast.");
            await ExtendAsync(40 + day, $"Reason {day} of the first.");
            await ExtendAsync(100 + day, $"Reason {day} of the second.", other.Id);
            for (var round = 0; round < 3; round++)
            {
                Site.Clock.Advance(TimeSpan.FromHours(4));
                await inbox.WriteAsync();
            }
            await SayAsync($"Evening {day}: the lights change too fast.");
            await inbox.MorningAsync();
            await inbox.WriteAsync();
        }
        await inbox.MorningAsync(DayOfWeek.Thursday);

        var letters = await inbox.LettersAsync("asha@example.org");
        Assert.InRange(letters.Count, 30, 31);
        Assert.Equal(letters.Count, letters.Select(l => UkTime.Day(l.WrittenAt)).Distinct().Count());
        var all = string.Concat(letters.Select(l => l.Text));
        for (var day = 0; day < 30; day++)
        {
            Assert.Equal(2, all.Split($"Reason {day} of the first.").Length);
            Assert.Equal(2, all.Split($"Reason {day} of the second.").Length);
        }
        Assert.Equal(60, all.Split("Your comment on Safer crossings is published\n").Length - 1);
    }

    [Fact]
    public async Task Whoever_stops_hearing_of_their_own_steps_hears_of_the_rest()
    {
        await inbox.FollowAsync(asha, FollowKind.Consultation, consultation.Id, FollowFrequency.Daily);
        var browser = new Browser(Site, asha.Id);
        await browser.SubmitAsync(await browser.GetAsync("/account/follows"), button: "Do not write about this");
        await SayAsync("The lights change too fast.");
        await ExtendAsync(60, "The library was flooded.");

        Assert.Equal(1, await inbox.MorningAsync());

        Assert.Equal("Open for longer: Safer crossings", Assert.Single(await inbox.LettersAsync("asha@example.org")).Subject);
        Assert.Equal(0, await Site.AskAsync(db => db.OwedNews.CountAsync()));
    }

    [Fact]
    public async Task A_comment_that_is_held_is_received_then_checked_and_the_last_of_it_is_told()
    {
        await SayAsync("Call me on 07700 900123.");
        Assert.Contains("It seems to hold a phone number.", Assert.Single(await Site.AskAsync(db => db.OwedNews.ToListAsync())).Fields, StringComparison.Ordinal);

        Assert.Equal(1, await inbox.MorningAsync());
        Assert.Contains("is waiting for a check before it is published. It seems to hold a phone number.", Assert.Single(await inbox.LettersAsync("asha@example.org")).Text, StringComparison.Ordinal);

        await SayAsync("The lights change too fast.");
        await Site.AskAsync<Conversation, ChangeOutcome>(async c => await c.WithdrawAsync(asha.Id, await Site.AskAsync(db => db.Comments.MaxAsync(x => x.Id)), default));
        Assert.Equal(0, await inbox.MorningAsync()); // she took it back herself
    }

    private Task SayAsync(string words) => Site.DoAsync<Conversation>(async c =>
        Assert.NotNull((await c.PostAsync(asha.Id, new(consultation.Id, words), default)).Comment));

    private Task ExtendAsync(int days, string reason, long? of = null) => inbox.ExtendAsync(of ?? consultation.Id, FakeClock.Today.AddDays(days), reason, staff);

    private Task HearAsync(long id, FollowFrequency frequency) => Site.DoAsync<IServiceProvider>(async services =>
        await services.GetRequiredService<Following>().HearAsync((await services.GetRequiredService<Readers>().FindAsync(asha.Id, default))!, id, frequency, default));
}
