using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.OpenData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Pages.OpenData;

/// <summary>A kind of open data as the page lists it: what it is and under which addresses. A pattern has a part to fill in.</summary>
public sealed record DataKind(string Title, string Meaning, string Address, bool HasCsv = true)
{
    public bool IsPattern => Address.Contains('…', StringComparison.Ordinal);
}

/// <summary>What there is as open data, how to use it, under which licence, and how people are protected in it.</summary>
[AllowAnonymous]
public sealed class IndexModel(IOptions<OpenDataOptions> options) : PageModel
{
    public OpenDataOptions Options => options.Value;

    public IReadOnlyList<(string Heading, IReadOnlyList<DataKind> Kinds)> Groups { get; } =
    [
        ("Places and people", [Of(Tables.Areas, "/areas"), Of(Tables.Place, "/areas/…"), Of(Tables.Themes, "/areas/…/themes"), Of(Tables.Bodies, "/bodies"), Of(Tables.Ideas, "/ideas")]),
        ("What was asked, said and chosen", [Of(Tables.Consultations, "/consultations"), Of(Tables.Comments, "/consultations/…/comments"), Of(Tables.Results, "/ballots/…/results")]),
        ("What came of it", [Of(Tables.Summaries, "/summaries"), Of(Tables.Recommendations, "/recommendations"), Of(Tables.Strategies, "/strategies")]),
    ];

    public void OnGet() => HttpContext.ShowsPages([PageTag.Site]);

    private static DataKind Of(DataTable table, string address) => new(table.Title, table.Meaning, address);
}
