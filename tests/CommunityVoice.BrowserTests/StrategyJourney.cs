namespace CommunityVoice.BrowserTests;

/// <summary>A board's author writes an action and its money, is told what is missing, puts it right and publishes; a member of the board then reads where the money goes.</summary>
public sealed class StrategyJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Title = "Warm homes this winter";

    [Theory]
    [InlineData(360, true)]
    [InlineData(1280, false)]
    public async Task An_author_publishes_a_strategy_and_a_member_reads_the_money(int width, bool javaScript)
    {
        var helen = await OpenAsync("strategy", new(width, javaScript));
        await helen.SignInAsAsync("board");
        await helen.GoToAsync("/manage");
        await helen.FollowAsync("Strategies");
        await helen.PressAsync("Start a strategy");
        await helen.FillAsync("Title", Title);
        await helen.PickAsync("Whose strategy, and for where", 1);
        await helen.PickAsync("Guidelines", "2025/26");
        await helen.PressAsync("Start");
        await helen.FollowAsync("Who was involved");
        await helen.FillAsync("How were the voice bodies involved?", "They had the draft for four weeks.");
        await helen.FillAsync("How were people who live or work there involved?", "Home visitors met the board twice.");
        await helen.PressAsync("Save");

        await AddActionAsync(helen, "Three more home visitors", "Workforce", withFinding: true);
        await AddActionAsync(helen, "A public meeting every month", "Local accountability", withFinding: false);
        await AddLineAsync(helen);
        await helen.PressAsync("Check and publish");
        await helen.PressAsync("Publish");
        await helen.SeesAsync("Add money for action 2");

        await helen.FollowAsync(helen.Page.Locator(".cv-tasks a").First);
        await helen.FillAsync("If there is no money for it, why?", "The hall is lent to us.");
        await helen.PressAsync("Save");
        await helen.PressAsync("Preview");
        await helen.PressAsync("Check and publish");
        await helen.SeesAsync("Everything a strategy needs is there");
        await helen.PressAsync("Publish");
        await helen.SeesAsync($"Published: {Title}");
        await helen.FollowAsync("2. A public meeting every month");
        await helen.ChooseAsync("Done");
        await helen.FillAsync("How was it before?", "The board met behind closed doors.");
        await helen.PressAsync("Publish it");
        await helen.SeesAsync("without evidence an action is not done");
        await helen.FillAsync("How is it now?", "Anybody can come and ask.");
        await helen.FillAsync("What shows it?", "Sixty people came to the first.");
        await helen.PressAsync("Publish it");
        await helen.SeesAsync("Everybody can see now how action 2 stands");

        var member = await OpenAsync("board-money", new(width, javaScript));
        await member.SignInAsAsync("board");
        await member.GoToAsync("/strategies");
        await member.FollowAsync("Closer to home");
        await member.PressAsync("Where the money goes");
        await member.SeesAsync("Does the money follow the voice?");
        await member.SeesAsync("Not explained");
        await member.GoToAsync("/summaries/getting-to-see-someone");
        await member.SeesAsync("What came of it");
        await member.GoToAsync("/areas/rivermead");
        await member.SeesAsync("Closer to home");
    }

    private static async Task AddActionAsync(Visitor helen, string title, string kind, bool withFinding)
    {
        await helen.PressAsync("Add an action");
        await helen.FillAsync("Action", title);
        await helen.FillAsync("What will be done", "Somebody comes by, asks what is needed, and sees to it.");
        await helen.ChooseAsync(kind);
        await helen.PickAsync("Who owns it?", "Rivermead Council");
        await helen.FillAsync("Day", "31");
        await helen.FillAsync("Month", "3");
        await helen.FillAsync("Year", "2028");
        await helen.FillAsync("What is measured?", "Homes visited");
        await helen.FillAsync("Where does it stand now?", "120");
        await helen.FillAsync("What should it reach?", "400");
        await helen.FillAsync("Could this be decided lower?", "Yes: each neighbourhood chooses the streets.");
        await helen.ChooseAsync("From treatment and sickness to prevention");
        if (withFinding) await helen.ChooseAsync(helen.Page.Locator("[name='Input.Findings']").First);
        else await helen.FillAsync("If no finding asks for it, why do it?", "The board promised it.");
        await helen.PressAsync("Save");
        await helen.SeesAsync("is saved");
    }

    private static async Task AddLineAsync(Visitor helen)
    {
        await helen.PressAsync("Add a budget line");
        await helen.FillAsync("What is the money for?", "Home visitors");
        await helen.FillAsync("Amount for the whole period", "lots");
        await helen.PressAsync("Save");
        await helen.SeesAsync("Enter an amount in pounds");
        await helen.FillAsync("Amount for the whole period", "96,000");
        foreach (var (field, day, month, year) in new[] { ("StartsOn", "1", "4", "2027"), ("EndsOn", "31", "3", "2030") })
        {
            await helen.FillAsync(helen.Page.Locator($"[name='Input.{field}.Day']"), day);
            await helen.FillAsync(helen.Page.Locator($"[name='Input.{field}.Month']"), month);
            await helen.FillAsync(helen.Page.Locator($"[name='Input.{field}.Year']"), year);
        }
        await helen.FillAsync("Who pays?", "Board's shared budget");
        await helen.PickAsync("Where was this money spent before?", "Hospital");
        await helen.PickAsync("Where will it be spent?", "Voluntary groups");
        await helen.PickAsync("What sort of organisation gets it?", "Voluntary group");
        await helen.FillAsync("Who gets it?", "Marsh Lane Community Kitchen");
        await helen.PickAsync("Which action is it for?", "Three more home visitors");
        await helen.PressAsync("Save");
        await helen.SeesAsync("Budget line 1 is saved");
    }
}
