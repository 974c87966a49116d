using CommunityVoice.Data;
using CommunityVoice.Web.Caching;
using CommunityVoice.Web.OpenData;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.Pages.OpenData;

/// <summary>A kind of open data as the page lists it: what it is and under which addresses. A pattern has a part to fill in.</summary>
public sealed record DataKind(string Title, string Meaning, string Address)
{
    public bool IsPattern => Address.Contains('{', StringComparison.Ordinal);
}

/// <summary>What there is as open data, how to use it, under which licence, and how people are protected in it.</summary>
[AllowAnonymous]
public sealed class IndexModel(IOptions<OpenDataOptions> options) : PageModel
{
    public OpenDataOptions Options => options.Value;

    public IReadOnlyList<DataKind> Kinds { get; } =
    [
        Of(Tables.Areas, "/areas"), Of(Tables.Place, "/areas/{name}"), Of(Tables.Themes, "/areas/{name}/themes"), Of(Tables.Bodies, "/bodies"), Of(Tables.Ideas, "/ideas"),
        Of(Tables.Consultations, "/consultations"), Of(Tables.Comments, "/consultations/{name}/comments"), Of(VoiceTables.SameWords, "/consultations/{name}/same-words"), Of(VoiceTables.TookPart, "/consultations/{name}/who-took-part"), Of(ViewTables.PaperSections, "/consultations/{name}/documents/{paper}"), Of(Tables.Results, "/ballots/{number}/results"),
        Of(Tables.Summaries, "/summaries"), Of(Tables.Recommendations, "/recommendations"), Of(Tables.Strategies, "/strategies"), Of(ViewTables.Grants, "/strategies/{name}/grants"), Of(VoiceTables.Voice, "/strategies/{name}/voice"), Of(Tables.NationalAsks, "/national-asks"), Of(Tables.Decisions, "/decisions"),
        Of(Tables.Reviews, "/reviews"), Of(Tables.TestQuestions, "/reviews/{name}"), Of(ViewTables.TestAnswers, "/reviews/{name}/questions/{number}"),
        Of(ViewTables.Gaps, "/areas/{name}/gaps"), Of(ViewTables.Determinants, "/areas/{name}/determinants"), Of(ViewTables.Spending, "/areas/{name}/money"),
        Of(ViewTables.FrameworkItems, "/frameworks/{name}"), Of(ViewTables.Exemplars, "/exemplars"), Of(ViewTables.Sharing, "/sharing-agreements"), Of(ViewTables.Moderation, "/how-we-moderate/numbers"),
    ];

    public void OnGet() => HttpContext.ShowsPages([PageTag.Site]);

    private static DataKind Of(DataTable table, string address) => new(table.Title, table.Meaning, address);
}
