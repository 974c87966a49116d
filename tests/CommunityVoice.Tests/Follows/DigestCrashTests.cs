using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Discussion;
using CommunityVoice.Follows;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Follows;

/// <summary>Wherever the process stops between what happened and the file in the pickup folder, its news are told once.</summary>
public sealed class DigestCrashTests : SiteTest
{
    private readonly Consultation consultation = A.Consultation();
    private readonly Person asha = A.Person("Asha B", "asha@example.org");
    private Inbox inbox = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        inbox = new(Site);
        await Site.SaveAsync(consultation, asha);
    }

    [Fact]
    public async Task What_did_not_happen_is_owed_to_nobody()
    {
        await StopsBeforeCommitAsync(services => services.GetRequiredService<Conversation>().PostAsync(asha.Id, new(consultation.Id, "The lights change too fast."), default));

        Assert.Equal(0, await Site.AskAsync(db => db.OwedNews.CountAsync()) + await Site.AskAsync(db => db.Comments.CountAsync()));
    }

    [Fact]
    public async Task A_stop_before_the_letter_is_saved_loses_nothing()
    {
        await FollowAndSayAsync();
        var morning = UkTime.EndOf(FakeClock.Today).AddHours(9);

        await StopsBeforeCommitAsync(services => services.GetRequiredService<Digest>().WriteDueAsync(morning, default));
        Assert.Empty(await inbox.LettersAsync("asha@example.org"));
        Assert.Equal(1, await Site.AskAsync(db => db.OwedNews.CountAsync()));

        Assert.Equal(1, await inbox.WriteAsync(morning));
        Assert.Equal(0, await inbox.WriteAsync(morning));
        var letter = Assert.Single(await inbox.LettersAsync("asha@example.org"));
        Assert.Contains("Your comment on Safer crossings is published", letter.Text, StringComparison.Ordinal);
        Assert.Contains("flooded", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_between_saving_and_sending_loses_nothing_and_one_after_the_file_repeats_nothing()
    {
        await FollowAndSayAsync();
        await inbox.MorningAsync(); // saved, and the process stops

        await SendAsync(stops: true); // the file is there, and the process stops before it notes so
        Site.Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync();
        await SendAsync();
        await inbox.MorningAsync();
        await SendAsync();

        var folder = await Site.AskAsync<IOptions<MailOptions>, string>(o => Task.FromResult(o.Value.PickupFolder));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Two_nodes_at_once_write_one_letter()
    {
        await FollowAndSayAsync();
        var morning = UkTime.EndOf(FakeClock.Today).AddHours(9);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => inbox.WriteAsync(morning)));

        Assert.Single(await inbox.LettersAsync("asha@example.org"));
    }

    private async Task FollowAndSayAsync()
    {
        await Site.DoAsync<Conversation>(c => c.PostAsync(asha.Id, new(consultation.Id, "The lights change too fast."), default));
        var staff = await Site.SaveAsync(A.Person("Tom W"));
        var other = await Site.SaveAsync(A.Consultation("Longer hours"));
        await inbox.FollowAsync(asha, FollowKind.Consultation, other.Id, FollowFrequency.Daily);
        await inbox.ExtendAsync(other.Id, FakeClock.Today.AddDays(60), "The library was flooded.", staff);
    }

    private async Task StopsBeforeCommitAsync(Func<IServiceProvider, Task> work) => await Assert.ThrowsAsync<IOException>(() => Site.DoAsync<IServiceProvider>(services =>
        services.GetRequiredService<CommunityVoiceDb>().TransactAsync(async () =>
        {
            await work(services);
            throw new IOException("The process stops here.");
        }, default)));

    private Task SendAsync(bool stops = false) => Site.DoAsync<IServiceProvider>(services =>
    {
        var mailer = services.GetRequiredService<IMailer>();
        return new LetterSender(services.GetRequiredService<CommunityVoiceDb>(), services.GetRequiredService<Leases>(), stops ? new StoppingMailer(mailer) : mailer,
            Site.Clock, NullLogger<LetterSender>.Instance).SendDueAsync(default);
    });

    private sealed class StoppingMailer(IMailer mailer) : IMailer
    {
        public async Task SendAsync(Letter letter, CancellationToken ct)
        {
            await mailer.SendAsync(letter, ct);
            throw new IOException("The process stops here.");
        }
    }
}
