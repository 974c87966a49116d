using System.Security.Cryptography;
using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace CommunityVoice.Web.OpenData;

/// <summary>Files with columns or an address of their own, beside those of <see cref="DataRoutes"/>.</summary>
public static class OpenFiles
{
    /// <summary>Gives a file what all open data has: whoever asks is counted, any site may read it, it names its licence, and it is sent again only when it has changed.</summary>
    public static RouteHandlerBuilder AsOpenData(this RouteHandlerBuilder endpoint) =>
        endpoint.AllowAnonymous().WithMetadata(new ReadableFromAnywhere()).RequireRateLimiting(DataRoutes.RateLimit).AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            if (answer is not FileContentHttpResult file) return answer;
            context.HttpContext.RequestServices.GetRequiredService<DataAnswers>().NameLicence(context.HttpContext);
            context.HttpContext.Response.Headers.CacheControl = "private, no-cache";
            return Results.Bytes(file.FileContents, file.ContentType, file.FileDownloadName, entityTag: TagOf(file.FileContents.Span));
        });

    // The same bytes are the same file.
    private static EntityTagHeaderValue TagOf(ReadOnlySpan<byte> file) => new($"\"{Convert.ToHexStringLower(SHA256.HashData(file).AsSpan(0, 16))}\"");
}
