using CommunityVoice.Voting;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Antiforgery;

namespace CommunityVoice.Web.Voting;

/// <summary>Takes the choices that somebody confirmed on the page of the same address: the site's hottest write, so it answers without what a page is made of.</summary>
public static class Confirming
{
    public static void MapConfirming(this IEndpointRouteBuilder routes) => routes.MapPost("/ballots/{id:long}/check", CastAsync).RequireAuthorization();

    private static async Task CastAsync(
        long id, HttpContext context, IAntiforgery antiforgery, BallotsAtHand ballots, BallotBox box, VoteTickets tickets, TimeProvider clock, CancellationToken ct)
    {
        if (await FormAsync(context, antiforgery) is not { } form)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (await ballots.FindAsync(id, ct) is not { HasMarks: false, Consultation.PublishedAt: not null } ballot)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var person = context.User.Id();
        var to = FormattableString.Invariant($"/ballots/{id}");
        if (!ballot.TakesVotesAt(clock.GetUtcNow())) context.Response.Redirect($"{to}/results?late=True");
        else if (tickets.Read(id, person, form["Choices"]) is not { Length: > 0 } choices) context.Response.Redirect(to);
        else context.Response.Redirect(to + Next(await PutAsync(context, box, ballot, choices, ct), code => tickets.Write(id, person, code)));
    }

    // Nearly always a participant stands for them as they are now, and nothing else needs to be asked.
    private static async Task<CastResult> PutAsync(HttpContext context, BallotBox box, Ballot ballot, string choices, CancellationToken ct) =>
        await box.CastForAsync(ballot, context.User.Id(), choices, ct)
        ?? await box.CastAsync(ballot, await context.RequestServices.GetRequiredService<Participants>().ForAsync(context.User.Id(), ct), choices, ct);

    private static string Next(CastResult cast, Func<string, string> seal) => cast.Outcome switch
    {
        CastOutcome.Accepted => $"/receipt?code={Uri.EscapeDataString(seal(cast.Receipt!))}",
        CastOutcome.Closed => "/results?late=True",
        CastOutcome.NotEntitled => "/eligibility",
        _ => "", // the ballot changed since the form was filled in: look again
    };

    // The form, once its token is right; what is no form, or one that cannot be read, is none.
    private static async Task<IFormCollection?> FormAsync(HttpContext context, IAntiforgery antiforgery)
    {
        if (!context.Request.HasFormContentType) return null;
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            return await antiforgery.IsRequestValidAsync(context) ? form : null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
