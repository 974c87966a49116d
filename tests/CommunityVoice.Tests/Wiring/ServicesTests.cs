using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityVoice.Tests.Wiring;

/// <summary>What pages ask for is there, so that a forgotten line of wiring is found before a visitor finds it.</summary>
public sealed class ServicesTests : SiteTest
{
    [Fact]
    public void Every_page_can_be_made()
    {
        var known = Site.Services.GetRequiredService<IServiceProviderIsService>();

        Assert.Empty(
            from page in typeof(Program).Assembly.GetTypes()
            where page.IsSubclassOf(typeof(PageModel))
            from asked in page.GetConstructors().Single().GetParameters()
            where !known.IsService(asked.ParameterType)
            select $"{page.FullName} asks for {asked.ParameterType.Name}");
    }
}
