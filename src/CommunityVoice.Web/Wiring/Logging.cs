using System.Diagnostics;

namespace CommunityVoice.Web.Wiring;

/// <summary>Structured logs on the console, one line a request, with its id and never with personal data: no query, no address, no body.</summary>
public static partial class Logging
{
    /// <summary>Names the request, in the answer as in the log and on the error page.</summary>
    public const string RequestIdHeader = "X-Request-Id";

    public static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders();
        if (builder.Environment.IsDevelopment()) builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        else builder.Logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        // What fails in the database is thrown, and is logged or told where it is caught.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
    }

    /// <summary>Logs the route's pattern, not the path, which may hold a token.</summary>
    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("CommunityVoice.Requests");
        app.Use((context, next) =>
        {
            context.Response.Headers[RequestIdHeader] = context.TraceIdentifier;
            return logger.IsEnabled(LogLevel.Debug) ? LogAsync(logger, context, next) : next(context);
        });
    }

    private static async Task LogAsync(ILogger logger, HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        await next(context);
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        Answered(logger, context.Request.Method, route, context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds, context.TraceIdentifier);
    }

    [LoggerMessage(LogLevel.Debug, "{Method} {Route} {Status} in {Milliseconds:0.0} ms, request {RequestId}")]
    private static partial void Answered(ILogger logger, string method, string route, int status, double milliseconds, string requestId);
}
