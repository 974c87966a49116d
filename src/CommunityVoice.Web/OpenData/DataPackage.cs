using System.Globalization;
using System.Text.Json.Nodes;
using CommunityVoice.AnnualReports;
using CommunityVoice.Areas;
using CommunityVoice.Consultations;
using CommunityVoice.Data;
using CommunityVoice.Sharing;
using CommunityVoice.Strategies;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CommunityVoice.Web.OpenData;

/// <summary>Describes every CSV file as a Data Package, version 2 (rule R-H11), so that tools load them with their types.</summary>
public sealed class DataPackage(CommunityVoiceDb db, DataAnswers answers, DataAbouts abouts, IOptions<SiteOptions> site, TimeProvider clock)
{
    private const string Profile = "https://datapackage.org/profiles/2.0/";

    /// <summary>Of each kind, the newest so many have a resource of their own.</summary>
    private const int MostOfEach = 300;

    public async Task WriteAsync(HttpContext context)
    {
        answers.Keep(context, [PageTag.Lists], null);
        await context.Response.WriteAsJsonAsync(await OfAsync(context.RequestAborted), context.RequestAborted);
    }

    private async Task<JsonObject> OfAsync(CancellationToken ct)
    {
        JsonArray licences = [new JsonObject { ["name"] = abouts.Licence.Name, ["title"] = abouts.Licence.Title, ["path"] = abouts.Licence.Address }];
        return new()
        {
            ["$schema"] = Profile + "datapackage.json",
            ["name"] = "open-data",
            ["title"] = $"Open data of {site.Value.Name}, {site.Value.Place}",
            ["description"] = $"What people were asked, what they said and put first, and what came of it. {DataAbouts.Disclosure.Note}",
            ["homepage"] = abouts.To("/open-data"),
            ["version"] = $"{DataAbouts.Version}.0.0",
            ["created"] = UkTime.StartOf(UkTime.Today(clock)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ["licenses"] = licences,
            ["resources"] = new JsonArray([.. await ResourcesAsync(ct)]),
        };
    }

    private async Task<List<JsonNode>> ResourcesAsync(CancellationToken ct)
    {
        var resources = new List<JsonNode>
        {
            Resource(Tables.Areas, "/areas.csv"), Resource(Tables.Bodies, "/bodies.csv"), Resource(Tables.Consultations, "/consultations.csv"), Resource(Tables.Ideas, "/ideas.csv"),
            Resource(Tables.Summaries, "/summaries.csv"), Resource(Tables.Recommendations, "/recommendations.csv"), Resource(Tables.Strategies, "/strategies.csv"),
            Resource(Tables.AnnualReports, "/annual-reports.csv"), Resource(Tables.NationalAsks, "/national-asks.csv"), Resource(Tables.Decisions, "/decisions.csv"),
            Resource(Tables.Reviews, "/reviews.csv"), Resource(ViewTables.Exemplars, "/exemplars.csv"), Resource(ViewTables.Sharing, "/sharing-agreements.csv"), Resource(ViewTables.Moderation, "/how-we-moderate/numbers.csv"),
        };
        var today = UkTime.Today(clock);
        var areas = await db.Areas.AsNoTracking().KnownToPeople().HoldingOn(today).OrderByDescending(a => a.Id).Take(MostOfEach).Select(a => new { a.Slug, a.Name, a.Level }).ToListAsync(ct);
        foreach (var area in areas)
        {
            resources.Add(Resource(Tables.Place, $"/areas/{area.Slug}.csv", area.Slug, area.Name));
            resources.Add(Resource(Tables.Themes, $"/areas/{area.Slug}/themes.csv", area.Slug, area.Name));
            resources.Add(Resource(Tables.Transfers, $"/areas/{area.Slug}/transfers.csv", area.Slug, area.Name));
            resources.Add(Resource(ViewTables.Gaps, $"/areas/{area.Slug}/gaps.csv", area.Slug, area.Name));
            resources.Add(Resource(ViewTables.Determinants, $"/areas/{area.Slug}/determinants.csv", area.Slug, area.Name));
            if (SharedView.IsShared(area.Level)) resources.Add(Resource(ViewTables.Spending, $"/areas/{area.Slug}/money.csv", area.Slug, area.Name));
        }
        var consultations = await db.Consultations.AsNoTracking().Published()
            .Where(c => db.DisclosureAssessments.Where(a => a.ConsultationId == c.Id && a.Dataset == Dataset.Comments).OrderByDescending(a => a.Id).Select(a => a.MayBePublished).FirstOrDefault()).OrderByDescending(c => c.Id).Take(MostOfEach).Select(c => new { c.Slug, c.Title, c.IsListeningSpace }).ToListAsync(ct);
        resources.AddRange(consultations.Select(c => Resource(Tables.Comments, $"/consultations/{c.Slug}/comments.csv", c.Slug, c.Title)));
        resources.AddRange(consultations.Where(c => !c.IsListeningSpace).Select(c => Resource(Tables.Checklist, $"/consultations/{c.Slug}/checklist.csv", c.Slug, c.Title)));
        var told = await db.Consultations.AsNoTracking().Published().Where(c => db.EqualityTables.Any(t => t.ConsultationId == c.Id)).OrderByDescending(c => c.Id).Take(MostOfEach).Select(c => new { c.Slug, c.Title }).ToListAsync(ct);
        resources.AddRange(told.Select(c => Resource(VoiceTables.TookPart, $"/consultations/{c.Slug}/who-took-part.csv", c.Slug, c.Title)));
        var copied = await db.Consultations.AsNoTracking().Published().Where(c => db.NearCopies.Any(n => n.ConsultationId == c.Id)).OrderByDescending(c => c.Id).Take(MostOfEach).Select(c => new { c.Slug, c.Title }).ToListAsync(ct);
        resources.AddRange(copied.Select(c => Resource(VoiceTables.SameWords, $"/consultations/{c.Slug}/same-words.csv", c.Slug, c.Title)));
        var papers = await db.Documents.AsNoTracking().Where(d => d.Consultation.PublishedAt != null && !d.AwaitsPublishing).OrderByDescending(d => d.Id).Take(MostOfEach).Select(d => new { d.Slug, d.Title, In = d.Consultation.Slug }).ToListAsync(ct);
        resources.AddRange(papers.Select(p => Resource(ViewTables.PaperSections, $"/consultations/{p.In}/documents/{p.Slug}.csv", $"{p.In}.{p.Slug}", p.Title)));
        var ballots = await db.Ballots.AsNoTracking().WithPages().Where(b => b.SealedPapers >= BallotResult.FewestPeople).OrderByDescending(b => b.Id).Take(MostOfEach).Select(b => new { b.Id, b.Title }).ToListAsync(ct);
        resources.AddRange(ballots.Select(b => Resource(Tables.Results, $"/ballots/{b.Id}/results.csv", $"{b.Id}", b.Title)));
        var years = await db.AnnualReports.AsNoTracking().Published().Newest().OrderByDescending(r => r.Id).Take(MostOfEach).Select(r => new { r.Slug, r.Title }).ToListAsync(ct);
        resources.AddRange(years.Select(y => Resource(Tables.AnnualFigures, $"/annual-reports/{y.Slug}.csv", y.Slug, y.Title)));
        var reviews = await db.Reviews.AsNoTracking().OrderByDescending(r => r.Id).Take(MostOfEach).Select(r => new { r.Slug, r.Title }).ToListAsync(ct);
        resources.AddRange(reviews.Select(r => Resource(Tables.TestQuestions, $"/reviews/{r.Slug}.csv", r.Slug, r.Title)));
        var questions = await db.TestQuestions.AsNoTracking().OrderByDescending(q => q.Id).Take(MostOfEach).Select(q => new { q.Number, q.Text, In = q.Review.Slug }).ToListAsync(ct);
        resources.AddRange(questions.Select(q => Resource(ViewTables.TestAnswers, $"/reviews/{q.In}/questions/{q.Number}.csv", $"{q.In}.{q.Number}", q.Text)));
        var frameworks = await db.Frameworks.AsNoTracking().OrderByDescending(f => f.Id).Take(MostOfEach).Select(f => new { f.Slug, f.Name }).ToListAsync(ct);
        resources.AddRange(frameworks.Select(f => Resource(ViewTables.FrameworkItems, $"/frameworks/{f.Slug}.csv", f.Slug, f.Name)));
        var strategies = await db.StrategyVersions.AsNoTracking().Newest().OrderByDescending(v => v.Id).Take(MostOfEach).Select(v => new { v.Strategy.Slug, v.Title }).ToListAsync(ct);
        resources.AddRange(strategies.Select(s => Resource("money", "Budget lines", "Budget lines in the columns of the Fiscal Data Package. Amounts are pounds.", MoneyFields(), $"/strategies/{s.Slug}/money.csv", s.Slug, s.Title)));
        resources.AddRange(strategies.Select(s => Resource(ViewTables.Grants, $"/strategies/{s.Slug}/grants.csv", s.Slug, s.Title)));
        resources.AddRange(strategies.Select(s => Resource(VoiceTables.Voice, $"/strategies/{s.Slug}/voice.csv", s.Slug, s.Title)));
        return resources;
    }

    private JsonObject Resource(DataTable table, string path, string? of = null, string? ofTitle = null) =>
        Resource(table.Name, table.Title, table.Meaning, [.. table.Fields.Select(f => Field(f.Name, f.Type, f.Meaning))], path, of, ofTitle);

    private JsonObject Resource(string name, string title, string meaning, JsonArray fields, string path, string? of, string? ofTitle) => new()
    {
        ["name"] = of is null ? name : $"{name}-{of}",
        ["title"] = ofTitle is null ? title : $"{title}: {ofTitle}",
        ["description"] = meaning,
        ["path"] = abouts.To(path),
        ["type"] = "table",
        ["format"] = "csv",
        ["mediatype"] = DataAnswers.Csv,
        ["encoding"] = "utf-8",
        ["dialect"] = new JsonObject { ["$schema"] = Profile + "tabledialect.json", ["delimiter"] = ",", ["lineTerminator"] = "\r\n", ["quoteChar"] = "\"", ["doubleQuote"] = true, ["header"] = true },
        ["schema"] = new JsonObject
        {
            ["$schema"] = Profile + "tableschema.json",
            ["fields"] = fields,
            ["missingValues"] = new JsonArray(
                new JsonObject { ["value"] = "", ["label"] = "There is none" },
                new JsonObject { ["value"] = DataTable.Hidden, ["label"] = "Hidden to protect people" }),
        },
    };

    private static JsonObject Field(string name, ColumnType type, string meaning)
    {
        var field = new JsonObject { ["name"] = name, ["type"] = Word(type) };
        if (meaning.Length > 0) field["description"] = meaning;
        if (type == ColumnType.YesNo) (field["trueValues"], field["falseValues"]) = (new JsonArray("true"), new JsonArray("false"));
        return field;
    }

    private static JsonArray MoneyFields() => [.. BudgetCsv.Columns.Select(column => Field(column, MoneyType(column), ""))];

    // The Table Schema's names.
    private static string Word(ColumnType type) => type switch
    {
        ColumnType.Whole => "integer",
        ColumnType.Fraction => "number",
        ColumnType.YesNo => "boolean",
        ColumnType.Day => "date",
        ColumnType.Instant => "datetime",
        _ => "string",
    };

    private static ColumnType MoneyType(string column) => column switch
    {
        BudgetCsv.Id or BudgetCsv.Action or BudgetCsv.Year or BudgetCsv.Unrestricted => ColumnType.Whole,
        BudgetCsv.Value => ColumnType.Fraction,
        BudgetCsv.Starts or BudgetCsv.Ends => ColumnType.Day,
        _ => ColumnType.Text,
    };
}
