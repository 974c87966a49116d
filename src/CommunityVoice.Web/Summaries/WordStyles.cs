using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CommunityVoice.Web.Summaries;

/// <summary>How Word files look: plain, large enough, with the names that word processors know.</summary>
internal static class WordStyles
{
    /// <summary>The numbering of every list with bullets; numbered lists follow it.</summary>
    public const int Bullets = 1;

    private const int BulletShape = 0;
    private const int NumberShape = 1;

    public static Styles Make(string language)
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" }, new FontSize { Val = "24" }, new Languages { Val = language })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "160", Line = "288", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(Paragraph("Normal", "Normal", 24, isBold: false, isDefault: true));
        styles.Append(Paragraph("Title", "Title", 48, isBold: true));
        foreach (var (level, size) in new[] { (1, 34), (2, 28), (3, 26), (4, 24), (5, 24) })
        {
            var heading = Paragraph($"Heading{level}", $"heading {level}", size, isBold: true);
            heading.StyleParagraphProperties = new StyleParagraphProperties(
                new KeepNext(), new SpacingBetweenLines { Before = "320", After = "120" }, new OutlineLevel { Val = level - 1 });
            styles.Append(heading);
        }
        styles.Append(Paragraph("ListParagraph", "List Paragraph", 24, isBold: false));
        styles.Append(Paragraph("Caption", "caption", 24, isBold: true));
        var quote = Paragraph("Quote", "Quote", 24, isBold: false);
        quote.StyleParagraphProperties = new StyleParagraphProperties(new Indentation { Left = "567", Right = "567" });
        styles.Append(quote);
        styles.Append(new Style(new StyleName { Val = "Hyperlink" }, new StyleRunProperties(new Color { Val = "0B4A4A" }, new Underline { Val = UnderlineValues.Single }))
        {
            Type = StyleValues.Character,
            StyleId = "Hyperlink",
        });
        styles.Append(Grid());
        return styles;
    }

    public static Numbering Numbering() => new(
        Shape(BulletShape, NumberFormatValues.Bullet, _ => "•"),
        Shape(NumberShape, NumberFormatValues.Decimal, level => $"%{(level + 1).ToString(CultureInfo.InvariantCulture)}."),
        new NumberingInstance(new AbstractNumId { Val = BulletShape }) { NumberID = Bullets });

    /// <summary>A list of its own, which begins with 1 again.</summary>
    public static NumberingInstance NumberedList(int number) => new(
        new AbstractNumId { Val = NumberShape }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 })
    { NumberID = number };

    private static AbstractNum Shape(int id, NumberFormatValues format, Func<int, string> text) => new(Enumerable.Range(0, 3).Select(level => new Level(
        new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text(level) }, new LevelJustification { Val = LevelJustificationValues.Left },
        new PreviousParagraphProperties(new Indentation { Left = (567 * (level + 1)).ToString(CultureInfo.InvariantCulture), Hanging = "425" }))
    { LevelIndex = level }))
    {
        AbstractNumberId = id,
    };

    private static Style Paragraph(string id, string name, int size, bool isBold, bool isDefault = false)
    {
        var run = new StyleRunProperties();
        if (isBold) run.Append(new Bold());
        run.Append(new FontSize { Val = size.ToString(CultureInfo.InvariantCulture) });
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, StyleName = new StyleName { Val = name } };
        if (isDefault) style.Default = true;
        else style.BasedOn = new BasedOn { Val = "Normal" };
        style.PrimaryStyle = new PrimaryStyle();
        style.StyleRunProperties = run;
        return style;
    }

    private static Style Grid() => new(new StyleName { Val = "Table Grid" }, new StyleTableProperties(new TableBorders(
        Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>())))
    {
        Type = StyleValues.Table,
        StyleId = "TableGrid",
    };

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "808080" };
}
