using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CommunityVoice.Web.OpenData;

namespace CommunityVoice.Web.Wiring;

/// <summary>What open data is made of.</summary>
public static class OpenDataSetup
{
    public static void AddOpenData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OpenDataOptions>().Bind(configuration.GetSection("OpenData")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DataAbouts>().AddSingleton<OpenDataAddresses>().AddSingleton<LinkedData>().AddSingleton<DataLimits>();
        services.AddScoped<DataAnswers>().AddScoped<PlaceFiles>().AddScoped<ConsultationFiles>().AddScoped<ReportFiles>().AddScoped<ViewFiles>().AddScoped<GuideFiles>().AddScoped<GrantFiles>().AddScoped<DirectoryFiles>().AddScoped<SubmissionPack>().AddScoped<DataPackage>().AddScoped<ApiDescription>();
        services.AddOpenApi(ApiDescription.Name, ApiDescription.Configure);
        services.ConfigureHttpJsonOptions(json =>
        {
            // Numbers are numbers, also in the description; letters of every language stand as they are.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        });
    }
}
