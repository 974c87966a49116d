using System.Globalization;
using System.Text;
using CommunityVoice.Data;
using CommunityVoice.Themes;
using CommunityVoice.Web.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Themes;

/// <summary>An area's list of themes as a file: as it is now, or as a version left it.</summary>
public static class ThemeFiles
{
    public static void MapThemeFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/areas/{slug}/theme-list.csv", WriteAsync).AsOpenData();

    private static async Task<IResult> WriteAsync(string slug, int? version, CommunityVoiceDb db, ThemeLists lists, CancellationToken ct)
    {
        if (await db.Areas.AsNoTracking().SingleOrDefaultAsync(a => a.Slug == slug, ct) is not { } area) return Results.NotFound();
        if (version is not { } number) return File(ThemeCsv.Write(await lists.OfAsync(area.Id, ct)), $"{slug}-themes.csv");
        var csv = await db.ThemeListVersions.Where(v => v.AreaId == area.Id && v.Number == number).Select(v => v.Csv).SingleOrDefaultAsync(ct);
        return csv is null ? Results.NotFound() : File(csv, string.Create(CultureInfo.InvariantCulture, $"{slug}-themes-v{number}.csv"));
    }

    private static IResult File(string csv, string name) => Results.File(Encoding.UTF8.GetBytes(csv), "text/csv; charset=utf-8", name);
}
