namespace CommunityVoice.BrowserTests;

/// <summary>A vote by each method but dots (see <see cref="ResidentJourney"/>), from the consultation to the receipt: by keys alone at one width, without scripts at the other.</summary>
public sealed class VotingJourneys(Chromium chromium) : JourneyTest(chromium)
{
    private const string Email = "nell@example.org";

    public static TheoryData<Way> KeysOnAPhone => new() { new Way(360, KeyboardOnly: true), new Way(1280, JavaScript: false) };
    public static TheoryData<Way> ScriptsOffOnAPhone => new() { new Way(1280, KeyboardOnly: true), new Way(360, JavaScript: false) };

    [Theory]
    [MemberData(nameof(ScriptsOffOnAPhone))]
    public async Task Somebody_new_supports_what_they_like_and_signs_in_after(Way way)
    {
        var nell = await OpenAsync("vote-support", way);
        await nell.GoToAsync(VotesOfEveryMethod.Address);
        await nell.PressAsync("Support what you like");
        await nell.PressAsync("Support what you like");
        await nell.PressAsync("Check your choices");
        await nell.SeesAsync("Tick at least one that you support");
        await nell.ChooseAsync(Tick(nell, "Times on a screen"));
        await nell.ChooseAsync(Tick(nell, "A shelter at the clinic"));
        await nell.PressAsync("Check your choices");
        await nell.FillAsync("Your e-mail address", Email);
        await nell.PressAsync("Send me a code");
        await nell.FillAsync("Six-digit code", await Letters.NextCodeToAsync(Email));
        await nell.PressAsync("See what I chose");
        await nell.SeesAsync("Times on a screen");
        await nell.PressAsync("Confirm your choices");
        await nell.SeesAsync("Your choices are recorded");

        await nell.GoToAsync(VotesOfEveryMethod.Address);
        await nell.PressAsync("Support what you like");
        await nell.SeesAsync("You have chosen already.");
        await nell.SeesAsync("2 ticked");
        await nell.FollowAsync("take your choices back");
        await nell.PressAsync("Take my choices back");
        await nell.SeesAsync("Your choices are taken back");
    }

    [Theory]
    [MemberData(nameof(KeysOnAPhone))]
    public async Task Somebody_picks_no_more_than_they_may(Way way)
    {
        var joseph = await ComeAsync("pick", way, "Pick up to 3");
        foreach (var stop in new[] { "Mill Lane", "Weir Road", "The clinic", "Old Town square" }) await joseph.ChooseAsync(Tick(joseph, stop));
        if (way.JavaScript) await joseph.SeesAsync("4 of 3 picked");
        await joseph.PressAsync("Check your choices");
        await joseph.SeesAsync("Pick 3 at most: you picked 4, so take 1 out");
        await joseph.LeaveOutAsync(Tick(joseph, "Weir Road"));
        if (way.JavaScript) await joseph.SeesAsync("3 of 3 picked");
        await ConfirmAsync(joseph);
    }

    [Theory]
    [MemberData(nameof(ScriptsOffOnAPhone))]
    public async Task Somebody_who_lives_here_puts_things_in_order(Way way)
    {
        var joseph = await ComeAsync("rank", way, "Put them in order");
        await joseph.PressAsync("Give your postcode");
        await joseph.FillAsync("Your postcode", "QV9 9ZZ");
        await joseph.PressAsync("Continue");
        await joseph.SeesAsync("We do not know this postcode");
        await joseph.FillAsync("Your postcode", "QV4 1AA");
        await joseph.PressAsync("Continue");

        await MoveAsync(joseph, way, "Put next Go by the hospital");
        await MoveAsync(joseph, way, "Put next Run on Sundays");
        await MoveAsync(joseph, way, "Put first Run every twenty minutes");
        await MoveAsync(joseph, way, "Move up Run on Sundays");
        await MoveAsync(joseph, way, "Leave out Go by the hospital");
        await joseph.SeesAsync("2 of 4 put in order");
        await joseph.FillAsync("Place of Cost a pound for everybody", "1");
        await joseph.PressAsync("Check your choices");
        await joseph.SeesAsync("a number of its own");
        await joseph.FillAsync("Place of Cost a pound for everybody", "7");
        await ConfirmAsync(joseph, "You leave 1 out");
    }

