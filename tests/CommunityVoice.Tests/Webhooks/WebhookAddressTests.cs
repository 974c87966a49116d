using CommunityVoice.Webhooks;

namespace CommunityVoice.Tests.Webhooks;

/// <summary>Which addresses can be webhooks, which network addresses are called, and what the parts of a message are.</summary>
public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:192.168.1.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public void Addresses_of_this_machine_of_networks_within_and_of_many_are_refused(string address) => Assert.False(PublicAddresses.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.128.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("2606:4700:4700::1111")]
    public void Others_are_called(string address) => Assert.True(PublicAddresses.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("hooks.example.org/news")]
    [InlineData("/news")]
    [InlineData("http://hooks.example.org/news")]
    [InlineData("ftp://hooks.example.org/news")]
    [InlineData("https://hooks.example.org:8443/news")]
    [InlineData("https://sam:secret@hooks.example.org/news")]
    [InlineData("https://hooks.example.org/news#here")]
    [InlineData("https://127.0.0.1/news")]
    [InlineData("https://2130706433/news")]
    [InlineData("https://[::1]/news")]
    public void What_is_no_plain_https_address_of_a_named_host_is_refused(string? text) => Assert.Null(WebhookAddress.Read(text));

    [Fact]
    public void Only_hosts_that_are_named_in_full_are_allowed()
    {
        var options = new WebhookOptions { AllowedHosts = { "hooks.example.org" } };

        Assert.True(options.IsRight);
        Assert.True(options.Allows(WebhookAddress.Read("https://HOOKS.example.org/news?list=1")!));
        foreach (var other in new[] { "https://example.org/", "https://hooks.example.org.evil.example/", "https://a.hooks.example.org/" }) Assert.False(options.Allows(WebhookAddress.Read(other)!));
        foreach (var wrong in new[] { "localhost", "127.0.0.1", "https://hooks.example.org", "" }) Assert.False(new WebhookOptions { AllowedHosts = { wrong } }.IsRight);
    }

    [Fact]
    public void Calls_follow_no_redirect_and_go_round_no_proxy()
    {
        using var handler = GuardedHandler.Make(Dns.GetHostAddressesAsync);

        Assert.False(handler.AllowAutoRedirect || handler.UseProxy || handler.UseCookies);
        Assert.NotNull(handler.ConnectCallback);
    }

    [Theory]
    [InlineData("/consultations/safer-crossings", "/consultations/safer-crossings.json")]
    [InlineData("/consultations/safer-crossings/decision", "/consultations/safer-crossings.json")]
    [InlineData("/consultations/safer-crossings#meeting-2", "/consultations/safer-crossings.json")]
    [InlineData("/summaries/safer-crossings/v2", "/summaries/safer-crossings.json")]
    [InlineData("/recommendations/7", "/recommendations/7.json")]
    [InlineData("/recommendations/escalations/7", null)]
    [InlineData("/ballots/3/results", "/ballots/3/results.json")]
    [InlineData("/ballots/3", null)]
    [InlineData("/open-data", null)]
    public void The_file_is_that_of_the_thing_on_whose_page_it_is_read(string path, string? data) => Assert.Equal(data, WebhookMessage.DataOf(path));

    [Theory]
    [InlineData("consultation-12-open", "consultation.open")]
    [InlineData("consultation-12-change-3", "consultation.change")]
    [InlineData("recommendation-3-overdue-2026-05-01", "recommendation.overdue")]
    [InlineData("summary-4", "summary")]
    public void The_type_is_the_key_without_its_numbers(string key, string type) => Assert.Equal(type, WebhookMessage.TypeOf(key));
}
