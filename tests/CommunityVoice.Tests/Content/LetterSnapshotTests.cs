using CommunityVoice.Content;

namespace CommunityVoice.Tests.Content;

/// <summary>Every kind of letter, whole, as text and as HTML, beside the files under <c>Letters</c>.</summary>
/// <remarks>
/// After a letter was changed on purpose, delete its two files and run these tests with <c>UPDATE_SNAPSHOTS=1</c>: they write what is missing, and whoever
/// changed the letter reads it before it is committed.
/// </remarks>
public sealed class LetterSnapshotTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "CommunityVoice.Tests", "Content", "Letters");
    private static readonly LetterTexts Letters = LetterTexts.Load(ContentLibrary.DefaultFolder, SomeSite.Words());

    // What people write may hold tags, addresses and lines of its own.
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["action"] = "Time the lights on Weir Hill",
        ["answer"] = "We set the lights to ten seconds.\nSide roads come later.",
        ["answers"] = "Lights: accepted.\nBenches: not accepted.",
        ["area"] = "Rivermead",
        ["ask"] = "Give each crossing a green light of ten seconds",
        ["basis"] = "the council's decision of 3 March 2026",
        ["before"] = "the end of 30 June 2026",
        ["body"] = "Rivermead Council",
        ["capabilities"] = "answer recommendations",
        ["closes"] = "the end of 7 July 2026",
        ["code"] = "246810",
        ["comment"] = "The lights change too fast.\nSee https://lights.example",
        ["correction"] = "The sum was wrong.",
        ["day"] = "1 September 2026",
        ["days"] = "10",
        ["decider"] = "Rivermead Council",
        ["decision"] = "We left it as it is.",
        ["decisions"] = "In finding 3: accepted. We say now that it is two of twelve.",
        ["due"] = "7 July 2026",
        ["ending"] = "Time the lights on Weir Hill\nAsk residents",
        ["expires"] = "16 June 2026",
        ["followed"] = "Safer crossings",
        ["from"] = "Rivermead Voice",
        ["greeting"] = "Hello Asha B",
        ["impact"] = "Everybody is over before the lights change.",
        ["inviter"] = "Tom W",
        ["item"] = "Getting across the road",
        ["label"] = "the voice body",
        ["link"] = "https://site.example/here?a=1&b=2",
        ["name"] = "Asha B",
        ["note"] = "We take it up with the council.",
        ["place"] = "Weirside",
        ["preferencesLink"] = "https://site.example/letters/some-token",
        ["question"] = "Who times the lights?",
        ["reason"] = "It was <b>two</b> metres short.",
        ["record"] = "Nobody else can see what you chose.",
        ["review"] = "How well we work together",
        ["rule"] = "8. No adverts",
        ["said"] = "My mother is half way over when the lights change.",
        ["strategy"] = "Closer to home",
        ["subject"] = "Your comment on Safer crossings is published, and 1 more",
        ["supporter"] = "Rivermead Voice",
        ["title"] = "Longer hours at the <library>",
        ["to"] = "Weirside Voice",
        ["until"] = "23 June 2026",
        ["used"] = "It quotes your words, without your name.",
        ["what"] = "Its border was changed.",
        ["where"] = "finding 3",
        ["with"] = "Weirside Voice and Marsh Voice",
        ["words"] = "It closes at the end of 7 July 2026.",
    };

    public static TheoryData<string> Kinds => [.. Letters.All.Select(l => l.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_letter_reads_as_it_did(string kind)
    {
        var letter = Letters[kind].Fill(Values, Parts(kind));

        AssertAsBefore($"{kind}.txt", $"Subject: {letter.Subject}\n\n{letter.Text}");
        AssertAsBefore($"{kind}.html", letter.Html);
    }

    [Fact]
    public void No_letter_is_kept_that_is_sent_no_longer() =>
        Assert.Empty(Directory.EnumerateFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)).Except(Letters.All.Select(l => l.Name)));

    [Fact]
    public void Every_value_is_of_a_field() => Assert.Empty(Values.Keys.Except(Letters.All.SelectMany(l => l.Fields)));

    // Only the letter with news holds other letters: one of each of its two kinds.
    private static IReadOnlyCollection<LetterPart> Parts(string kind) => kind != "news" ? [] :
    [
        LetterPart.Title("What became of what you said or chose"),
        Letters["comment-published"].FillPart(Values),
        LetterPart.Title("New in what you follow"),
        Letters["news-item"].FillPart(Values),
    ];

    private static void AssertAsBefore(string name, string now)
    {
        var path = Path.Combine(Folder, name);
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, now);
        }
        Assert.True(File.Exists(path), $"Content/Letters/{name} is missing: UPDATE_SNAPSHOTS=1 writes it.");
        Assert.Equal(File.ReadAllText(path), now);
    }
}