    [Theory]
    [MemberData(nameof(KeysOnAPhone))]
    public async Task Somebody_agrees_and_disagrees_and_adds_a_statement(Way way)
    {
        var joseph = await ComeAsync("statements", way, "Agree or disagree");
        await joseph.SeesAsync("0 of 4");
        await joseph.PressAsync(Answer(joseph, "Agree"));
        await joseph.SeesAsync("Your first mark is recorded.");
        await joseph.SeesAsync("1 of 4");
        await joseph.PressAsync(Answer(joseph, "Disagree"));
        await joseph.PressAsync(Answer(joseph, "Pass"));
        await joseph.FollowAsync("Your marks");
        await joseph.SeesAsync("What you said to 3 statements");
        await joseph.FollowAsync(joseph.Page.Locator("table").GetByRole(AriaRole.Link, new() { Name = "Change" }));
        await joseph.PressAsync(Answer(joseph, "Pass"));
        await joseph.SeesAsync("What you said to 3 statements");

        await joseph.PressAsync("Go on with the statements");
        await joseph.FollowAsync("Add a statement of your own");
        await joseph.PressAsync("Send your statement");
        await joseph.SeesAsync("Enter your statement");
        await joseph.FillAsync("Your statement", "The bus should wait for the train");
        await joseph.PressAsync("Send your statement");
        await joseph.SeesAsync("A moderator reads your statement");
        await joseph.PressAsync(Answer(joseph, "Agree"));
        await joseph.SeesAsync("You have marked them all");
    }

    [Theory]
    [MemberData(nameof(ScriptsOffOnAPhone))]
    public async Task Somebody_fills_a_budget(Way way)
    {
        var joseph = await ComeAsync("budget", way, "Fill the budget");
        await joseph.ChooseAsync(Tick(joseph, "Three shelters"));
        await joseph.ChooseAsync(Tick(joseph, "Screens with times"));
        if (!way.JavaScript) await joseph.PressAsync("Update the total");
        await joseph.SeesAsync("£48,000 of £60,000 spent, £12,000 left");
        await joseph.SeesAsync("Costs £13,000 more than is left");
        await joseph.SeesAsync("Still fits");
        await joseph.ChooseAsync(Tick(joseph, "A Sunday service"));
        await joseph.PressAsync("Check your choices");
        await joseph.SeesAsync("What you chose costs £73,000, which is £13,000 more than the £60,000 there is");
        await joseph.LeaveOutAsync(Tick(joseph, "A Sunday service"));
        await ConfirmAsync(joseph, "You leave £12,000 unspent");
    }

    // Reads as a stranger first, as people do, and finds the same way in after signing in.
    private async Task<Visitor> ComeAsync(string journey, Way way, string wayIn)
    {
        var joseph = await OpenAsync($"vote-{journey}", way);
        await joseph.GoToAsync(VotesOfEveryMethod.Address);
        await joseph.PressAsync(wayIn);
        await joseph.SeesAsync("This is advice, not a referendum.");
        await joseph.SignInAsAsync("resident");
        await joseph.GoToAsync(VotesOfEveryMethod.Address);
        await joseph.PressAsync(wayIn);
        return joseph;
    }

    private static async Task ConfirmAsync(Visitor joseph, string? leaves = null)
    {
        await joseph.PressAsync("Check your choices");
        if (leaves is not null) await joseph.SeesAsync(leaves);
        await joseph.PressAsync("Confirm your choices");
        await joseph.SeesAsync("Your choices are recorded");
    }

    private static ILocator Tick(Visitor joseph, string title) => joseph.Page.Locator(".cv-tick", new() { HasText = title }).Locator("input");

    private static ILocator Answer(Visitor joseph, string words) => joseph.Page.Locator(".cv-statement").GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    // With scripts an option moves in place, and its button keeps the focus; without, the page comes back.
    private static Task MoveAsync(Visitor joseph, Way way, string button)
    {
        var move = joseph.Page.GetByRole(AriaRole.Button, new() { Name = button });
        return way.JavaScript ? joseph.PressInPlaceAsync(move) : joseph.PressAsync(move);
    }
}
