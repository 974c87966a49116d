using System.Net;
using System.Net.Sockets;

namespace CommunityVoice.Webhooks;

/// <summary>Opens connections to public addresses alone. What a name stands for is looked up and checked when connecting, so that it cannot change in between.</summary>
public static class GuardedHandler
{
    /// <summary>Follows no redirects, keeps no cookies, and goes round no proxy, which would look names up by itself.</summary>
    public static SocketsHttpHandler Make(Func<string, CancellationToken, Task<IPAddress[]>> resolve) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = async (context, ct) => await ConnectAsync(context.DnsEndPoint, resolve, ct),
    };

    private static async Task<Stream> ConnectAsync(DnsEndPoint to, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken ct)
    {
        var found = await resolve(to.Host, ct);
        if (found.Length == 0 || !Array.TrueForAll(found, PublicAddresses.Has)) throw new InternalAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, to.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The name of a host stands for an address that is not public.</summary>
public sealed class InternalAddressException() : Exception("The host has no public address.");
