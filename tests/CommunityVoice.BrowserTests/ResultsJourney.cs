namespace CommunityVoice.BrowserTests;

/// <summary>Somebody reads what came of every vote of the invented place, cuts the results, and looks at the public record.</summary>
public sealed class ResultsJourney(Chromium chromium) : JourneyTest(chromium)
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task Anybody_reads_the_results_of_every_method(int width, bool javaScript)
    {
        var reader = await OpenAsync(javaScript ? "results" : "results-plain", new(width, javaScript, false));
        await reader.GoToAsync("/consultations/getting-to-see-someone");
        var results = await reader.Page.Locator("a[href$='/results']").EvaluateAllAsync<string[]>("links => [...new Set(links.map(l => l.getAttribute('href')))]");
        Assert.Equal(6, results.Length);

        foreach (var (number, address) in results.Index())
        {
            await reader.GoToAsync(address);
            await reader.SeesAsync("How this is counted");
            await reader.SeesAsync("Check it yourself");
            if (number > 0) continue;
            foreach (var (cut, seen) in new[] { ("By voice", "How we protect small numbers"), ("By neighbourhood", "How we protect small numbers"), ("Reweighted to who lives here", "How like those who live here were they?") })
            {
                await reader.FollowAsync(cut);
                await reader.SeesAsync(seen);
            }
            await reader.FollowAsync("public record");
            await reader.SeesAsync("entries, without names");
        }
        await reader.GoToAsync("/consultations/getting-to-see-someone");
        await reader.FollowAsync("See what people agree on");
        await reader.SeesAsync("Common ground");
        await reader.SeesAsync("The map of opinions");
    }
}
