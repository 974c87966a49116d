using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Notifications;

/// <summary>
/// Sends by the HTTP interface of GOV.UK Notify, or of a service shaped like it. Its template holds ((subject)) and ((body)) and nothing else. The
/// reference is the letter's id, so that what it tells at <c>/mail/delivered</c> finds the letter.
/// </summary>
public sealed class NotifyMailer(IOptions<MailOptions> options, TimeProvider clock) : IMailer, IDisposable
{
    /// <summary>The most that such a service takes in one request.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private readonly NotifyClient client = new(clock);

    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        var notify = options.Value.Notify;
        var body = JsonSerializer.SerializeToUtf8Bytes(Message.Of(letter, notify));
        if (body.Length > MostBytes) throw new LetterRefusedException("It is longer than 2 MB.");
        await client.PostAsync(notify, "v2/notifications/email", body, ct);
    }

    public void Dispose() => client.Dispose();

    private sealed record Message(
        [property: JsonPropertyName("email_address")] string To,
        [property: JsonPropertyName("template_id")] Guid Template,
        [property: JsonPropertyName("personalisation")] Words Words,
        [property: JsonPropertyName("reference")] string Reference,
        // A subject needs neither links nor marks; the body's one link is ours, and what people wrote in it was made harmless before.
        [property: JsonPropertyName("sanitise_content_for")] string[] Sanitise,
        [property: JsonPropertyName("email_reply_to_id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? ReplyTo,
        [property: JsonPropertyName("one_click_unsubscribe_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Stop)
    {
        public static Message Of(Letter letter, NotifyOptions notify) => new(
            letter.To, notify.TemplateId!.Value, new(letter.Subject, letter.Text), letter.Id.ToString(), ["subject"], notify.ReplyToId,
            letter.StopLink is { } stop && stop.StartsWith("https://", StringComparison.Ordinal) ? stop : null);
    }

    private sealed record Words([property: JsonPropertyName("subject")] string Subject, [property: JsonPropertyName("body")] string Body);
}

/// <summary>A key as the service hands it out: a name, the id of the service and a secret, with hyphens between them.</summary>
public sealed record NotifyKey(Guid Service, Guid Secret)
{
    private const int IdLength = 36;

    /// <summary>None when it is not a key.</summary>
    public static NotifyKey? Read(string? key) =>
        key is { Length: > 2 * IdLength } && key[^(IdLength + 1)] == '-'
        && Guid.TryParseExact(key[^IdLength..], "D", out var secret) && Guid.TryParseExact(key[^(2 * IdLength + 1)..^(IdLength + 1)], "D", out var service)
            ? new(service, secret) : null;

    /// <summary>The token of one request (HS256): who asks and since when; the service takes it for half a minute.</summary>
    public string TokenAt(DateTimeOffset now)
    {
        var signed = $"{Part("""{"typ":"JWT","alg":"HS256"}""")}.{Part(FormattableString.Invariant($$"""{"iss":"{{Service}}","iat":{{now.ToUnixTimeSeconds()}}}"""))}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret.ToString()), Encoding.UTF8.GetBytes(signed)))}";
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}

/// <summary>Whoever carries letters or texts will not take this one, now or later.</summary>
public sealed class LetterRefusedException(string message) : Exception(message);
