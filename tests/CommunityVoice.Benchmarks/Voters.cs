using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CommunityVoice.People;
using CommunityVoice.Web.Voting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Benchmarks;

/// <summary>One signed-in voter with a session cookie and an antiforgery token of their own, and the forms that they send by turns.</summary>
internal sealed record Voter(string Cookies, IReadOnlyList<string> Forms)
{
    /// <summary>Signs them in by the site's own parts, and takes the token from the page that asks to confirm.</summary>
    public static async Task<Voter> MakeAsync(RunningSite site, Guid person, long ballot, IEnumerable<string> choices)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var principal = await services.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync((await services.GetRequiredService<UserManager<Person>>().FindByIdAsync($"{person}"))!);
        var cookie = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = TimeProvider.System.GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) }, IdentityConstants.ApplicationScheme);
        var session = $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
        var tickets = choices.Select(c => services.GetRequiredService<VoteTickets>().Write(ballot, person, c)).ToList();

        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, $"/ballots/{ballot}/check?choices={tickets[0]}"));
        request.Headers.Add("Cookie", session);
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var page = await client.SendAsync(request);
        page.EnsureSuccessStatusCode();
        var token = Regex.Match(await page.Content.ReadAsStringAsync(), "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        var antiforgery = page.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]);
        return new(string.Join("; ", [session, .. antiforgery]), tickets.ConvertAll(t => $"Choices={t}&__RequestVerificationToken={Uri.EscapeDataString(token)}"));
    }
}

/// <summary>Voters who send their forms again and again, a connection each, as cheaply as a client can: bounded in count and time, loopback only.</summary>
internal static class Voters
{
    /// <summary>Sends so many forms in all; answers how many a second. Each answer must lead where it should.</summary>
    public static async Task<double> RateAsync(Uri address, IReadOnlyList<Voter> voters, string leadsTo, int count)
    {
        if (!address.IsLoopback) throw new ArgumentException("Benchmarks ask this machine only.", nameof(address));
        var (watch, left) = (Stopwatch.StartNew(), new Left(count));
        await Task.WhenAll(voters.Select(v => Task.Run(() => SendAsync(address, v, leadsTo, left))));
        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task SendAsync(Uri address, Voter voter, string leadsTo, Left left)
    {
        var requests = voter.Forms.Select(form => Encoding.ASCII.GetBytes(
            $"POST {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nX-Forwarded-Proto: https\r\nCookie: {voter.Cookies}\r\n" +
            $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n\r\n{form}")).ToList();
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        var (buffer, expected) = (new byte[64 * 1024], Encoding.ASCII.GetBytes(leadsTo));
        for (var n = Random.Shared.Next(requests.Count); left.TakeOne(); n++)
        {
            await socket.SendAsync(requests[n % requests.Count]);
            var read = 0;
            do
            {
                var got = await socket.ReceiveAsync(buffer.AsMemory(read));
                if (got == 0) throw new InvalidOperationException("The server hung up.");
                read += got;
            }
            while (!buffer.AsSpan(0, read).EndsWith("\r\n\r\n"u8));
            if (!buffer.AsSpan(0, read).StartsWith("HTTP/1.1 302"u8) || buffer.AsSpan(0, read).IndexOf(expected) < 0)
                throw new InvalidOperationException(Encoding.ASCII.GetString(buffer, 0, Math.Min(read, 600)));
        }
    }

    private sealed class Left(int count)
    {
        private int left = count;

        public bool TakeOne() => Interlocked.Decrement(ref left) >= 0;
    }
}
