using CommunityVoice.Areas;
using CommunityVoice.Data;
using CommunityVoice.Web.Caching;

namespace CommunityVoice.Web.OpenData;

/// <summary>The pack that a place hands in, at an address of its own; kept and limited as other files are.</summary>
public static class SubmissionEndpoint
{
    public static void MapSubmissions(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/areas/{slug}/submission.zip", WriteAsync).AllowAnonymous().WithMetadata(new KeptLikeAPage()).RequireRateLimiting(DataRoutes.RateLimit).ExcludeFromDescription();

    private static async Task WriteAsync(string slug, HttpContext context, AreaOverviews overviews, SubmissionPack pack, DataAnswers answers, CancellationToken ct)
    {
        if (await overviews.OfAsync(slug, ct) is not { } overview)
        {
            await Results.NotFound().ExecuteAsync(context);
            return;
        }
        answers.Keep(context, [PageTag.Area(overview.Area.Id), PageTag.Lists], null);
        context.Response.ContentType = "application/zip";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{slug}-submission.zip\"";
        // Archives are finished with writes that a response takes only all at once.
        using var archive = new MemoryStream();
        await pack.WriteAsync(overview, archive, ct);
        archive.Position = 0;
        await archive.CopyToAsync(context.Response.Body, ct);
    }
}
