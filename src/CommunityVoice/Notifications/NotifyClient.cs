using System.Net;
using System.Net.Http.Headers;

namespace CommunityVoice.Notifications;

/// <summary>Asks GOV.UK Notify, or a service shaped like it, to send something.</summary>
internal sealed class NotifyClient(TimeProvider clock) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(30) };

    public async Task PostAsync(NotifyOptions notify, string path, byte[] json, CancellationToken ct)
    {
        var key = NotifyKey.Read(notify.Key) ?? throw new InvalidOperationException("The key of the service is no key.");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(notify.Address!, path));
        request.Content = new ByteArrayContent(json);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key.TokenAt(clock.GetUtcNow()));
        using var answer = await http.SendAsync(request, ct);
        if (answer.StatusCode == HttpStatusCode.Created) return;
        // What it says may quote an address, so only the number goes on.
        var told = $"The service answered {(int)answer.StatusCode}.";
        if (answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Forbidden) throw new LetterRefusedException(told);
        throw new HttpRequestException(told, null, answer.StatusCode);
    }

    public void Dispose() => http.Dispose();
}
