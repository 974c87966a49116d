using CommunityVoice.Web.Wiring;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommunityVoice.Web.OpenData;

/// <summary>Files with columns or an address of their own, beside those of <see cref="DataRoutes"/>.</summary>
public static class OpenFiles
{
    /// <summary>Gives a file what all open data has: whoever asks is counted, any site may read it, and it names its licence.</summary>
    public static RouteHandlerBuilder AsOpenData(this RouteHandlerBuilder endpoint) =>
        endpoint.AllowAnonymous().WithMetadata(new ReadableFromAnywhere()).RequireRateLimiting(DataRoutes.RateLimit).AddEndpointFilter(async (context, next) =>
        {
            var answer = await next(context);
            if (answer is FileContentHttpResult) context.HttpContext.RequestServices.GetRequiredService<DataAnswers>().NameLicence(context.HttpContext);
            return answer;
        });
}
