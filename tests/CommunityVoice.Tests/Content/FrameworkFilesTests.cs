using CommunityVoice.Content;

namespace CommunityVoice.Tests.Content;

/// <summary>Rules R-A19 and R-A20: the lists are exactly these.</summary>
public sealed class FrameworkFilesTests
{
    private static readonly IReadOnlyList<FrameworkFile> Frameworks = FrameworkFiles.Load(ContentLibrary.DefaultFolder);

    [Fact]
    public void The_guidelines_have_three_shifts_six_components_and_three_impacts()
    {
        var guidelines = Frameworks[0];

        Assert.Equal(("nhg-2025-26", "2025/26"), (guidelines.Code, guidelines.Version));
        Assert.Equal(
            ["From hospital to community", "From treatment and sickness to prevention", "From analogue to digital"],
            Titles(guidelines, "shift"));
        Assert.Equal(
            ["Population health management", "Modern general practice", "Standardised community health services",
                "Neighbourhood multidisciplinary teams", "Integrated intermediate care", "Urgent neighbourhood services"],
            Titles(guidelines, "component"));
        Assert.Equal(
            ["Timely access to general practice and to urgent and emergency care", "Preventing long and costly admissions to hospital",
                "Preventing avoidable long-term admissions to care homes"],
            Titles(guidelines, "impact"));
        Assert.Equal(12, guidelines.Items.Count);
    }

    [Fact]
    public void The_successor_has_five_goals_and_says_what_became_of_every_earlier_item()
    {
        var successor = Frameworks[1];
        var unmapped = successor.Crosswalk.Where(step => step.To is null).Select(step => step.From);

        Assert.Equal("nhg-2025-26", successor.Succeeds);
        Assert.Equal(
            ["Better health outcomes", "Access to general practice", "Planned care", "Urgent and emergency care performance", "Patient and staff satisfaction"],
            Titles(successor, "goal"));
        Assert.Equal(["shift-digital", "component-multidisciplinary-teams", "impact-care-home-admissions"], unmapped);
    }

    private static IEnumerable<string> Titles(FrameworkFile framework, string kind) =>
        framework.Items.Where(item => item.Kind == kind).Select(item => item.Title);
}
