using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityVoice.Web.Voting;

/// <summary>
/// What somebody chose or marked before signing in, kept for half an hour in a cookie of this browser alone: a number of its own in place of a person, and choices
/// sealed for that number. They count only once somebody who signed in here has seen them again and confirms them.
/// </summary>
public sealed class KeptChoices(IDataProtectionProvider protection, TimeProvider clock, IHostEnvironment environment)
{
    // Sealed apart from the tickets of people, so that no number in a cookie can make one of theirs.
    private readonly VoteTickets tickets = new(protection.CreateProtector("Kept choices"), clock);
    private readonly string name = CookieNames.Of(CookieNames.Choices, environment);

    /// <summary>Whoever fills in a form here: for an order of options of their own, the same each time.</summary>
    public Guid Holder(HttpContext context)
    {
        var holder = Read(context).Holder;
        if (holder != Guid.Empty) return holder;
        holder = Guid.NewGuid();
        Write(context, holder, "");
        return holder;
    }

    /// <summary>Choices of this ballot; they stay, to be changed.</summary>
    public string? Of(HttpContext context, long ballotId) => Read(context) is var (holder, ticket) ? tickets.Read(ballotId, holder, ticket) : null;

    public void Keep(HttpContext context, long ballotId, Guid holder, string choices) => Write(context, holder, tickets.Write(ballotId, holder, choices));

    /// <summary>Choices of this ballot, which are gone from here then.</summary>
    public string? Take(HttpContext context, long ballotId)
    {
        if (Of(context, ballotId) is not { Length: > 0 } choices) return null;
        context.Response.Cookies.Delete(name, Shaped().Build(context));
        return choices;
    }

    /// <summary>What was chosen waits to be confirmed on the page that signing in leads to.</summary>
    public bool WaitFor(HttpContext context, string? returnUrl) =>
        (LeadsToCheck(returnUrl) || returnUrl?.EndsWith("/statements", StringComparison.Ordinal) == true) && Read(context).Ticket is { Length: > 0 };

    public static bool LeadsToCheck(string? returnUrl) => returnUrl?.EndsWith("/check", StringComparison.Ordinal) == true;

    // What anybody could have written there is no more than a number and a ticket that does not fit it.
    private (Guid Holder, string Ticket) Read(HttpContext context) =>
        context.Request.Cookies[name]?.Split('.', 2) is [var number, var ticket] && Guid.TryParseExact(number, "N", out var holder) ? (holder, ticket) : default;

    private void Write(HttpContext context, Guid holder, string ticket)
    {
        var cookie = Shaped();
        cookie.MaxAge = VoteTickets.Lifetime;
        context.Response.Cookies.Append(name, $"{holder:N}.{ticket}", cookie.Build(context));
    }

    private CookieBuilder Shaped()
    {
        var cookie = new CookieBuilder();
        cookie.Shape(CookieNames.Choices, environment);
        return cookie;
    }
}
