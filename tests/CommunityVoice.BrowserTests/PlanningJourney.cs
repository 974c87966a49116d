namespace CommunityVoice.BrowserTests;

/// <summary>An editor writes down a pre-election period, plans whom to hear from, and opens a consultation before the election with a reason that everybody sees.</summary>
public sealed class PlanningJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Title = "Longer evenings at the library";

    [Theory]
    [InlineData(360, false, false)]
    [InlineData(1280, true, false)]
    [InlineData(1280, true, true)]
    public async Task An_editor_plans_a_consultation_before_an_election(int width, bool javaScript, bool keyboardOnly)
    {
        var tom = await OpenAsync("planning", new(width, javaScript, keyboardOnly));
        await tom.SignInAsAsync("editor");
        await AddPeriodAsync(tom);
        await WriteAsync(tom);
        await PlanAsync(tom);
        await PublishAsync(tom);

        var reader = await OpenAsync("reading a plan", new(width, javaScript, keyboardOnly));
        await reader.GoToAsync("/consultations/longer-evenings-at-the-library");
        await reader.SeesAsync("Why before an election");
        await reader.SeesAsync("People who work until late");
        await reader.GoToAsync("/consultations/coming-home-from-hospital");
        await reader.SeesAsync("Who it is meant for, and who was heard");
        await reader.SeesAsync("not measured");
    }

    private static async Task AddPeriodAsync(Visitor tom)
    {
        await tom.GoToAsync("/manage");
        await tom.FollowAsync("Pre-election periods");
        await tom.SeesAsync("Rivermead Council elections");
        await tom.PressAsync("Add a period");
        await tom.FillAsync("Name", "General election");
        await tom.PickAsync("Where", "Rivermead");
        await FillDateAsync(tom, "StartsOn", "1", "3");
        await FillDateAsync(tom, "EndsOn", "1", "2");
        await tom.PressAsync("Save the period");
        await tom.SeesAsync("Polling day must be on or after the first day");
        await FillDateAsync(tom, "EndsOn", "11", "4");
        await tom.PressAsync("Save the period");
        await tom.SeesAsync("The period is saved");
        await tom.FollowAsync("Change General election, Rivermead");
        await tom.FollowAsync("Remove this period");
        await tom.SeesAsync("Nobody is warned any more");
        await tom.FollowAsync("Keep it");
    }

    private static async Task WriteAsync(Visitor tom)
    {
        await tom.GoToAsync("/manage/consultations/new");
        await tom.FillAsync("Title", Title);
        await tom.PickAsync("Area", "Rivermead");
        await tom.PickAsync("Who is asking", "Rivermead Voice");
        await tom.PressAsync("Start the draft");
        await tom.GoToAsync("/manage/consultations/longer-evenings-at-the-library/edit");
        foreach (var field in new[] { "Question", "Why", "DecisionMaker", "CanChange", "CannotChange", "Options", "CostsAndImpacts", "PlannedAudience", "EndsDiscrimination", "AdvancesOpportunity", "FostersRelations", "Mitigations" })
            await tom.FillAsync(tom.Page.Locator($"[name='Input.{field}']"), "Whoever works until five cannot borrow a book.");
        await tom.PickAsync("The law it rests on", "No law asks for it");
        await tom.ChooseAsync("Consulted");
        await FillDateAsync(tom, "OpensOn", "20", "3");
        await FillDateAsync(tom, "ClosesOn", "20", "5");
        await tom.PressAsync("Save");
        await tom.SeesAsync("It would open in a pre-election period");
    }

    private static async Task PlanAsync(Visitor tom)
    {
        await tom.FollowAsync("Change reach plan");
        await tom.SeesAsync("No group yet");
        await tom.FillAsync("The group in your own words", "People who work until late");
        await tom.PressAsync("Add the group");
        await tom.SeesAsync("Choose why they are in the plan");
        await tom.ChooseAsync("Known to be affected");
        await tom.FillAsync("How you will reach them", "At the bus station, from six to eight.");
        await tom.FillAsync("How many people you aim at (optional)", "50");
        await tom.PressAsync("Add the group");
        await tom.SeesAsync("The group is in the plan");
        await tom.FollowAsync("Change People who work until late");
        await tom.FollowAsync("Remove this group");
        await tom.FollowAsync("Keep it");
        await tom.FollowAsync($"Back to “{Title}”");
    }

    private static async Task PublishAsync(Visitor tom)
    {
        await tom.PressAsync("Check and publish");
        await tom.SeesAsync("Consultations that are already open may continue");
        await tom.PressAsync("Schedule it");
        await tom.SeesAsync("Give a reason for opening it in this period");
        await tom.FillAsync("Why it opens before the election", "The library's lease ends in June.");
        await tom.PressAsync("Schedule it");
        await tom.SeesAsync("Scheduled.");
    }

    private static async Task FillDateAsync(Visitor tom, string field, string day, string month)
    {
        foreach (var (part, value) in new[] { ("Day", day), ("Month", month), ("Year", "2030") })
            await tom.FillAsync(tom.Page.Locator($"[name='Input.{field}.{part}']"), value);
    }
}
