using CommunityVoice.Web.AnnualReports;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.Decisions;
using CommunityVoice.Web.Feeds;
using CommunityVoice.Web.OpenData;
using CommunityVoice.Web.Recommendations;
using CommunityVoice.Web.Reviews;
using CommunityVoice.Web.Sitemaps;
using CommunityVoice.Web.Strategies;
using CommunityVoice.Web.Summaries;
using CommunityVoice.Web.Themes;
using CommunityVoice.Web.Voting;
using Microsoft.AspNetCore.HttpOverrides;

namespace CommunityVoice.Web.Wiring;

/// <summary>What every request passes, in order.</summary>
public static class Pipeline
{
    public static void UseCommunityVoice(this WebApplication app)
    {
        app.UseKeptPages();
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", StatusCodeSelector = e => e.IsSomebodyElses() ? StatusCodes.Status409Conflict : StatusCodes.Status500InternalServerError });
        // Within the handler, which clears what was set before it, so that its page carries them too.
        app.UseSecurityHeaders();
        app.UseRequestLog();
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseMovedAddresses();
        app.UseRouting();
        app.UseOpenDataHeaders();
        app.UseRobots();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseDataLimits();
        app.UsePageKeeping();
        app.MapStaticAssets();
        app.MapHealth();
        app.MapBallotRecords();
        app.MapFeeds();
        app.MapSitemap();
        app.MapBudgetFiles();
        app.MapStrategyFiles();
        app.MapFitnessFile();
        app.MapEscalationBundles();
        app.MapOpenData();
        app.MapSubmissions();
        app.MapThemeFiles();
        app.MapChangesFile();
        app.MapSummaryFiles();
        app.MapAnnualFiles();
        app.MapConfirming();
        app.MapDelivered();
        app.MapReceivedTexts();
        app.MapRazorPages().WithStaticAssets();
    }
}
