using CommunityVoice.AnnualReports;
using CommunityVoice.Data;
using CommunityVoice.Notifications;
using CommunityVoice.Web.OpenData;
using CommunityVoice.Web.Summaries;

namespace CommunityVoice.Web.AnnualReports;

/// <summary>A published annual report as a Word file, with the headings, tables and words of its page in the same order.</summary>
public static class AnnualFiles
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapAnnualFiles(this IEndpointRouteBuilder routes) => routes.MapGet("/annual-reports/{slug}.docx", WriteAsync).AllowAnonymous().RequireRateLimiting(DataRoutes.RateLimit);

    private static async Task<IResult> WriteAsync(string slug, CommunityVoiceDb db, SiteAddress address, CancellationToken ct) =>
        await AnnualReading.FindAsync(db, slug, null, ct) is { } reading ? Results.File(Of(reading, address), Word, $"{slug}-v{reading.Report.Number}.docx") : Results.NotFound();

    private static byte[] Of(AnnualReading reading, SiteAddress address)
    {
        var report = reading.Report;
        using var word = new WordDocument(report.Title, report.By.Name);
        var text = new WordMarkdown(word, address.Home);
        text.Write(report.InShort);
        word.Paragraph(new WordPiece($"{report.By.Name}, {AnnualPeriod.Day(report.FirstDay)} to {AnnualPeriod.Day(report.LastDay)}, version {report.Number}, {WordFile.Day(report.PublishedAt)}. Figures as of {WordFile.Day(report.FiguresAt)}. "),
            new WordPiece("Read it on the site", Link: new Uri(address.To($"/annual-reports/{report.Slug}"))));
        if (report.Correction is { } correction) word.Paragraph($"Version {report.Number} corrects version {report.Number - 1}: {correction}");
        if (reading.Pack.IsEmpty) word.Paragraph("Nothing is on record for this year.");
        foreach (var (part, heading) in AnnualReading.Parts)
        {
            word.Heading(1, heading);
            foreach (var figure in reading.Pack.Figures.Where(f => f.Part == part)) Write(word, figure);
        }
        if (reading.Pack.NotKnown.Count > 0)
        {
            word.Heading(1, "What is not known");
            var list = word.StartList(numbered: false);
            foreach (var line in reading.Pack.NotKnown) word.Item(list, 0, new WordPiece(line));
        }
        Section(word, text, "What this year shows", report.WhatItShows);
        Section(word, text, "What we do next", report.WhatNext);
        return word.Finish();
    }

    private static void Write(WordDocument word, AnnualFigure figure)
    {
        word.Heading(2, figure.Title);
        word.Paragraph(figure.Takeaway);
        if (figure.Rows.Count > 0)
        {
            var hasNotes = figure.NoteHeading.Length > 0;
            word.Table(figure.Title, hasNotes ? [figure.RowHeading, figure.WordsHeading, figure.NoteHeading] : [figure.RowHeading, figure.WordsHeading],
                figure.Rows.Select(r => hasNotes ? new[] { r.Label, r.Words, r.Note } : [r.Label, r.ShareWords.Length > 0 ? $"{r.Words} ({r.ShareWords})" : r.Words]));
        }
        if (figure.Source.Length > 0) word.Paragraph(figure.Source);
    }

    private static void Section(WordDocument word, WordMarkdown text, string heading, string markdown)
    {
        if (markdown.Length == 0) return;
        word.Heading(1, heading);
        text.Write(markdown);
    }
}
