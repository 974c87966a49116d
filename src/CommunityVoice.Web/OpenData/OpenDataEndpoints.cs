using CommunityVoice.AnnualReports;
using CommunityVoice.Areas;
using CommunityVoice.Checklists;
using CommunityVoice.Consultations;
using CommunityVoice.Determinants;
using CommunityVoice.Discussion;
using CommunityVoice.Elements;
using CommunityVoice.Frameworks;
using CommunityVoice.Moderation;
using CommunityVoice.Reviews;
using CommunityVoice.Strategies;
using CommunityVoice.Themes;
using CommunityVoice.Voting;

namespace CommunityVoice.Web.OpenData;

/// <summary>Every address of open data.</summary>
public static class OpenDataEndpoints
{
    public static void MapOpenData(this IEndpointRouteBuilder app)
    {
        var routes = new DataRoutes(app);
        Places(routes);
        Consultations(routes);
        Reports(routes);
        Views(routes);
        Guides(routes);
        routes.Description("/open-data/datapackage.json", context => context.RequestServices.GetRequiredService<DataPackage>().WriteAsync(context));
        routes.Description("/open-data/openapi.json", context => context.RequestServices.GetRequiredService<ApiDescription>().WriteAsync(context));
    }

    private static void Places(DataRoutes routes)
    {
        const string tag = "Places";
        routes.List("/areas", tag, Tables.Areas, (PlaceFiles files, string _, DataPage page, CancellationToken ct) => files.AreasAsync(page, ct));
        routes.Item("/areas/{slug}", tag, "A place at a glance, as JSON", "What its page shows: who was heard, what people put first, what came of it.",
            (PlaceFiles files, string slug, CancellationToken ct) => files.PlaceAsync(slug, ct));
        routes.Lines<PlaceFiles, PlaceData, PlaceLine>("/areas/{slug}", tag, Tables.Place, (files, slug, ct) => files.PlaceAsync(slug, ct), PlaceLine.Of);
        routes.List("/areas/{slug}/themes", tag, Tables.Themes, (PlaceFiles files, string slug, DataPage page, CancellationToken ct) => files.ThemesAsync(slug, page, ct));
        routes.List("/areas/{slug}/transfers", tag, Tables.Transfers, (PlaceFiles files, string slug, DataPage page, CancellationToken ct) => files.TransfersAsync(slug, page, ct));
        routes.Bare("/areas/{slug}/services", tag, "Services in a place, in the form of Open Referral UK", "A page of those that the place's own list holds, with who provides each; inactive once they are off the list.", [DataPage.NumberKey, DataPage.SizeKey],
            (DirectoryFiles files, string slug, IQueryCollection query, CancellationToken ct) => files.ServicesAsync(slug, query, ct));
        routes.List("/ideas", tag, Tables.Ideas, (PlaceFiles files, string _, DataPage page, CancellationToken ct) => files.IdeasAsync(page, ct));
        routes.List("/bodies", tag, Tables.Bodies, (PlaceFiles files, string _, DataPage page, CancellationToken ct) => files.BodiesAsync(page, ct));
        routes.Item("/bodies/{slug}", tag, "One organisation, as JSON", "With its remits: what it may do where, on what basis and until when; how independent it is and was; and whose work it took over, and who took over its own.",
            (PlaceFiles files, string slug, CancellationToken ct) => files.BodyAsync(slug, ct));
    }

