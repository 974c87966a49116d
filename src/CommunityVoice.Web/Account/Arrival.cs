using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Web.Voting;

namespace CommunityVoice.Web.Account;

/// <summary>What follows a right code or a confirmed link: the session, the draft that waited, and where to go.</summary>
public sealed class Arrival(SignIns signIns, Sessions sessions, Drafts drafts, IDraftReceiver receiver, Permissions permissions, RequestCookie cookie, KeptChoices kept)
{
    /// <summary>Answers the page to go to; none when the request was used or superseded meanwhile.</summary>
    public async Task<string?> ArriveAsync(SignInRequest request, HttpContext context, CancellationToken ct)
    {
        var draft = drafts.Read(request.Draft);
        if (await signIns.CompleteAsync(request, draft?.Name, ct) is not { } arrived) return null;
        await sessions.OpenAsync(arrived.Person);
        cookie.Remove(context);

        var next = request.ReturnUrl ?? "/account";
        if (draft is not null)
        {
            next = await receiver.PublishAsync(arrived.Person.Id, draft, ct);
            await signIns.ForgetDraftAsync(request, ct);
        }
        if (arrived.Person.TwoFactorEnabled) return With("/account/second-factor/enter", next);
        if (await permissions.EverythingAsync(arrived.Person.Id, ct) != Capability.None) return With("/account/second-factor", next);
        if (KeptChoices.LeadsToCheck(next) && kept.WaitFor(context, next)) return next; // whoever is new is asked who they are once they have voted
        return arrived.IsNew ? With("/account/welcome", next) + (draft is null ? "" : $"&done={Done(next)}") : next;
    }

    // What was published has a page of its own; any other page says why it was not.
    private static string Done(string next) =>
        next.Contains("/comments/", StringComparison.Ordinal) ? "comment" : next.StartsWith("/ideas/", StringComparison.Ordinal) ? "idea" : next.StartsWith("/account/notes/", StringComparison.Ordinal) ? "note" : "nothing";

    private static string With(string page, string next) => $"{page}?returnUrl={Uri.EscapeDataString(next)}";
}
