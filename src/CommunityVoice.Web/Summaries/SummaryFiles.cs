using CommunityVoice.Web.OpenData;
using CommunityVoice.Web.Pages.Summaries;

namespace CommunityVoice.Web.Summaries;

/// <summary>A published summary as a Word file, for whoever wants to read, mark or print it elsewhere.</summary>
public static class SummaryFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapSummaryFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/summaries/{slug}.docx", WriteAsync).AllowAnonymous().RequireRateLimiting(DataRoutes.RateLimit);

    private static async Task<IResult> WriteAsync(string slug, SummaryReadings readings, WordFile word, CancellationToken ct) =>
        await readings.FindAsync(slug, null, ct) is { } reading ? Results.File(word.Of(reading), Word, $"{slug}-v{reading.Version.Number}.docx") : Results.NotFound();
}
