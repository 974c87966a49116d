using System.Globalization;
using CommunityVoice.Notifications;
using CommunityVoice.People;
using CommunityVoice.Recommendations;
using CommunityVoice.Summaries;
using CommunityVoice.Web.Pages.Summaries;

namespace CommunityVoice.Web.Summaries;

/// <summary>Writes a summary as a Word file with the headings, tables and words of its page, in the same order.</summary>
public sealed class WordFile(SiteAddress address)
{
    private static readonly CultureInfo Uk = CultureInfo.GetCultureInfo("en-GB");

    public byte[] Of(SummaryReading reading)
    {
        using var word = new WordDocument(reading.Version.Title, reading.Writers);
        var text = new WordMarkdown(word, address.Home);
        text.Write(reading.Version.Text(SectionKind.Summary));
        word.Paragraph(new WordPiece($"{reading.Writers}, version {reading.Version.Number}, {Day(reading.Version.PublishedAt)}. "), Link("Read it on the site", $"/summaries/{reading.Summary.Slug}"));
        if (reading.Version.Correction is { } correction) word.Paragraph($"Version {reading.Version.Number} corrects version {reading.Version.Number - 1}: {correction}");
        if (reading.Version.ElectionReason is { } because) word.Paragraph($"Why before an election ({reading.Version.ElectionPeriod}): {because}");
        Section(word, text, reading, SectionKind.WhyWeDidThis);
        Section(word, text, reading, SectionKind.WhoWeHeardFrom);
        foreach (var figure in reading.Figures.Where(f => f.Kind is FigureKind.HeardByVoice or FigureKind.HeardByArea)) Write(word, figure);
        Findings(word, text, reading);
        foreach (var part in reading.AfterFindings) Section(word, text, reading, part.Kind);
        Recommendations(word, text, reading);
        Answers(word, text, reading);
        new WordImprint(word).Write(reading);
        return word.Finish();
    }

    private static void Section(WordDocument word, WordMarkdown text, SummaryReading reading, SectionKind kind)
    {
        word.Heading(1, SectionTemplate.Of(kind).Heading);
        if (kind == SectionKind.MethodAndLimits && reading.Version is { Reading: { } method, Saturation: { } saturation, Sentiment: { } sentiment })
        {
            var list = word.StartList(numbered: false);
            foreach (var line in new[] { method.Word(), saturation.Word(), $"How people felt: {sentiment.Word()}" }) word.Item(list, 0, new WordPiece(line));
        }
        text.Write(reading.Version.Text(kind));
    }

    private void Findings(WordDocument word, WordMarkdown text, SummaryReading reading)
    {
        word.Heading(1, "What we found");
        foreach (var (finding, number) in reading.Version.InOrder.Select((f, i) => (f, i + 1)))
        {
            word.Heading(2, $"{number}. {finding.Heading}");
            text.Write(finding.Body, headingsFrom: 4);
            foreach (var citation in finding.Citations.Where(c => c.Quote is not null).OrderBy(c => c.Id)) Quote(word, reading, citation);
            if (finding.Citations.Count > 0) word.Paragraph(new WordPiece("Rests on "), Link(SummaryReading.RestsOn(finding), reading.FindingLink(number)));
        }
        foreach (var figure in reading.Figures.Where(f => f.Kind is FigureKind.TopPriorities or FigureKind.Themes)) Write(word, figure);
    }

    private void Quote(WordDocument word, SummaryReading reading, Citation citation)
    {
        if (Quoted.Gone(citation) is { } gone)
        {
            word.Paragraph(gone);
            return;
        }
        var comment = citation.Comment!;
        word.Quote(new WordPiece(citation.Quote!, Italic: true), new WordPiece($"\n{(comment.Voice == Voice.NotSaid ? "" : $"{comment.Voice.Word()}, ")}"), Link($"comment {comment.Id}", reading.CommentLink(comment)));
    }

    private void Recommendations(WordDocument word, WordMarkdown text, SummaryReading reading)
    {
        if (!reading.HasRecommendations) return;
        word.Heading(1, SectionTemplate.Of(SectionKind.Recommendations).Heading);
        text.Write(reading.Version.Text(SectionKind.Recommendations));
        if (reading.Recommendations.Count == 0) return;
        var list = word.StartList(numbered: true);
        foreach (var recommendation in reading.Recommendations)
        {
            word.Item(list, 0, Link(recommendation.Ask, $"/recommendations/{recommendation.Id}"), new WordPiece($" To {recommendation.Addressee.Name}. {recommendation.StateOn(reading.Today).Word()}."));
        }
    }

    private static void Answers(WordDocument word, WordMarkdown text, SummaryReading reading)
    {
        word.Heading(1, SectionTemplate.Of(SectionKind.Response).Heading);
        var answers = word.StartList(numbered: false);
        foreach (var recommendation in reading.Standing.Where(r => r.Responses.Count > 0))
        {
            var answer = recommendation.Responses.MaxBy(r => r.Number)!;
            word.Item(answers, 0, new WordPiece($"{recommendation.Addressee.Name} on recommendation {recommendation.Number}: ", Bold: true),
                new WordPiece(string.Join(" ", new[] { $"{answer.Kind.Word()}.", answer.Action, answer.Reason }.Where(t => !string.IsNullOrWhiteSpace(t)))));
        }
        text.Write(reading.Version.Text(SectionKind.Response));
        word.Heading(1, SectionTemplate.Of(SectionKind.WhatHappensNext).Heading);
        foreach (var outcome in reading.Outcomes)
        {
            word.Item(answers, 0, new WordPiece($"{outcome.State.Word()}, recommendation {outcome.Recommendation.Number}: ", Bold: true),
                new WordPiece($"{outcome.Effect} ({outcome.From.Name}, {outcome.On.ToString("d MMMM yyyy", Uk)})"));
        }
        text.Write(reading.Version.Text(SectionKind.WhatHappensNext));
    }

    private static void Write(WordDocument word, FigureView figure)
    {
        word.Caption(figure.Title);
        if (figure.Data.Takeaway.Length > 0) word.Paragraph(figure.Data.Takeaway);
        if (figure.Data.Rows.Count > 0)
            word.Table(figure.Title, [figure.Data.RowHeading, figure.Data.NumberHeading], figure.Data.Rows.Select(r => new[] { r.Label, r.ShareWords.Length > 0 ? $"{r.Words} ({r.ShareWords})" : r.Words }));
        if (figure.Data.NotHeard.Count > 0) word.Paragraph($"Not heard: {string.Join(", ", figure.Data.NotHeard)}.");
        word.Paragraph(figure.Data.Source);
    }

    private WordPiece Link(string words, string path) => new(words, Link: new Uri(address.To(path)));

    internal static string Day(DateTimeOffset? at) => at is { } time ? UkTime.Day(time).ToString("d MMMM yyyy", Uk) : "";
}
