using CommunityVoice.Content;

namespace CommunityVoice.Tests.Content;

internal static class SomeSite
{
    public static SiteWords Words(string phone = "01632 960123") => new(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["site.name"] = "CommunityVoice",
        ["site.place"] = "Rivermead",
        ["site.email"] = "hello@rivermead.example",
        ["site.phone"] = phone,
        ["site.address"] = "1 Weir Hill, Rivermead",
        ["site.lawfulBasis"] = LawfulBases.Load(ContentLibrary.DefaultFolder).WordsFor([]),
        ["site.texts"] = "to text you",
        ["answer.workingDays"] = "20",
        ["label.voiceBody"] = "Rivermead Voice",
        ["label.strategyBoard"] = "Rivermead Health and Care Board",
    });

    public static IEnumerable<string> TextFiles() =>
        Directory.EnumerateFiles(ContentLibrary.DefaultFolder, "*.md", SearchOption.AllDirectories);
}
