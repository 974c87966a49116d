using System.Globalization;
using System.Text;
using CommunityVoice.Data;
using CommunityVoice.Reviews;
using CommunityVoice.Web.OpenData;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Web.Reviews;

/// <summary>What a review found of each item, as a file for anybody: every judgement, oldest first, and items without one.</summary>
public static class FitnessFile
{
    public static void MapFitnessFile(this IEndpointRouteBuilder routes) => routes.MapGet("/reviews/{slug}/fitness.csv", WriteAsync).AsOpenData();

    private static async Task<IResult> WriteAsync(string slug, CommunityVoiceDb db, CancellationToken ct)
    {
        if (await db.Reviews.AsNoTracking().Whole().SingleOrDefaultAsync(r => r.Slug == slug, ct) is not { } review) return Results.NotFound();
        var text = new StringBuilder(CsvText.Line("item", "title", "date", "by", "now", "future", "reason", "local_needs", "source", "findings",
            "partners", "document", "page", "quote", "quote_check", "agreed_effect", "agreed"));
        foreach (var item in review.Items)
        {
            var (effect, agreed) = review.Impact(item.Id) is { } impact ? (impact.Text, impact.State) : ("", "");
            var judgements = review.Judgements.Where(j => j.ItemId == item.Id).OrderBy(j => j.At).ThenBy(j => j.Id).ToList();
            if (judgements.Count == 0) text.Append(CsvText.Line(item.Code, item.Title, "", "", "", "", "", "", "", "", "", "", "", "", "", effect, agreed));
            foreach (var j in judgements)
            {
                text.Append(CsvText.Line(
                    item.Code, item.Title, UkTime.Day(j.At).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), j.By.Name,
                    j.Now.Word(), j.Future.Word(), j.Reason, j.LocalNeeds, j.Source, j.Grounds.Count.ToString(CultureInfo.InvariantCulture),
                    j.Partners.Words(), j.CitedDocument, j.CitedPage, j.CitedQuote, j.QuoteCheck.Word(), effect, agreed));
            }
        }
        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8", $"{review.Slug}-fitness.csv");
    }
}
