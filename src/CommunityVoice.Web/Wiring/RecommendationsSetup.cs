using CommunityVoice.Recommendations;
using CommunityVoice.Web.Background;
using CommunityVoice.Web.Pages.Manage.Recommendations;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Wiring;

/// <summary>What recommendations and their answers are made of.</summary>
public static class RecommendationsSetup
{
    public static void AddRecommendations(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddOptions<RecommendationOptions>().Bind(configuration.GetSection("Recommendations")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => Clock(provider.GetRequiredService<IOptions<RecommendationOptions>>().Value, environment.ContentRootPath));
        services.AddScoped<Addressees>();
        services.AddScoped<RecommendationLetters>();
        services.AddScoped<Sending>();
        services.AddScoped<RecommendationDesk>();
        services.AddScoped<ResponseReminders>();
        services.AddScoped<RecommendationAtHand>();
        services.AddScoped<EscalationDesk>();
        services.AddScoped<EscalationBundle>();
        services.AddHostedService<ReminderLoop>();
    }

    private static WorkingDays Clock(RecommendationOptions options, string siteFolder)
    {
        var file = options.HolidaysFile is { Length: > 0 } own ? Path.GetFullPath(own, siteFolder) : Path.Combine(Paths.Content, "bank-holidays.txt");
        if (!File.Exists(file)) throw new StartProblem($"The list of public holidays {file} is not there: name another in Recommendations:HolidaysFile.");
        return new(BankHolidays.Read(Path.GetFileName(file), File.ReadAllText(file), options.AlsoClosed), options.WorkingDays);
    }
}
