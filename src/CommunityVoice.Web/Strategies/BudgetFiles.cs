using System.Text;
using CommunityVoice.Data;
using CommunityVoice.Strategies;
using CommunityVoice.Web.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Strategies;

/// <summary>The budget lines of a strategy's newest published version as a file for anybody.</summary>
public static class BudgetFiles
{
    public static void MapBudgetFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/strategies/{slug}/money.csv", WriteAsync).AsOpenData();

    /// <summary>The file as an answer; without a byte order mark, which tools that read packages do not expect.</summary>
    public static IResult Answer(StrategyVersion version) => Results.File(
        Encoding.UTF8.GetBytes(BudgetCsv.Write(version)), "text/csv; charset=utf-8", $"{version.Strategy.Slug}-v{version.Number}-money.csv");

    private static async Task<IResult> WriteAsync(string slug, CommunityVoiceDb db, CancellationToken ct) =>
        await db.StrategyVersions.Newest().Whole().SingleOrDefaultAsync(v => v.Strategy.Slug == slug, ct) is { } version ? Answer(version) : Results.NotFound();
}
