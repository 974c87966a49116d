using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>A test of what is worked out from the sealed record: who takes part, the close, the turn in the background.</summary>
public abstract class OutcomeTest : SiteTest
{
    protected async Task<List<Guid>> PeopleAsync(int count, Voice voice = Voice.Resident)
    {
        var participants = Enumerable.Range(0, count).Select(_ => new Participant(Guid.NewGuid(), voice)).ToArray();
        await Site.SaveAsync(participants[0], participants[1..]);
        return [.. participants.Select(p => p.Id)];
    }

    protected async Task CloseAsync(Ballot ballot)
    {
        Site.Clock.GoTo(ballot.ClosesAt!.Value);
        await SealAsync();
    }

    protected Task<int> SealAsync() => Site.AskAsync<Sealer, int>(s => s.SealDueAsync(default));

    protected Task<int> RefreshAsync() => Site.AskAsync<Outcomes, int>(o => o.RefreshDueAsync(default));

    protected async Task<BallotResult> ResultAsync(Ballot ballot) => (await Site.AskAsync<BallotResults, BallotResult?>(r => r.OfAsync(ballot.Id, default)))!;

    protected Task<BallotOutcome> OutcomeAsync(Ballot ballot) => Site.AskAsync(db => db.BallotOutcomes.AsNoTracking().SingleAsync(o => o.BallotId == ballot.Id));

    protected Task<AngleSharp.Html.Dom.IHtmlDocument> PageAsync(Ballot ballot) => new Browser(Site).GetAsync($"/ballots/{ballot.Id}/results");
}
