using CommunityVoice.Bodies;
using CommunityVoice.Consultations;
using CommunityVoice.Discussion;
using CommunityVoice.Moderation;
using CommunityVoice.People;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Moderation;

/// <summary>Whoever is better known waits less, and what was removed makes somebody new again.</summary>
public sealed class TrustTests : SiteTest
{
    private const string TwoLinks = "See https://a.example/one and https://a.example/two about the crossing";
    private Person asha = null!;
    private Consultation consultation = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        asha = await Site.SaveAsync(A.Person("Asha B", "asha@example.org"));
        consultation = await Site.SaveAsync(A.Consultation(closes: FakeClock.Today.AddDays(300)));
    }

    [Fact]
    public async Task Two_links_wait_until_something_has_stood_for_a_day_and_again_after_a_removal()
    {
        Assert.Equal(PostOutcome.Held, (await SayAsync($"{TwoLinks}.")).Outcome);
        var plain = await SayAsync("The lights change too fast.");
        Assert.Equal((PostOutcome.Posted, PostOutcome.Held), (plain.Outcome, (await SayAsync($"{TwoLinks} today.")).Outcome));

        Site.Clock.Advance(TrustRules.StandsFor);
        Assert.Equal(PostOutcome.Posted, (await SayAsync($"{TwoLinks} a day later.")).Outcome);

        await Site.AskAsync(db => db.Comments.Where(c => c.Id == plain.Comment!.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.RemovedAt, Site.Now)));
        Assert.Equal(PostOutcome.Held, (await SayAsync($"{TwoLinks} after a removal.")).Outcome);
        Site.Clock.Advance(TrustRules.RemovalCounts + TimeSpan.FromMinutes(1));
        Assert.Equal(PostOutcome.Posted, (await SayAsync($"{TwoLinks} a season later.")).Outcome);
    }

    [Fact]
    public async Task An_organisation_is_published_first()
    {
        var body = A.Body();
        await Site.SaveAsync(A.Membership(asha, consultation.Area, Capability.None, body));

        var said = await Site.AskAsync<Conversation, Posted>(c => c.PostAsync(asha.Id, new(consultation.Id, $"{TwoLinks}, or write to desk@practice.example", SpeaksForId: body.Id), default));

        Assert.Equal(PostOutcome.Posted, said.Outcome);
    }

    private Task<Posted> SayAsync(string words) => Site.AskAsync<Conversation, Posted>(c => c.PostAsync(asha.Id, new(consultation.Id, words), default));
}
