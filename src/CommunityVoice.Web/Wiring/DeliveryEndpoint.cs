using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CommunityVoice.Notifications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>
/// Where a mail service tells what became of letters (rule R-H3): a bearer token from the settings, and JSON with the letter's id as <c>reference</c> and a
/// <c>status</c>, as GOV.UK Notify sends them. It answers 204 however often it is told the same.
/// </summary>
public static class DeliveryEndpoint
{
    private const int MostBytes = 64 * 1024;
    private const string Scheme = "Bearer ";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapDelivered(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/mail/delivered", TakeAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(MostBytes)).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpRequest request, IOptions<MailOptions> options, Deliveries deliveries, CancellationToken ct)
    {
        if (options.Value.DeliveredToken is not { Length: > 0 } token) return Problem(StatusCodes.Status404NotFound, "Set Mail:DeliveredToken to open this address.");
        if (!Shows(request, token))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return Problem(StatusCodes.Status401Unauthorized, "Show the token of the settings as a bearer token.");
        }
        if (await ReadAsync(request, ct) is not { } told || IdOf(told.Reference) is not { } letter || StateOf(told.Status) is not { } state)
            return Problem(StatusCodes.Status400BadRequest, "Send JSON with the letter's id as reference, and as status one of delivered, temporary-failure, permanent-failure or technical-failure.");
        return await deliveries.TellAsync(letter, state, ct) ? Results.NoContent() : Problem(StatusCodes.Status404NotFound, "This site wrote no such letter.");
    }

    // The same time for every wrong token, however much of it is right.
    internal static bool Shows(HttpRequest request, string token)
    {
        var shown = request.Headers.Authorization.ToString();
        return shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown[Scheme.Length..].Trim())), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
    }

    private static async Task<Notice?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Notice>(request.Body, Json, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The id alone, or a Message-ID that begins with it.</summary>
    private static Guid? IdOf(string? reference) => Guid.TryParse((reference ?? "").Trim().TrimStart('<').Split('@')[0], out var id) ? id : null;

    private static DeliveryState? StateOf(string? status) => status switch
    {
        "delivered" => DeliveryState.Delivered,
        "temporary-failure" => DeliveryState.TemporaryFailure,
        "permanent-failure" => DeliveryState.PermanentFailure,
        "technical-failure" => DeliveryState.TechnicalFailure,
        _ => null,
    };

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status);

    private sealed record Notice(string? Reference, string? Status);
}
