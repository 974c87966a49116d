namespace CommunityVoice.BrowserTests;

/// <summary>One sentence goes all the way by the hands of those whose turn it is: said, grouped, cited, recommended on, answered, planned, paid for. A reader follows it to the pounds and back.</summary>
public sealed class SentenceJourney(Chromium chromium) : JourneyTest(chromium)
{
    private const string Consultation = "/consultations/coming-home-from-hospital";
    private const string Sentence = "Nobody had filled the kettle when Mum came home on Friday night.";
    private const string Theme = "A house that is ready";
    private const string Finding = "People come home to a house that is not ready";
    private const string Ask = "Ring everybody on the day before they come home to hear what they need";
    private const string Action = "Somebody at home before you are";
    private const string Line = "Hours of those who go ahead";
    private const string Email = "ray@example.org";
    private const int MostLinks = 4;

    [Theory]
    [InlineData(360, false, false)]
    [InlineData(1280, true, true)]
    public async Task A_sentence_goes_from_a_comment_to_the_money_and_back(int width, bool javaScript, bool keyboardOnly)
    {
        var way = new Way(width, javaScript, keyboardOnly);
        await SayAsync(await OpenAsync("sentence-said", way));
        var tom = await OpenAsync("sentence-found", way);
        await tom.SignInAsAsync("editor");
        var comment = await GroupAsync(tom);
        await PublishAsync(tom);
        await AnswerAsync(await OpenAsync("sentence-answered", way));
        await PlanAsync(await OpenAsync("sentence-planned", way));
        await FollowThereAndBackAsync(await OpenAsync("sentence", way), comment);
    }

    private async Task SayAsync(Visitor ray)
    {
        await ray.GoToAsync(Consultation);
        await ray.PressAsync("Add a comment");
        await ray.FillAsync("Your comment", Sentence);
        await ray.FillAsync("A name to show", "Ray");
        await ray.PressAsync("Check and publish");
        await ray.FillAsync("Your e-mail address", Email);
        await ray.PressAsync("Send me a code to publish it");
        await ray.FillAsync("Six-digit code", await Letters.NextCodeToAsync(Email));
        await ray.PressAsync("Send what I wrote");
        await ray.SeesAsync("Your comment is in");
        await ray.ChooseAsync("Carer");
        await ray.PressAsync("Save and continue");
        await ray.SeesAsync(Sentence);
    }

    /// <summary>Gives it a theme; answers the address of the comment.</summary>
    private static async Task<string> GroupAsync(Visitor tom)
    {
        await tom.GoToAsync("/moderation/themes/coming-home-from-hospital?q=kettle");
        var comment = await tom.Page.Locator("main .cv-coding a[href*='/comments/']").First.GetAttributeAsync("href");
        await tom.ChooseAsync(tom.Page.Locator("[name='Input.Ids']").First);
        await tom.FillAsync("Or a new theme", Theme);
        await tom.PressAsync(tom.Page.Locator("[name='Input.Takes'][value='false']"));
        await tom.SeesAsync("Done: 1 change.");
        return comment!;
    }

    private static async Task PublishAsync(Visitor tom)
    {
        await tom.GoToAsync("/manage/summaries");
        await tom.FollowAsync(DraftReport.Title);
        var tasks = new Uri(tom.Page.Url).AbsolutePath;
        await tom.FollowAsync("Findings, and what they rest on");
        await tom.PressAsync("Add a finding");
        await tom.FillAsync("The finding in one sentence", Finding);
        await tom.FillAsync("What was said", "One person said so.");
        await tom.PickAsync("Theme", Theme);
        await tom.PressAsync("Save");
        await tom.SeesAsync(Sentence);
        await tom.ChooseAsync(tom.Page.Locator("[name='Ids']").First);
        await tom.PressAsync("Add these");

        await tom.GoToAsync($"{tasks}/recommendations/write");
        await tom.FillAsync("What should be done?", Ask);
        await tom.PickAsync("Who is asked?", "Weir Valley");
        await tom.ChooseAsync(tom.Page.Locator("[name='Input.Findings']").First);
        await tom.FillAsync("Why?", "Whoever is rung can say what is missing.");
        await tom.FillAsync("How will we know that it was done?", "The network counts the calls.");
        await tom.PressAsync("Save");
        await tom.SeesAsync(Ask);

        await tom.GoToAsync($"{tasks}/figures");
        await tom.PressAsync("Freeze these figures");
        await tom.GoToAsync($"{tasks}/publish");
        await tom.SeesAsync("Everything a summary needs is there");
        await tom.PressAsync(tom.Page.GetByRole(AriaRole.Button, new() { Name = "Publish" }));
        await tom.SeesAsync("It stays as it is.");
    }

