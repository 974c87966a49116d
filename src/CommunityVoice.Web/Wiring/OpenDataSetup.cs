using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using System.Threading.RateLimiting;
using CommunityVoice.Web.OpenData;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>What open data is made of.</summary>
public static class OpenDataSetup
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddOpenData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OpenDataOptions>().Bind(configuration.GetSection("OpenData")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DataAbouts>().AddSingleton<OpenDataAddresses>().AddSingleton<LinkedData>();
        services.AddScoped<DataAnswers>().AddScoped<PlaceFiles>().AddScoped<ConsultationFiles>().AddScoped<ReportFiles>().AddScoped<SubmissionPack>().AddScoped<DataPackage>().AddScoped<ApiDescription>();
        services.AddOpenApi(ApiDescription.Name, ApiDescription.Configure);
        services.ConfigureHttpJsonOptions(json =>
        {
            // Numbers are numbers, also in the description; letters of every language stand as they are.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
        services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(DataRoutes.RateLimit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = context.RequestServices.GetRequiredService<IOptions<OpenDataOptions>>().Value.RequestsPerMinute, Window = Window }));
            limits.OnRejected = async (rejected, _) =>
            {
                var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                await DataAnswers.ProblemAsync(rejected.HttpContext, StatusCodes.Status429TooManyRequests, "Too many at once", "Wait as long as Retry-After says. Whole lists are one CSV file each.");
            };
        });
    }
}
