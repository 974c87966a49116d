using CommunityVoice.AnnualReports;
using CommunityVoice.Areas;
using CommunityVoice.News;
using CommunityVoice.Sharing;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Background;
using CommunityVoice.Web.Feeds;
using CommunityVoice.Web.Pages.Manage.AnnualReports;
using CommunityVoice.Web.Pages.Manage.Sharing;
using CommunityVoice.Web.Pages.Manage.Summaries;
using CommunityVoice.Web.Pages.Summaries;
using CommunityVoice.Web.Summaries;

namespace CommunityVoice.Web.Wiring;

/// <summary>Summaries and annual reports, their editors' pages, and the overview of an area.</summary>
public static class SummariesSetup
{
    public static void AddSummaries(this IServiceCollection services)
    {
        services.AddScoped<SummaryDrafts>().AddScoped<SummaryWriters>();
        services.AddScoped<Figures>();
        services.AddScoped<AreaOverviews>().AddScoped<AreaTallies>().AddScoped<AreaComparisons>().AddScoped<HeardComments>();
        services.AddHostedService<AreaTallyLoop>();
        services.AddScoped<SharedViews>().AddScoped<SharingDesk>().AddScoped<SharingLetters>().AddScoped<SharingReminders>().AddScoped<AgreementAtHand>();
        services.AddScoped<PlaceNews>();
        services.AddScoped<FeedWriter>();
        services.AddScoped<ThreadFeed>();
        services.AddScoped<DraftAtHand>();
        services.AddScoped<EvidencePicker>();
        services.AddScoped<SignOffs>();
        services.AddScoped<SummaryAuthoring>();
        services.AddScoped<FactChecks>();
        services.AddScoped<Variants>();
        services.AddScoped<SummaryReadings>();
        services.AddScoped<WordFile>();
        services.AddScoped<AnnualFigures>().AddScoped<AnnualOutcomes>().AddScoped<AnnualReportDesk>().AddScoped<ReportAtHand>();
    }
}