    private static async Task AnswerAsync(Visitor anand)
    {
        await anand.SignInAsAsync("practice");
        await anand.GoToAsync("/manage/recommendations");
        await anand.FollowAsync(Ask);
        await anand.PressAsync("Answer");
        await anand.ChooseAsync("We accept it");
        await anand.FillAsync("What will you do?", "Every practice rings from June.");
        await anand.FillAsync("Who answers for it?", "Network manager");
        await FillDateAsync(anand, "ByWhen", "1", "6", "2028");
        await anand.PressAsync("Check your answer");
        await anand.PressAsync("Publish the answer");
        await anand.SeesAsync("Your answer is public.");
    }

    private static async Task PlanAsync(Visitor helen)
    {
        await helen.SignInAsAsync("board");
        await helen.GoToAsync("/manage/strategies");
        await helen.FollowAsync(helen.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "Closer to home: our plan for Rivermead", Exact = true }));
        await helen.FollowAsync("begin a new version");
        await helen.FillAsync("Why is there a new version?", "People said that houses are not ready.");
        await helen.PressAsync("Begin version");

        await helen.PressAsync("Add an action");
        await helen.FillAsync(helen.Page.Locator("[name='Input.Title']"), Action);
        await helen.FillAsync("What will be done", "Somebody goes ahead, puts the heating on and fills the kettle.");
        await helen.PickAsync("Who owns it?", "Rivermead Council");
        await FillDateAsync(helen, "DueOn", "31", "3", "2029");
        await helen.FillAsync("What is measured?", "Homes made ready");
        await helen.FillAsync("Where does it stand now?", "0");
        await helen.FillAsync("What should it reach?", "400");
        await helen.FillAsync("Could this be decided lower?", "Yes: each neighbourhood chooses who goes.");
        await helen.ChooseAsync("From treatment and sickness to prevention");
        await helen.ChooseAsync(Finding);
        await helen.PressAsync("Save");
        await helen.SeesAsync("is saved");

        await helen.PressAsync("Add a budget line");
        await helen.FillAsync("What is the money for?", Line);
        await helen.FillAsync("Amount for the whole period", "96,000");
        await FillDateAsync(helen, "StartsOn", "1", "4", "2028");
        await FillDateAsync(helen, "EndsOn", "31", "3", "2029");
        await helen.FillAsync("Who pays?", "Board's shared budget");
        await helen.PickAsync("Where was this money spent before?", "Hospital");
        await helen.PickAsync("Where will it be spent?", "Voluntary groups");
        await helen.PickAsync("What sort of organisation gets it?", "Voluntary group");
        await helen.FillAsync("Who gets it?", "Marsh Lane Community Kitchen");
        await helen.PickAsync("Which action is it for?", Action);
        await helen.PressAsync("Save");
        await helen.SeesAsync("is saved");

        await helen.PressAsync("Check and publish");
        await helen.SeesAsync("Everything a strategy needs is there");
        await helen.PressAsync("Publish");
        await helen.SeesAsync("Published: Closer to home");
    }

    private static async Task FollowThereAndBackAsync(Visitor reader, string comment)
    {
        var links = 0;
        await reader.GoToAsync(comment);
        await reader.SeesAsync(Sentence);
        await FollowAsync(reader.Page.Locator("main a[href*='/thread/comment/']"));
        foreach (var step in new[] { "Said: 1 comment", "Grouped: 1 theme", Theme, "Found: 1 finding", Finding, "Recommended: 1 recommendation", Ask, "Every practice rings from June.", "Planned: 1 action", Action, "Paid for: £96,000" })
            await reader.SeesAsync(step);
        await FollowAsync(reader.Page.Locator("#step-line a[href*='#line-']").Filter(new() { HasText = Line }));
        await reader.SeesAsync($"£96,000: {Line}");
        Assert.InRange(links, 1, MostLinks);

        links = 0;
        await FollowAsync(reader.Page.Locator("section[id^='line-']").Filter(new() { HasText = Line }).Locator("a[href*='/thread/line/']"));
        await FollowAsync(reader.Page.Locator("#step-comment a[href*='/comments/']").Filter(new() { HasText = Sentence }));
        await reader.SeesAsync(Sentence);
        Assert.Equal(comment, new Uri(reader.Page.Url).AbsolutePath);
        Assert.InRange(links, 1, MostLinks);

        Task FollowAsync(ILocator link)
        {
            links++;
            return reader.FollowAsync(link);
        }
    }

    private static async Task FillDateAsync(Visitor visitor, string field, string day, string month, string year)
    {
        await visitor.FillAsync(visitor.Page.Locator($"[name='Input.{field}.Day']"), day);
        await visitor.FillAsync(visitor.Page.Locator($"[name='Input.{field}.Month']"), month);
        await visitor.FillAsync(visitor.Page.Locator($"[name='Input.{field}.Year']"), year);
    }
}
