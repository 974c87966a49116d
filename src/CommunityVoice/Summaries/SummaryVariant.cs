using CommunityVoice.Data;

namespace CommunityVoice.Summaries;

/// <summary>
/// The same report in easy words or another language, at an address of its own. Editors write it for a published version; when that is corrected,
/// the variant says that it is behind until it is written anew.
/// </summary>
public sealed class SummaryVariant : IShownOnPages
{
    public const int BodyMaxLength = 40_000;

    private SummaryVariant() { } // EF Core

    public SummaryVariant(Summary summary, VariantKind kind) => (Summary, SummaryId, Code) = (summary, summary.Id, kind.Code);

    public long Id { get; private set; }
    public long SummaryId { get; private set; }
    public Summary Summary { get; private set; } = null!;

    /// <summary>The end of its address: "easy-read", "cy".</summary>
    public string Code { get; private set; } = "";
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";

    /// <summary>The number of the version that it says in other words.</summary>
    public int OfVersion { get; private set; }
    public DateTimeOffset WrittenAt { get; private set; }

    [Personal(DataClass.Profile)]
    public Guid? WrittenById { get; private set; }
    public int Edits { get; private set; }

    public IEnumerable<string> PageTags => [PageTag.Summary(SummaryId)];

    public VariantKind Kind => VariantKind.Find(Code) ?? throw new InvalidOperationException($"No variant is called {Code}.");

    public bool IsBehind(int newestVersion) => OfVersion < newestVersion;

    public void Write(string title, string body, SummaryVersion of, Guid by, DateTimeOffset now)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(body);
        if (of.IsDraft || of.SummaryId != SummaryId) throw new InvalidOperationException("A variant says what a published version of its summary says.");
        (Title, Body, OfVersion, WrittenById, WrittenAt) = (title, body, of.Number, by, now);
        Edits++;
    }
}

/// <summary>A kind of variant: its address, its name in English and in its own words, and how it is marked in HTML.</summary>
public sealed record VariantKind(string Code, string Name, string OwnName, string Lang, bool IsRightToLeft = false)
{
    /// <summary>Easy Read, and the languages that editors can choose from.</summary>
    public static IReadOnlyList<VariantKind> All { get; } =
    [
        new("easy-read", "Easy Read", "Easy Read", "en-GB"),
        new("ar", "Arabic", "العربية", "ar", IsRightToLeft: true),
        new("bn", "Bengali", "বাংলা", "bn"),
        new("zh", "Chinese", "中文", "zh-Hans"),
        new("fr", "French", "Français", "fr"),
        new("gu", "Gujarati", "ગુજરાતી", "gu"),
        new("ku", "Kurdish (Sorani)", "کوردی", "ckb", IsRightToLeft: true),
        new("fa", "Persian", "فارسی", "fa", IsRightToLeft: true),
        new("pl", "Polish", "Polski", "pl"),
        new("pt", "Portuguese", "Português", "pt"),
        new("pa", "Punjabi", "ਪੰਜਾਬੀ", "pa"),
        new("ro", "Romanian", "Română", "ro"),
        new("so", "Somali", "Soomaali", "so"),
        new("es", "Spanish", "Español", "es"),
        new("tr", "Turkish", "Türkçe", "tr"),
        new("uk", "Ukrainian", "Українська", "uk"),
        new("ur", "Urdu", "اردو", "ur", IsRightToLeft: true),
        new("cy", "Welsh", "Cymraeg", "cy"),
    ];

    public static VariantKind? Find(string code) => All.FirstOrDefault(k => k.Code == code);
}
