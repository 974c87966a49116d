using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Notifications;

/// <summary>
/// Sends texts by the HTTP interface of GOV.UK Notify, or of a service shaped like it. Its template holds ((body)) and nothing else. The reference is the
/// text's id, the same at every try.
/// </summary>
public sealed class NotifySms(IOptions<SmsOptions> options, TimeProvider clock) : ISms, IDisposable
{
    private readonly NotifyClient client = new(clock);

    public Task SendAsync(TextMessage text, CancellationToken ct)
    {
        var notify = options.Value.Notify;
        return client.PostAsync(notify, "v2/notifications/sms", JsonSerializer.SerializeToUtf8Bytes(Message.Of(text, notify)), ct);
    }

    public void Dispose() => client.Dispose();

    private sealed record Message(
        [property: JsonPropertyName("phone_number")] string To,
        [property: JsonPropertyName("template_id")] Guid Template,
        [property: JsonPropertyName("personalisation")] Words Words,
        [property: JsonPropertyName("reference")] string Reference)
    {
        public static Message Of(TextMessage text, NotifyOptions notify) => new(text.To, notify.TemplateId!.Value, new(text.Text), text.Id.ToString());
    }

    private sealed record Words([property: JsonPropertyName("body")] string Body);
}
