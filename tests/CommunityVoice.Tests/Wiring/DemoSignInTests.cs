using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Hosting;

namespace CommunityVoice.Tests.Wiring;

/// <summary>The demo's sign-in buttons are for whoever develops the site; a place that holds the demo by mistake must not have them.</summary>
public sealed class DemoSignInTests
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task No_button_signs_anybody_in_outside_Development(string environment)
    {
        var site = new DemoSite();
        await site.InitializeAsync();
        using var certificate = new CertificateFile();
        await using var live = site.WithWebHostBuilder(host => host.UseEnvironment(environment).UseSetting(KeyProtection.CertificatePath, certificate.Path));
        using var http = live.CreateClient(new() { BaseAddress = new Uri("https://localhost") });

        foreach (var role in DemoSite.Roles.Keys)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync($"/demo/sign-in/{role}")).StatusCode);
            using var nothing = new FormUrlEncodedContent([]);
            Assert.False((await http.PostAsync($"/demo/sign-in/{role}", nothing)).Headers.Contains("Set-Cookie"));
        }
        await ((IAsyncLifetime)site).DisposeAsync();
    }
}
