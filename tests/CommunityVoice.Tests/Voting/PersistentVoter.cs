using System.Net.Sockets;
using System.Text.RegularExpressions;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Voting;

/// <summary>Somebody who changes their choices over HTTP again and again, and writes down every receipt they were given.</summary>
internal sealed partial class PersistentVoter(VoteTickets tickets, Ballot ballot, Guid person, CookieJar cookies)
{
    private int said;
    private volatile IReadOnlyList<(string Receipt, string Choices)> acknowledged = [];

    public IReadOnlyList<(string Receipt, string Choices)> Acknowledged => acknowledged;

    public static async Task<PersistentVoter> MakeAsync(Site site, Ballot ballot, Guid person)
    {
        var cookies = new CookieJar(site.Clock);
        var (name, value) = await site.SessionAsync(person, secondFactor: false);
        cookies.Put(name, value);
        return new(site.Services.GetRequiredService<VoteTickets>(), ballot, person, cookies);
    }

    /// <summary>Votes until nobody answers any more.</summary>
    public async Task VoteUntilItDiesAsync(HttpClient http)
    {
        try
        {
            using var form = await SendAsync(http, HttpMethod.Get, $"/ballots/{ballot.Id}/check?choices={Ticket(Next())}", null);
            Assert.Equal(HttpStatusCode.OK, form.StatusCode);
            var token = Token().Match(await form.Content.ReadAsStringAsync()).Groups["token"].Value;
            while (true) await VoteAsync(http, token, Next());
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException)
        {
            // The process was killed, as it should be.
        }
    }

    private async Task VoteAsync(HttpClient http, string token, string choices)
    {
        using var fields = new FormUrlEncodedContent([new("Choices", Ticket(choices)), new("__RequestVerificationToken", token)]);
        using var answer = await SendAsync(http, HttpMethod.Post, $"/ballots/{ballot.Id}/check", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var code = Code().Match($"{answer.Headers.Location}");
        Assert.True(code.Success, $"{answer.Headers.Location} holds no receipt.");
        acknowledged = [.. acknowledged, (tickets.Read(ballot.Id, person, code.Groups["code"].Value)!, choices)];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Cookie", cookies.Header);
        request.Headers.Add("X-Forwarded-Proto", "https"); // as a proxy before the site says, since cookies are locked to https
        var answer = await http.SendAsync(request);
        cookies.Take(answer);
        return answer;
    }

    private string Ticket(string choices) => tickets.Write(ballot.Id, person, choices);

    // Never twice the same, so that each is a vote of its own.
    private string Next() => DotsText.Write([new(ballot.Priorities[said % 2].Id, 1 + said++ / 2 % 3), new(ballot.Priorities[2].Id, 1)]);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("[?&]code=(?<code>[^&]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code();
}
