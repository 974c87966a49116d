using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityVoice.Tests.Architecture;

/// <summary>Every pair of colours that the styles put together, computed from the one file that holds them (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
public sealed partial class ContrastTests
{
    private const double Text = 4.5;
    private const double Shape = 3.0;
    private static readonly Dictionary<string, string> Tokens = Settings().Matches(File.ReadAllText(Path.Combine(Repository.Root, "wwwroot-assets/scss/_settings.scss")))
        .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["colour"].Value, StringComparer.Ordinal);

    [Theory]
    [InlineData("ink", "paper", Text)]
    [InlineData("ink", "white", Text)]
    [InlineData("ink", "mist", Text)]
    [InlineData("ink", "sun", Text)]
    [InlineData("ink", "sun-tint", Text)]
    [InlineData("slate", "paper", Text)]
    [InlineData("slate", "white", Text)]
    [InlineData("slate", "mist", Text)]
    [InlineData("slate", "sun-tint", Text)]
    [InlineData("teal", "paper", Text)]
    [InlineData("teal", "white", Text)]
    [InlineData("teal", "mist", Text)]
    [InlineData("teal", "sun-tint", Text)]
    [InlineData("deep", "paper", Text)]
    [InlineData("deep", "white", Text)]
    [InlineData("deep", "mist", Text)]
    [InlineData("brick", "paper", Text)]
    [InlineData("brick", "white", Text)]
    [InlineData("sun-ink", "sun-tint", Text)]
    [InlineData("white", "deep", Text)]
    [InlineData("white", "leaf", Text)]
    [InlineData("white", "plum", Text)]
    [InlineData("white", "sky", Text)]
    [InlineData("white", "ochre", Text)]
    [InlineData("white", "teal", Text)]
    [InlineData("white", "slate", Text)]
    [InlineData("sun", "deep", Shape)]
    [InlineData("ink", "sun", Shape)]
    [InlineData("leaf", "paper", Shape)]
    [InlineData("leaf", "white", Shape)]
    [InlineData("plum", "paper", Shape)]
    [InlineData("sky", "paper", Shape)]
    [InlineData("ochre", "paper", Shape)]
    public void Colours_that_stand_together_can_be_told_apart(string over, string under, double least) =>
        Assert.True(Ratio(Tokens[over], Tokens[under]) >= least, $"{over} on {under} is {Ratio(Tokens[over], Tokens[under]):0.00}:1 and must be {least}:1.");

    [Fact]
    public void Every_rule_that_sets_text_and_background_keeps_them_apart()
    {
        var broken = new List<string>();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "wwwroot-assets/scss"), "*.scss"))
        {
            foreach (Match rule in Rules().Matches(File.ReadAllText(file)))
            {
                var body = rule.Groups["body"].Value;
                if (Value(body, Foregrounds()) is { } over && Value(body, Backgrounds()) is { } under && Ratio(over, under) < Text)
                    broken.Add($"{Path.GetFileName(file)} {rule.Groups["selector"].Value.Trim()}: {Ratio(over, under):0.00}:1");
            }
        }
        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void The_ratio_is_the_one_that_the_guidelines_define(string over, string under, double expected) => Assert.Equal(expected, Ratio(over, under), 2);

    private static string? Value(string body, Regex declaration) => declaration.Match(body) is { Success: true } match
        ? match.Groups["hex"].Success ? match.Groups["hex"].Value : Tokens.GetValueOrDefault(match.Groups["token"].Value)
        : null;

    private static double Ratio(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        var digits = colour.Length == 4 ? string.Concat(colour[1..].Select(c => $"{c}{c}")) : colour[1..];
        double Channel(int at)
        {
            var value = int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }
        return (0.2126 * Channel(0)) + (0.7152 * Channel(2)) + (0.0722 * Channel(4));
    }

    [GeneratedRegex(@"^\$(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Settings();

    [GeneratedRegex(@"(?<selector>[^{};]+)\{(?<body>[^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rules();

    [GeneratedRegex(@"(?<![a-z-])color: (\$(?<token>[a-z-]+)|(?<hex>#[0-9a-f]{3,6}));", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Foregrounds();

    [GeneratedRegex(@"(?<![a-z-])background(-color)?: (\$(?<token>[a-z-]+)|(?<hex>#[0-9a-f]{3,6}));", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Backgrounds();
}