    private static void Consultations(DataRoutes routes)
    {
        const string tag = "Consultations";
        routes.List("/consultations", tag, Tables.Consultations, (ConsultationFiles files, string _, DataPage page, CancellationToken ct) => files.ListAsync(page, ct));
        routes.Item("/consultations/{slug}", tag, "One consultation, as JSON", "With its ballots, changes and papers, and what was decided.",
            (ConsultationFiles files, string slug, CancellationToken ct) => files.WholeAsync(slug, ct));
        routes.Item("/consultations/{slug}/checklist", tag, "The principles that a consultation keeps to, as JSON", "What shows it, item by item.",
            (ConsultationFiles files, string slug, CancellationToken ct) => files.ChecklistAsync(slug, ct));
        routes.Lines<ConsultationFiles, ChecklistData, ChecklistLine>("/consultations/{slug}/checklist", tag, Tables.Checklist, (files, slug, ct) => files.ChecklistAsync(slug, ct), c => c.Items);
        routes.Item("/consultations/{slug}/decision", tag, "The decision on a consultation, as JSON", "What was decided, with an answer to each theme, and every version; until then, when it is due. Nothing where nobody decides.", [DataPage.VersionKey],
            (ConsultationFiles files, string slug, IQueryCollection query, CancellationToken ct) => files.DecisionAsync(slug, query, ct));
        routes.List("/consultations/{slug}/comments", tag, Tables.Comments, (ConsultationFiles files, string slug, DataPage page, CancellationToken ct) => files.CommentsAsync(slug, page, ct));
        routes.Item("/consultations/{slug}/comments/{id:long}", tag, "One comment, as JSON", "Status 410 once its author took it back or a moderator removed it.",
            (ConsultationFiles files, string key, CancellationToken ct) => files.CommentAsync(key, ct)).ProducesProblem(StatusCodes.Status410Gone);
        routes.Item("/consultations/{slug}/who-took-part", tag, "Who took part in a consultation, as JSON", "By what they told about themselves, beside those who live there. Numbers are protected.",
            (ConsultationFiles files, string slug, CancellationToken ct) => files.TookPartAsync(slug, ct));
        routes.Lines<ConsultationFiles, TookPartData, TookPartLine>("/consultations/{slug}/who-took-part", tag, VoiceTables.TookPart, (files, slug, ct) => files.TookPartAsync(slug, ct), TookPartLine.Of);
        routes.Item("/consultations/{slug}/same-words", tag, $"{VoiceTables.SameWords.Title}, as JSON", VoiceTables.SameWords.Meaning,
            (ConsultationFiles files, string slug, CancellationToken ct) => files.SameWordsAsync(slug, ct));
        routes.Lines<ConsultationFiles, SameWordsData, SameWordsGroup>("/consultations/{slug}/same-words", tag, VoiceTables.SameWords, (files, slug, ct) => files.SameWordsAsync(slug, ct), w => w.Groups);
        routes.Item("/consultations/{slug}/documents/{document}", tag, "One paper to read before answering, as JSON", "Its sections as they read now, how much was said about each, and every version.",
            (ConsultationFiles files, string key, CancellationToken ct) => files.PaperAsync(key, ct));
        routes.Lines<ConsultationFiles, PaperData, PaperSection>("/consultations/{slug}/documents/{document}", tag, ViewTables.PaperSections, (files, key, ct) => files.PaperAsync(key, ct), p => p.Sections);
        routes.Item("/consultations/{slug}/documents/{document}/versions/{number:int}", tag, "A paper as a version published it, as JSON", "Versions are kept for good.",
            (ConsultationFiles files, string key, CancellationToken ct) => files.PaperAsync(key, ct));
        routes.Item("/consultations/{slug}/meetings/{id:long}", tag, "What was written down of a meeting, as JSON", "Where it was, about how many came, and where what was said is.",
            (ConsultationFiles files, string key, CancellationToken ct) => files.MeetingAsync(key, ct));
        routes.Item("/ballots/{id:long}/results", tag, "Results of a vote, as JSON", "The public count and what is broken down of it. This is advice, not a referendum.",
            (ConsultationFiles files, string id, CancellationToken ct) => files.ResultsAsync(id, ct));
        routes.Lines<ConsultationFiles, ResultsData, ResultLine>("/ballots/{id:long}/results", tag, Tables.Results, (files, id, ct) => files.ResultsAsync(id, ct), ResultLine.Of);
    }

