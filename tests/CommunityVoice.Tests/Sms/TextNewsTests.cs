using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Tests.Follows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Sms;

/// <summary>A letter with news brings a text (rule R-H6): once a day at most, in the daytime, and once whatever happens.</summary>
public sealed class TextNewsTests : SiteTest
{
    private readonly Consultation consultation = A.Consultation();
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private readonly Person staff = A.Person("Tom W", "tom@example.org");
    private Handset handset = null!;
    private Inbox inbox = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.SaveAsync(consultation, asha, staff);
        handset = new(Site);
        inbox = new(Site);
    }

    [Fact]
    public async Task The_letter_of_the_morning_brings_one_text_at_nine_that_says_how_much_there_is()
    {
        await handset.GiveAsync(asha);
        await HappensAsync();
        Assert.Equal(1, await inbox.MorningAsync());
        Assert.Equal(0, await handset.SendAsync()); // a quarter past eight

        Site.Clock.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal(1, await handset.SendAsync());
        Assert.Equal(0, await handset.SendAsync());

        var home = Site.Services.GetRequiredService<SiteAddress>().Home;
        Assert.Equal($"To: +447700900123\n\nCommunityVoice: 2 things happened to what you said or chose. {home.Authority}/account\n", Assert.Single(handset.Read()));
    }

    [Fact]
    public async Task Whoever_gave_no_number_or_has_no_letter_gets_no_text()
    {
        await handset.GiveAsync(staff);
        await HappensAsync();

        Assert.Equal(1, await inbox.MorningAsync());

        Assert.Equal(0, await Site.AskAsync(db => db.TextMessages.CountAsync()));
    }

    [Fact]
    public async Task Nothing_is_texted_of_a_letter_that_was_not_saved()
    {
        await handset.GiveAsync(asha);
        await HappensAsync();
        await Assert.ThrowsAsync<IOException>(() => Site.DoAsync<IServiceProvider>(services => services.GetRequiredService<CommunityVoiceDb>().TransactAsync(async () =>
        {
            await services.GetRequiredService<Digest>().WriteDueAsync(UkTime.EndOf(FakeClock.Today).AddHours(9), default);
            throw new IOException("The process stops here.");
        }, default)));
        Assert.Equal(0, await Site.AskAsync(db => db.TextMessages.CountAsync()));

        await inbox.MorningAsync();
        Assert.Equal(1, await Site.AskAsync(db => db.TextMessages.CountAsync()));
    }

    [Fact]
    public async Task There_is_one_text_a_day_and_the_next_waits_for_the_morning()
    {
        await handset.GiveAsync(asha);
        await handset.TellAsync(asha, own: 1);
        Assert.Equal(1, await handset.SendAsync());
        Site.Clock.Advance(TimeSpan.FromHours(1));
        await handset.TellAsync(asha, own: 2);
        Assert.Equal(0, await handset.SendAsync());
        Site.Clock.GoTo(UkTime.EndOf(FakeClock.Today).AddHours(8));
        Assert.Equal(0, await handset.SendAsync());

        Site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await handset.SendAsync());
        Assert.Contains("2 things happened", handset.Read()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_while_a_text_waits_is_told_by_it_too()
    {
        Site.Clock.GoTo(UkTime.EndOf(FakeClock.Today).AddHours(8));
        await handset.GiveAsync(asha);
        await handset.TellAsync(asha, own: 1);
        await handset.TellAsync(asha, own: 0, other: 2);
        Site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, await handset.SendAsync());
        Assert.Contains("1 thing happened to what you said or chose, 2 things are new in what you follow.", Assert.Single(handset.Read()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-06-09T07:59:59Z", false)] // summer
    [InlineData("2026-06-09T08:00:00Z", true)]
    [InlineData("2026-06-09T17:59:59Z", true)]
    [InlineData("2026-06-09T18:00:00Z", false)]
    [InlineData("2026-12-01T08:59:59Z", false)] // winter
    [InlineData("2026-12-01T09:00:00Z", true)]
    [InlineData("2026-12-01T19:00:00Z", false)]
    public void News_are_texted_between_nine_and_seven_in_the_uk(string at, bool may) =>
        Assert.Equal(may, TextSender.MayTellNewsAt(DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public async Task A_stop_after_a_text_went_repeats_nothing_and_a_failure_loses_nothing()
    {
        await handset.GiveAsync(asha);
        await handset.TellAsync(asha, own: 1);
        Assert.Equal(0, await SendAsync(goesOut: false));
        Site.Clock.Advance(TimeSpan.FromSeconds(1));
        await handset.TellAsync(asha, own: 2); // what was begun is not added to
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await SendAsync(goesOut: true));
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await handset.SendAsync());
        Assert.Equal(0, await handset.SendAsync());
        Assert.Contains("1 thing happened", Assert.Single(handset.Read()), StringComparison.Ordinal);

        Site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await handset.SendAsync());
        Assert.Equal(2, handset.Read().Count);
    }

    [Fact]
    public async Task Whoever_ends_all_letters_gets_no_text_that_waits()
    {
        await handset.GiveAsync(asha);
        await handset.TellAsync(asha, own: 1);
        await Site.DoAsync<IServiceProvider>(async services =>
            await services.GetRequiredService<Following>().StopAsync(await services.GetRequiredService<Readers>().OfPersonAsync(asha.Id, default), default));

        Assert.Equal(0, await handset.SendAsync());
    }

    // Two things become of what Asha said: it is published, and there is more time.
    private async Task HappensAsync()
    {
        await Site.DoAsync<Conversation>(async c => Assert.NotNull((await c.PostAsync(asha.Id, new(consultation.Id, "The lights change too fast."), default)).Comment));
        await inbox.ExtendAsync(consultation.Id, FakeClock.Today.AddDays(60), "The library was flooded.", staff);
    }

    private Task<int> SendAsync(bool goesOut) => Site.AskAsync<IServiceProvider, int>(services => new TextSender(
        services.GetRequiredService<CommunityVoiceDb>(), services.GetRequiredService<Leases>(), new FailingSms(services.GetRequiredService<ISms>(), goesOut),
        services.GetRequiredService<IOptions<SmsOptions>>(), Site.Clock, NullLogger<TextSender>.Instance).SendDueAsync(default));

    private sealed class FailingSms(ISms sms, bool goesOut) : ISms
    {
        public async Task SendAsync(TextMessage text, CancellationToken ct)
        {
            if (goesOut) await sms.SendAsync(text, ct);
            throw new IOException("The process stops here.");
        }
    }
}
