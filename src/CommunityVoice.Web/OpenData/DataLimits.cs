using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.OpenData;

/// <summary>
/// How often one network address may ask for open data. The limiter belongs to the container and ends with it: the one that the framework's own middleware
/// makes is never disposed, and its timer would keep every site that a test starts alive.
/// </summary>
public sealed class DataLimits(IOptions<OpenDataOptions> options) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.RequestsPerMinute, Window = Window }));

    /// <summary>Goes on, or answers that it was too much at once.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        using var lease = limiter.AttemptAcquire(context);
        if (lease.IsAcquired)
        {
            await next(context);
            return;
        }
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await DataAnswers.ProblemAsync(context, StatusCodes.Status429TooManyRequests, "Too many at once", "Wait as long as Retry-After says. Whole lists are one CSV file each.");
    }

    public void Dispose() => limiter.Dispose();
}

public static class DataLimitsPipeline
{
    /// <summary>Counts what asks for open data; pages are not counted.</summary>
    public static void UseDataLimits(this IApplicationBuilder app) => app.Use((context, next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>() is null ? next(context) : context.RequestServices.GetRequiredService<DataLimits>().PassAsync(context, next));
}
