using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CommunityVoice.Benchmarks;

/// <summary>Some connections that ask for one page again and again, as cheaply as a client can: bounded in count and time, loopback only.</summary>
internal static class Readers
{
    private const int Connections = 16;

    /// <summary>Answers a second over the stretch of time.</summary>
    public static async Task<double> RateAsync(Uri page, TimeSpan time)
    {
        if (!page.IsLoopback) throw new ArgumentException("Benchmarks ask this machine only.", nameof(page));
        var request = Encoding.ASCII.GetBytes($"GET {page.PathAndQuery} HTTP/1.1\r\nHost: {page.Authority}\r\nAccept-Encoding: br\r\n\r\n");
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => ReadAsync(page, request, watch, time))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<int> ReadAsync(Uri page, byte[] request, Stopwatch watch, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, page.Port);
        var buffer = new byte[256 * 1024];
        var count = 0;
        while (watch.Elapsed < time)
        {
            await socket.SendAsync(request);
            var (read, end) = (0, int.MaxValue);
            while (read < end)
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(read));
                if (got == 0) throw new InvalidOperationException("The server hung up.");
                read += got;
                if (end == int.MaxValue) end = EndOf(buffer.AsSpan(0, read));
            }
            count++;
        }
        return count;
    }

    /// <summary>Where the answer ends, once its head is whole.</summary>
    private static int EndOf(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return int.MaxValue;
        var text = Encoding.ASCII.GetString(answer[..head]);
        if (!text.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException(text.Split('\r')[0]);
        var length = text.Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return head + 4 + int.Parse(length[15..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
