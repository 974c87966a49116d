using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Webhooks;

/// <summary>What came of a call: the problem, where there was one, and the status that it was answered with.</summary>
public sealed record WebhookAnswer(WebhookProblem? Problem, int? Status = null);

/// <summary>Calls the addresses of webhooks: hosts that the settings name, and ten seconds at most. What is answered is not read.</summary>
public sealed class WebhookClient(HttpMessageHandler handler, IOptions<WebhookOptions> options) : IDisposable
{
    private readonly HttpClient http = new(handler) { Timeout = TimeSpan.FromSeconds(10) };

    public async Task<WebhookAnswer> SendAsync(WebhookDelivery delivery, string secret, DateTimeOffset now, CancellationToken ct)
    {
        if (WebhookAddress.Read(delivery.Webhook.Address) is not { } address || !options.Value.Allows(address)) return new(WebhookProblem.HostNotAllowed);
        try
        {
            using var request = Request(delivery, address, secret, now);
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return new(answer.IsSuccessStatusCode ? null : WebhookProblem.Refused, (int)answer.StatusCode);
        }
        catch (HttpRequestException e)
        {
            return new(e.InnerException is InternalAddressException ? WebhookProblem.InternalAddress : WebhookProblem.NoConnection);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(WebhookProblem.TooSlow);
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Request(WebhookDelivery delivery, Uri address, string secret, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(delivery.Text)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("CommunityVoice", null));
        request.Headers.Add(WebhookSignature.IdHeader, delivery.Id.ToString());
        request.Headers.Add(WebhookSignature.TimeHeader, WebhookSignature.Time(now));
        request.Headers.Add(WebhookSignature.Header, WebhookSignature.Of(secret, delivery.Text, now));
        return request;
    }
}
