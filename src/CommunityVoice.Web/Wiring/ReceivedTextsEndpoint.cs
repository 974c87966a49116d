using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>
/// Where a text service hands on what people answer (rule R-H6), as GOV.UK Notify does: the bearer token of the settings, and JSON with a
/// <c>source_number</c> and a <c>message</c>. STOP ends texts to that number. Nothing else is kept, and every answer is 200, so that nobody sends it again.
/// </summary>
public static class ReceivedTextsEndpoint
{
    private const int MostBytes = 64 * 1024;
    private const string Stop = "STOP";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapReceivedTexts(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/sms/received", TakeAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(MostBytes)).ExcludeFromDescription();

    private static async Task<IResult> TakeAsync(HttpRequest request, IOptions<MailOptions> options, Texts texts, Phones phones, CancellationToken ct)
    {
        if (!texts.TakesAnswers) return Results.Problem("Set Sms and Mail:DeliveredToken to open this address.", statusCode: StatusCodes.Status404NotFound);
        if (!DeliveryEndpoint.Shows(request, options.Value.DeliveredToken!))
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Bearer";
            return Results.Problem("Show the token of the settings as a bearer token.", statusCode: StatusCodes.Status401Unauthorized);
        }
        if (await ReadAsync(request, ct) is { } received && IsStop(received.Words) && MobileNumbers.Read(received.From) is { } number) await phones.StopAsync(number, ct);
        return Results.Ok();
    }

    /// <summary>The first word is STOP, whatever stands round it: whoever writes "Stop!" or "stop texting me" means it.</summary>
    private static bool IsStop(string? words) =>
        string.Concat((words ?? "").SkipWhile(c => !char.IsLetter(c)).TakeWhile(char.IsLetter)).Equals(Stop, StringComparison.OrdinalIgnoreCase);

    private static async Task<Received?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Received>(request.Body, Json, ct);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Received([property: JsonPropertyName("source_number")] string? From, [property: JsonPropertyName("message")] string? Words);
}
