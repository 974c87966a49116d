namespace CommunityVoice.Content;

/// <summary>All files of the invented place, read together.</summary>
public sealed record DemoFiles(DemoPlaceFile Place, DemoConsultationsFile Consultations, IReadOnlyList<DemoTalkFile> Talks, DemoThemesFile Themes, DemoBallotsFile Ballots, DemoStrategyFile Strategy, DemoReviewFile Review, DemoDecisionsFile Decisions, DemoAnnualFile Annual, DemoChecklistsFile Checklists, DemoEqualityFile Equality)
{
    public static DemoFiles Load(string folder)
    {
        var demo = Path.Combine(folder, "demo");
        return new(
            Read<DemoPlaceFile>(Path.Combine(demo, "place.yaml")),
            Read<DemoConsultationsFile>(Path.Combine(demo, "consultations.yaml")),
            [.. Directory.EnumerateFiles(demo, "discussion-*.yaml").Order(StringComparer.Ordinal).Select(Read<DemoTalkFile>)],
            Read<DemoThemesFile>(Path.Combine(demo, "themes.yaml")),
            Read<DemoBallotsFile>(Path.Combine(demo, "ballots.yaml")),
            Read<DemoStrategyFile>(Path.Combine(demo, "strategy.yaml")),
            Read<DemoReviewFile>(Path.Combine(demo, "review.yaml")),
            Read<DemoDecisionsFile>(Path.Combine(demo, "decisions.yaml")),
            Read<DemoAnnualFile>(Path.Combine(demo, "annual.yaml")),
            Read<DemoChecklistsFile>(Path.Combine(demo, "checklists.yaml")),
            Read<DemoEqualityFile>(Path.Combine(demo, "equality.yaml")));
    }

    private static T Read<T>(string file) => FrontMatter.ReadYaml<T>(Path.GetFileName(file), File.ReadAllText(file));
}
