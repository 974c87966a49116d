using System.Globalization;
using System.Text;
using CommunityVoice.Data;
using CommunityVoice.Recommendations;
using CommunityVoice.Web.OpenData;
using CommunityVoice.Web.Pages.Recommendations;

namespace CommunityVoice.Web.Decisions;

/// <summary>The register of what changed as a file, for a year or for all of them.</summary>
public static class ChangesFile
{
    private static readonly string[] Columns = ["id", "area", "asked_of", "ask", "answer", "answered_on", "promised", "why_not", "by_when", "state", "effect", "as_of"];

    public static void MapChangesFile(this IEndpointRouteBuilder routes) => routes.MapGet("/what-changed.csv", WriteAsync).AsOpenData();

    private static async Task<IResult> WriteAsync(int? year, CommunityVoiceDb db, TimeProvider clock, CancellationToken ct)
    {
        if (year is < 2000 or > 2200) return Results.NotFound();
        var rows = await WhatChangedModel.Of(db, year).NewestAnswerFirst().ToChangesAsync(UkTime.Today(clock), ct);
        var text = new StringBuilder(CsvText.Line(Columns));
        foreach (var row in rows)
        {
            text.Append(CsvText.Line(
                row.Id.ToString(CultureInfo.InvariantCulture), row.Area, row.Body, row.Ask, row.Answer.Word(), Day(UkTime.Day(row.AnsweredAt)), row.Promised, row.WhyNot, Day(row.ByWhen),
                row.State.Word(), row.Effect, Day(row.AsOf)));
        }
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", year is null ? "what-changed.csv" : $"what-changed-{year}.csv");
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