    private static void Reports(DataRoutes routes)
    {
        const string tag = "What came of it";
        routes.List("/summaries", tag, Tables.Summaries, (ReportFiles files, string _, DataPage page, CancellationToken ct) => files.SummariesAsync(page, ct));
        routes.Item("/summaries/{slug}", tag, "One summary, as JSON", "The newest version: sections, findings with what they rest on, figures as they were frozen, who wrote, checked and signed it, and Easy Read and translations.",
            (ReportFiles files, string slug, CancellationToken ct) => files.SummaryAsync(slug, ct));
        routes.Item("/summaries/{slug}/v{number:int}", tag, "A summary as a version published it, as JSON", "Versions are kept for good.",
            (ReportFiles files, string key, CancellationToken ct) => files.SummaryAsync(key, ct));
        routes.List("/recommendations", tag, Tables.Recommendations, (ReportFiles files, string _, DataPage page, CancellationToken ct) => files.RecommendationsAsync(page, ct));
        routes.Item("/recommendations/{id:long}", tag, "One recommendation, as JSON", "With its answers, where it was brought, and what became of it.",
            (ReportFiles files, string id, CancellationToken ct) => files.RecommendationAsync(id, ct));
        routes.List("/annual-reports", tag, Tables.AnnualReports, (ReportFiles files, string _, DataPage page, CancellationToken ct) => files.AnnualReportsAsync(page, ct));
        routes.Item("/annual-reports/{slug}", tag, "One annual report, as JSON", "The newest version: its words, and its figures as they were counted.",
            (ReportFiles files, string slug, CancellationToken ct) => files.AnnualReportAsync(slug, ct));
        routes.Item("/annual-reports/{slug}/v{number:int}", tag, "An annual report as a version published it, as JSON", "Versions are kept for good.",
            (ReportFiles files, string key, CancellationToken ct) => files.AnnualReportAsync(key, ct));
        routes.Lines<ReportFiles, AnnualReportWhole, AnnualLine>("/annual-reports/{slug}", tag, Tables.AnnualFigures, (files, slug, ct) => files.AnnualReportAsync(slug, ct), r => r.Figures);
        routes.List("/strategies", tag, Tables.Strategies, (ReportFiles files, string _, DataPage page, CancellationToken ct) => files.StrategiesAsync(page, ct));
        routes.Item("/strategies/{slug}", tag, "One strategy, as JSON", "The newest version: actions, what they rest on, budget lines, and whether the money follows the voice. The same lines as CSV: /strategies/{slug}/money.csv.",
            (ReportFiles files, string slug, CancellationToken ct) => files.StrategyAsync(slug, ct));
        routes.Item("/strategies/{slug}/v{number:int}", tag, "A strategy as a version published it, as JSON", "Versions are kept for good. How its actions stand is told as of today.",
            (ReportFiles files, string key, CancellationToken ct) => files.StrategyAsync(key, ct));
        routes.Lines<ReportFiles, StrategyVoice, StrategyVoiceRow>("/strategies/{slug}/voice", tag, VoiceTables.Voice, (files, slug, ct) => files.VoiceAsync(slug, ct), v => v.Rows);
        routes.Bare<GrantFiles, GrantPackage>("/strategies/{slug}/grants", tag, "Grants of a strategy as 360Giving data, as JSON", "What its newest version gives to voluntary groups, in the 360Giving Data Standard, version 1.1. Amounts are pounds.", (files, slug, ct) => files.GrantsAsync(slug, ct));
        routes.Lines<GrantFiles, GrantPackage, GrantData>("/strategies/{slug}/grants", tag, ViewTables.Grants, (files, slug, ct) => files.GrantsAsync(slug, ct), p => p.Grants);
        routes.List("/reviews", tag, Tables.Reviews, (ReportFiles files, string _, DataPage page, CancellationToken ct) => files.ReviewsAsync(page, ct));
        routes.Item("/reviews/{slug}", tag, "One review, as JSON", "With what was found of each item, what bodies were asked and what they answered, who was heard and who signed, discussions, and effects that were agreed. Every judgement as CSV: /reviews/{slug}/fitness.csv.",
            (ReportFiles files, string slug, CancellationToken ct) => files.ReviewAsync(slug, ct));
        routes.Lines<ReportFiles, ReviewWhole, QuestionData>("/reviews/{slug}", tag, Tables.TestQuestions, (files, slug, ct) => files.ReviewAsync(slug, ct), r => r.Questions);
        routes.Item("/reviews/{slug}/questions/{number:int}", tag, "One test question, as JSON", "With every answer, newest first.",
            (ReportFiles files, string key, CancellationToken ct) => files.QuestionAsync(key, ct));
        routes.Lines<ReportFiles, QuestionData, TestAnswerData>("/reviews/{slug}/questions/{number:int}", tag, ViewTables.TestAnswers, (files, key, ct) => files.QuestionAsync(key, ct), q => q.Answers);
        routes.List("/decisions", tag, Tables.Decisions, (ReportFiles files, string _, DataPage page, CancellationToken ct) => files.DecisionsAsync(page, ct));
        routes.List("/areas/{slug}/decisions", tag, Tables.Decisions, (PlaceFiles files, string slug, DataPage page, CancellationToken ct) => files.DecisionsAsync(slug, page, ct));
        routes.List("/national-asks", tag, Tables.NationalAsks, (ReportFiles files, string _, DataPage page, CancellationToken ct) => files.NationalAsksAsync(page, ct));
    }

