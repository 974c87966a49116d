using System.Globalization;
using System.Net.Sockets;

namespace CommunityVoice.Tests.Wiring;

/// <summary>Takes one request and answers with one status.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public Listener(int status)
    {
        listener.Start();
        Received = TakeAsync(status);
    }

    public Task<(string Line, Dictionary<string, string> Headers, string Body)> Received { get; }
    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await Received.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task<(string Line, Dictionary<string, string> Headers, string Body)> TakeAsync(int status)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var bytes = new List<byte>();
        var one = new byte[1];
        while (!Encoding.Latin1.GetString([.. bytes]).EndsWith("\r\n\r\n", StringComparison.Ordinal) && await stream.ReadAsync(one) == 1) bytes.Add(one[0]);
        var lines = Encoding.Latin1.GetString([.. bytes]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(h => h[0].ToLowerInvariant(), h => h[1], StringComparer.Ordinal);
        var body = new byte[int.Parse(headers["content-length"], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status} Told\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"));
        return (lines[0], headers, Encoding.UTF8.GetString(body));
    }
}
