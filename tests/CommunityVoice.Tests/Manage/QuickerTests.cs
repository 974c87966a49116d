using System.Data.Common;
using AngleSharp.Html.Dom;
using CommunityVoice.Areas;
using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Manage;

/// <summary>Somebody else saves the same consultation in the very moment in which staff do.</summary>
public sealed class QuickerTests : IAsyncLifetime
{
    private readonly RacingSite site = new();
    private readonly Area place = A.Area();
    private readonly Body body = A.Body();
    private Browser staff = null!;

    public async Task InitializeAsync()
    {
        await site.InitializeAsync();
        var tom = A.Person("Tom W");
        await site.SaveAsync(A.Consultation(area: place, askedBy: body), tom);
        await site.SaveAsync(A.Membership(tom, place, Capability.Consult, body));
        staff = new Browser(site, tom.Id);
    }

    public Task DisposeAsync() => ((IAsyncLifetime)site).DisposeAsync();

    [Fact]
    public async Task Whoever_wrote_keeps_their_words_although_the_address_changed_in_the_same_moment()
    {
        var form = await staff.GetAsync("/manage/consultations/safer-crossings/edit");
        site.Race.Meanwhile = () => site.AskAsync(db => db.Consultations.ExecuteUpdateAsync(set => set.SetProperty(c => c.Slug, "crossings-2026").SetProperty(c => c.Version, c => c.Version + 1)));

        var told = await staff.SubmitAsync(form, new() { ["Input.Question"] = "Which crossing first?" }, HttpStatusCode.UnprocessableEntity);

        told.Shows("Somebody else changed this while you were writing.");
        Assert.Equal("Which crossing first?", ((IHtmlInputElement)told.QuerySelector("[name='Input.Question']")!).Value);
    }

    [Fact]
    public async Task Where_a_page_cannot_say_more_it_says_that_nothing_was_saved()
    {
        var form = await staff.GetAsync("/manage/consultations/safer-crossings/close");
        site.Race.Meanwhile = () => site.AskAsync(db => db.Consultations.ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1)));
        var sent = Form.Find(form, new() { ["Input.Reason"] = "Decided elsewhere." }, null);

        using var answer = await staff.SendOnceAsync(sent.Method, sent.Address, sent.Content);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("Somebody else changed this in the same moment", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "consultation.closed").ToListAsync()));
    }

    private sealed class RacingSite : Site
    {
        public Race Race { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.ConfigureDbContext<CommunityVoiceDb>(db => db.AddInterceptors(Race), ServiceLifetime.Singleton));
        }
    }

    /// <summary>Lets somebody else save once, between the reading of a consultation and the transaction that saves it.</summary>
    private sealed class Race : DbTransactionInterceptor
    {
        public Func<Task>? Meanwhile { get; set; }

        public override async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        {
            if (Meanwhile is { } save && eventData.Context!.ChangeTracker.Entries<Consultation>().Any())
            {
                Meanwhile = null;
                await save();
            }
            return result;
        }
    }
}