    private static void Views(DataRoutes routes)
    {
        const string tag = "Places";
        routes.Item("/areas/compare", tag, "Two to four places side by side, as JSON", "On the same measures, priorities and themes. Nothing where fewer than two places are named.", [DataPage.PlaceKey],
            (ViewFiles files, string _, IQueryCollection query, CancellationToken ct) => files.ComparisonAsync(query, ct));
        routes.Lines<ViewFiles, ComparisonData, ComparisonLine>("/areas/compare", tag, ViewTables.Comparison, [DataPage.PlaceKey], (files, _, query, ct) => files.ComparisonAsync(query, ct), ComparisonLine.All);
        routes.Item("/areas/{slug}/gaps", tag, "What was missing in a place, as JSON", "By how many stories it blocked, with the parts that are left out.",
            (ViewFiles files, string slug, CancellationToken ct) => files.GapsAsync(slug, ct));
        routes.Lines<ViewFiles, GapsData, GapData>("/areas/{slug}/gaps", tag, ViewTables.Gaps, (files, slug, ct) => files.GapsAsync(slug, ct), g => g.Gaps);
        routes.Item("/areas/{slug}/gaps/{id:long}", tag, "One thing that was missing, as JSON", "With what it needs, what needs it, what is planned, and where the newest stories are.",
            (ViewFiles files, string key, CancellationToken ct) => files.GapAsync(key, ct));
        routes.Item("/areas/{slug}/determinants", tag, "What shapes health in a place, as JSON", "Themes and actions by what they are about, beside the index of deprivation, with the parts that are left out.",
            (ViewFiles files, string slug, CancellationToken ct) => files.DeterminantsAsync(slug, ct));
        routes.Lines<ViewFiles, DeterminantsData, DeterminantLine>("/areas/{slug}/determinants", tag, ViewTables.Determinants, (files, slug, ct) => files.DeterminantsAsync(slug, ct), DeterminantLine.Of);
        routes.Item("/areas/{slug}/money", tag, "Where the money goes above places, as JSON", "The money of all strategies there whose years are not over, beside the voice. What two tell of is counted once where they name the same organisations. Only of areas above places.",
            (ViewFiles files, string slug, CancellationToken ct) => files.SpendingAsync(slug, ct));
        routes.Lines<ViewFiles, SpendingData, SpendingLine>("/areas/{slug}/money", tag, ViewTables.Spending, (files, slug, ct) => files.SpendingAsync(slug, ct), SpendingLine.Of);
    }

    private static void Guides(DataRoutes routes)
    {
        const string tag = "What it is measured by";
        routes.Item("/frameworks/{slug}", tag, "One framework, as JSON", "Its items, what takes each up in the next one, and what nothing takes up.",
            (GuideFiles files, string slug, CancellationToken ct) => files.FrameworkAsync(slug, ct));
        routes.Lines<GuideFiles, FrameworkData, FrameworkItemData>("/frameworks/{slug}", tag, ViewTables.FrameworkItems, (files, slug, ct) => files.FrameworkAsync(slug, ct), f => f.Items);
        routes.Item("/exemplars", tag, $"{ViewTables.Exemplars.Title}, as JSON", ViewTables.Exemplars.Meaning, (GuideFiles files, string _, CancellationToken ct) => files.ExemplarsAsync(ct));
        routes.Lines<GuideFiles, ExemplarsData, ExemplarData>("/exemplars", tag, ViewTables.Exemplars, (files, _, ct) => files.ExemplarsAsync(ct), e => e.Exemplars);
        routes.Item("/thread/{kind}/{id:long}", tag, "From what was said to what came of it, as JSON", "The chain through one thing, step by step; the newest ten things of each step, and where more are.", [DataPage.StepKey, DataPage.NumberKey],
            (GuideFiles files, string key, IQueryCollection query, CancellationToken ct) => files.ThreadAsync(key, query, ct));
        routes.Item(ModerationLine.Page, tag, $"{ViewTables.Moderation.Title}, as JSON", ViewTables.Moderation.Meaning, (GuideFiles files, string _, CancellationToken ct) => files.ModerationAsync(ct));
        routes.Lines<GuideFiles, ModerationData, ModerationLine>(ModerationLine.Page, tag, ViewTables.Moderation, (files, _, ct) => files.ModerationAsync(ct), m => m.Lines());
        routes.List("/sharing-agreements", tag, ViewTables.Sharing, (GuideFiles files, string _, DataPage page, CancellationToken ct) => files.SharingAsync(page, ct));
    }
}
