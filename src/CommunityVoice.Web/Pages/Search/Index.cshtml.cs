using CommunityVoice.Search;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityVoice.Web.Pages.Search;

/// <summary>Finds consultations, comments, ideas, summaries, recommendations, strategies and pages by their words.</summary>
[AllowAnonymous]
public sealed class IndexModel(ISearch search) : PageModel
{
    private const int LongestQuestion = 200;

    [FromQuery(Name = "q")] public string? Asked { get; set; }
    [FromQuery] public string? Kind { get; set; }
    [FromQuery(Name = "page")] public string? Number { get; set; }

    public Found Found { get; private set; } = Found.Nothing;
    public Question Question { get; private set; } = new("");
    public int PageNumber { get; private set; } = 1;

    public static IReadOnlyList<(string Kind, string Words)> Kinds { get; } =
    [
        (SearchKind.Consultation, "Consultations"), (SearchKind.Comment, "Comments"), (SearchKind.Idea, "Ideas"),
        (SearchKind.Summary, "Summaries"), (SearchKind.Recommendation, "Recommendations"), (SearchKind.Strategy, "Strategies"), (SearchKind.AnnualReport, "Annual reports"), (SearchKind.Page, "Pages"),
    ];

    public int Matching => Kind is null ? Found.All : Found.OfKind.GetValueOrDefault(Kind);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Asked?.Length > LongestQuestion) Asked = Asked[..LongestQuestion];
        if (!Kinds.Any(k => k.Kind == Kind)) Kind = null;
        PageNumber = int.TryParse(Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, Found.MostPages) : 1;
        Question = new Question(Asked);
        Found = await search.FindAsync(Question, Kind, PageNumber, ct);
    }

    public string Address(string? kind, int page = 1) =>
        $"/search?q={Uri.EscapeDataString(Asked ?? "")}{(kind is null ? "" : $"&kind={kind}")}{(page == 1 ? "" : $"&page={page}")}";

    public string? Next => PageNumber < Found.MostPages && Matching > PageNumber * Found.PageSize ? Address(Kind, PageNumber + 1) : null;
    public string? Previous => PageNumber > 1 ? Address(Kind, PageNumber - 1) : null;

    /// <summary>More was found than anybody pages through.</summary>
    public bool IsCapped => PageNumber == Found.MostPages && Matching > Found.MostPages * Found.PageSize;

    /// <summary>The extract with the words that were asked for marked, all of it encoded and without spaces of the template's own.</summary>
    public static IHtmlContent Marked(IReadOnlyList<Passage> extract)
    {
        var html = new HtmlContentBuilder();
        foreach (var passage in extract)
        {
            if (!passage.IsAsked)
            {
                html.Append(passage.Text);
                continue;
            }
            var mark = new TagBuilder("mark");
            mark.InnerHtml.Append(passage.Text);
            html.AppendHtml(mark);
        }
        return html;
    }
}
