using CommunityVoice.People;

namespace CommunityVoice.Web.Account;

/// <summary>Where nothing takes drafts, shows what the draft was about.</summary>
internal sealed class NoDrafts : IDraftReceiver
{
    public Task<string> PublishAsync(Guid personId, Draft draft, CancellationToken ct) =>
        Task.FromResult($"/consultations/{Uri.EscapeDataString(draft.Slug)}");
}
