using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Web.Background;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Tests.Sms;

/// <summary>Which text goes first, what a service that is away holds up, and what is kept of what never went out (rule R-H6).</summary>
public sealed class TextSendingTests : SiteTest
{
    private readonly Person asha = A.Person("Asha B");
    private readonly Person bill = A.Person("Bill H");
    private Handset handset = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Site.SaveAsync(asha, bill);
        handset = new(Site);
        await handset.GiveAsync(bill, "+447700900124");
    }

    [Fact]
    public async Task A_code_goes_before_the_news_of_the_morning()
    {
        await handset.TellAsync(bill, own: 1);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync();
        var service = new Service();

        Assert.Equal(2, await handset.SendAsync(service));
        Assert.Equal([TextKind.Code, TextKind.News], service.Asked);
    }

    [Fact]
    public async Task A_code_is_sent_as_soon_as_it_is_asked_for()
    {
        using var loop = ActivatorUtilities.CreateInstance<TextLoop>(Site.Services);
        await loop.StartAsync(default);
        await AskAsync();

        // Without the bell it would take ten seconds.
        for (var i = 0; i < 160 && !await IsSentAsync(); i++) await Task.Delay(50);
        Assert.True(await IsSentAsync());
        await loop.StopAsync(default);
    }

    [Fact]
    public async Task A_service_that_is_away_ends_the_round_and_one_that_refuses_does_not()
    {
        await handset.GiveAsync(asha);
        await handset.TellAsync(asha, own: 1);
        await handset.TellAsync(bill, own: 1);
        var (away, refusing) = (Away(), Refusing());

        Assert.Equal(0, await handset.SendAsync(away));
        Assert.Single(away.Asked);
        Site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(0, await handset.SendAsync(refusing));
        Assert.Equal(2, refusing.Asked.Count);
    }

    [Fact]
    public async Task Of_a_code_that_is_refused_nothing_is_kept()
    {
        await AskAsync();
        await handset.SendAsync(Refusing());
        Assert.Equal("", await KeptAsync());

        Site.Clock.Advance(TimeSpan.FromHours(25));
        await ForgetAsync();
        Assert.Equal(0, await Site.AskAsync(async db => await db.PhoneCodes.CountAsync() + await db.TextMessages.CountAsync()));
    }

    [Fact]
    public async Task A_text_that_failed_too_often_is_forgotten_too_and_gets_no_new_number()
    {
        await handset.TellAsync(bill, own: 1);
        await Site.DoAsync<CommunityVoiceDb>(db => db.TextMessages.ExecuteUpdateAsync(set => set.SetProperty(t => t.Tries, Letter.MostTries - 1)));
        await handset.SendAsync(Away());
        Assert.Equal("", await KeptAsync());

        await Site.DoAsync<Phones>(p => p.AskAsync(bill.Id, Handset.Number, default));
        var code = await handset.CodeAsync();
        await Site.DoAsync<Phones>(async p => Assert.Equal(CodeOutcome.Right, await p.TryCodeAsync((await p.AskedAsync(bill.Id, default))!, code, default)));
        Assert.Equal("", await KeptAsync());
    }

    [Fact]
    public async Task News_that_did_not_go_out_in_a_week_are_forgotten()
    {
        await handset.TellAsync(bill, own: 1);
        Site.Clock.Advance(TimeSpan.FromDays(6));
        await ForgetAsync();
        Assert.Equal(1, await Site.AskAsync(db => db.TextMessages.CountAsync()));

        Site.Clock.Advance(TimeSpan.FromDays(1));
        await ForgetAsync();
        Assert.Equal(0, await Site.AskAsync(db => db.TextMessages.CountAsync()));
    }

    [Fact]
    public async Task How_to_end_texts_is_said_again_where_the_text_that_said_it_never_went_out()
    {
        Site.Services.GetRequiredService<IOptions<MailOptions>>().Value.DeliveredToken = "a-token-of-the-text-service";
        await handset.TellAsync(bill, own: 1);
        await handset.SendAsync(Refusing());

        await handset.TellAsync(bill, own: 1);
        Assert.Equal(1, await handset.SendAsync());
        Assert.Contains("Text STOP to end.", Assert.Single(handset.Read()), StringComparison.Ordinal);
    }

    private static Service Away() => new(new IOException("Nobody answers."));

    private static Service Refusing() => new(new LetterRefusedException("There is no such number."));

    private Task AskAsync() => Site.DoAsync<Phones>(p => p.AskAsync(asha.Id, Handset.Number, default));

    private Task ForgetAsync() => Site.DoAsync<Phones>(p => p.ForgetOldAsync(default));

    private Task<bool> IsSentAsync() => Site.AskAsync(db => db.TextMessages.AnyAsync(t => t.SentAt != null));

    // Numbers and words of all texts.
    private Task<string> KeptAsync() => Site.AskAsync(async db => string.Concat(await db.TextMessages.Select(t => t.To + t.Text).ToListAsync()));

    private sealed class Service(Exception? problem = null) : ISms
    {
        public List<TextKind> Asked { get; } = [];

        public Task SendAsync(TextMessage text, CancellationToken ct)
        {
            Asked.Add(text.Kind);
            return problem is null ? Task.CompletedTask : Task.FromException(problem);
        }
    }
}
