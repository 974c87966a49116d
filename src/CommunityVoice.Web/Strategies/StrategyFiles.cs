using CommunityVoice.Web.OpenData;

namespace CommunityVoice.Web.Strategies;

/// <summary>A published version of a strategy as a Word file, for whoever wants to read, mark or print it elsewhere.</summary>
public static class StrategyFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapStrategyFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/strategies/{slug}.docx", (string slug, StrategyReadings readings, StrategyWordFile word, CancellationToken ct) => AnswerAsync(slug, null, readings, word, ct)).AllowAnonymous().RequireRateLimiting(DataRoutes.RateLimit);
        routes.MapGet("/strategies/{slug}/v{number:int}.docx", (string slug, int number, StrategyReadings readings, StrategyWordFile word, CancellationToken ct) => AnswerAsync(slug, number, readings, word, ct)).AllowAnonymous().RequireRateLimiting(DataRoutes.RateLimit);
    }

    private static async Task<IResult> AnswerAsync(string slug, int? number, StrategyReadings readings, StrategyWordFile word, CancellationToken ct) =>
        await readings.FindAsync(slug, number, ct) is { } reading ? Results.File(word.Of(reading), Word, $"{slug}-v{reading.Version.Number}.docx") : Results.NotFound();
}
