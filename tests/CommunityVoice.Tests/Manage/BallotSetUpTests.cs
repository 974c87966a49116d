using AngleSharp.Html.Dom;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

public sealed class BallotSetUpTests : SiteTest
{
    private const string New = "/manage/consultations/safer-crossings/ballots/new";
    private Office office = null!;

    public static TheoryData<BallotMethod> Methods => Office.Methods;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_ballot_of_each_method_is_set_up_previewed_published_and_fixed(BallotMethod method)
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));

        var task = await staff.SubmitAsync(await staff.GetAsync(New), Filled(method));

        task.Shows("The ballot is saved.");
        task.Shows(method.Word());
        task.Shows("Not public yet");
        var ballot = await BallotAsync();
        Assert.Equal((method, VoterTier.EmailConfirmed, true), (ballot.Method, ballot.WhoMayVote, ballot.MixesOptions));
        Assert.Equal((ballot.Consultation.OpensAt, ballot.Consultation.ClosesAt), (ballot.OpensAt, ballot.ClosesAt));
        Assert.Equal(["A crossing/With lights", "Slower cars/"], ballot.Priorities.Select(p => $"{p.Title}/{p.Detail}"));
        if (method == BallotMethod.Budget) Assert.Equal([3_000_000, 2_000_050, 4_800_000], ballot.Priorities.Select(p => p.Cost!.Value).Append(ballot.Budget));

        var preview = await staff.GetAsync($"/manage/ballots/{ballot.Id}/preview");
        preview.Shows("This is a preview");
        preview.Shows(ballot.Lead());
        preview.Shows("A crossing");
        Assert.Null(preview.QuerySelector(".cv-preview form"));
        Assert.All(preview.QuerySelectorAll(".cv-preview button, .cv-preview input"), control => Assert.NotNull(control.Closest("fieldset[disabled]")));

        var edit = await staff.GetAsync($"/manage/ballots/{ballot.Id}");
        await office.PublishAsync();
        var page = await staff.GetAsync($"/manage/ballots/{ballot.Id}");
        page.Shows("its wording is fixed");
        page.Shows(ballot.Settings());
        await staff.SubmitAsync(edit, Office.Answers(("Input.Title", "Another question")), HttpStatusCode.BadRequest);
        await staff.GetAsync($"/manage/ballots/{ballot.Id}/remove", HttpStatusCode.NotFound);
        Assert.Equal("What first?", (await BallotAsync()).Title);
    }

    [Theory]
    [InlineData(BallotMethod.Dots, "DotsEach=7 MostOnOne=2", "You have 7 dots.", "7 dots each, 2 at most on one")]
    [InlineData(BallotMethod.Pick, "MostPicks=2", "Pick up to 2", "Up to 2 each")]
    [InlineData(BallotMethod.Rank, "Winners=2", "Put what matters most to you first", "2 are to be chosen")]
    [InlineData(BallotMethod.AgreeDisagreePass, "TakesStatements=true", "People can add a statement of their own", "People may add statements of their own")]
    [InlineData(BallotMethod.Budget, "Completion=None", "There is £48,000 to spend.", "What is left over is kept")]
    public async Task The_settings_of_each_method_are_looked_at_as_a_voter_kept_and_told(BallotMethod method, string settings, string asVoter, string told)
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var answers = Filled(method);
        (answers["Input.Options[2].Title"], answers["Input.Options[2].Cost"]) = ("A warden", method == BallotMethod.Budget ? "500" : "");
        foreach (var setting in settings.Split(' ')) answers[$"Input.{setting.Split('=')[0]}"] = setting.Split('=')[1];

        var page = await staff.SubmitAsync(await staff.GetAsync(New), answers, button: "Look at it as a voter");
        page.Shows(asVoter);
        await staff.SubmitAsync(page); // the button that saves comes first, and everything typed came back

        var ballot = await BallotAsync();
        Assert.Contains(told, ballot.Settings(), StringComparison.Ordinal);
        await office.PublishAsync();
        (await staff.GetAsync($"/manage/ballots/{ballot.Id}")).Shows(ballot.Settings());
    }

    [Theory]
    [InlineData(BallotMethod.Support, "Input.Title", "", "Enter the question of the ballot")]
    [InlineData(BallotMethod.Support, "Input.Options[1].Title", "a crossing", "“a crossing” is there twice: change one or remove it")]
    [InlineData(BallotMethod.Dots, "Input.DotsEach", "many", "Give each person between 1 and 20 dots")]
    [InlineData(BallotMethod.Dots, "Input.MostOnOne", "21", "Allow between 1 and 20 dots on one option")]
    [InlineData(BallotMethod.Dots, "Input.MostOnOne", "9", "The most on one option cannot be more than each person has")]
    [InlineData(BallotMethod.Pick, "Input.MostPicks", "3", "Let each person pick between 1 and 2: there are 2 options")]
    [InlineData(BallotMethod.Rank, "Input.Winners", "2", "Enter a number from 1 to 1: fewer than there are options")]
    [InlineData(BallotMethod.Budget, "Input.Budget", "", "Enter how much money there is")]
    [InlineData(BallotMethod.Budget, "Input.Budget", "lots", "“lots” is no amount: enter it in pounds, such as 48,000")]
    [InlineData(BallotMethod.Budget, "Input.Options[1].Cost", "", "Enter what option 2 costs")]
    [InlineData(BallotMethod.Budget, "Input.Options[1].Cost", "cheap", "“cheap” is no amount: enter what option 2 costs in pounds, such as 4,500")]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(BallotMethod method, string field, string typed, string message)
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var answers = Filled(method);
        answers[field] = typed;

        var refused = await staff.SubmitAsync(await staff.GetAsync(New), answers, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError(field, message);
        foreach (var (name, value) in answers.Where(a => a.Key != "Input.Method")) Assert.Equal(value.ToString(), Value(refused, name));
        Assert.True(((IHtmlInputElement)refused.QuerySelector($"[name='Input.Method'][value='{method}']")!).IsChecked);
        Assert.Equal(0, await Site.AskAsync(db => db.Ballots.CountAsync()));
    }

    [Fact]
    public async Task A_method_and_enough_options_with_words_are_needed()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var form = await staff.GetAsync(New);

        var none = await staff.SubmitAsync(form, expected: HttpStatusCode.UnprocessableEntity);
        none.ShowsError("Input.Method", "Choose how people choose");
        Assert.Contains("Enter at least two options", none.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);

        var unnamed = Filled(BallotMethod.Support);
        (unnamed["Input.Options[2].Detail"], unnamed["Input.Options[1].Title"]) = ("Explains nothing", new string('x', 201));
        var refused = await staff.SubmitAsync(form, unnamed, HttpStatusCode.UnprocessableEntity);
        refused.ShowsError("Input.Options[2].Title", "Enter what option 3 is, or remove it");
        Assert.Contains("must be 200 characters or fewer", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_of_its_own_must_lie_within_the_consultation()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var form = await staff.GetAsync(New);
        async Task<string> RefusedAsync(DateOnly? opens, DateOnly? closes) => (await staff.SubmitAsync(form, Days(Filled(BallotMethod.Support), opens, closes), HttpStatusCode.UnprocessableEntity))
            .QuerySelector("[data-error-summary]")!.Words();

        var today = FakeClock.Today;
        Assert.Contains("at the earliest, when the consultation opens", await RefusedAsync(today.AddDays(-8), null), StringComparison.Ordinal);
        Assert.Contains("The ballot must open by", await RefusedAsync(today.AddDays(36), null), StringComparison.Ordinal);
        Assert.Contains("at the latest, when the consultation closes", await RefusedAsync(null, today.AddDays(36)), StringComparison.Ordinal);
        Assert.Contains("The ballot must close after it opens", await RefusedAsync(today.AddDays(10), today.AddDays(9)), StringComparison.Ordinal);

        await staff.SubmitAsync(form, Days(Filled(BallotMethod.Support), today.AddDays(2), today.AddDays(9)));
        var ballot = await BallotAsync();
        Assert.Equal((UkTime.StartOf(today.AddDays(2)), UkTime.EndOf(today.AddDays(9))), (ballot.OpensAt, ballot.ClosesAt));
        var edit = await staff.GetAsync($"/manage/ballots/{ballot.Id}");
        Assert.Equal($"{today.AddDays(9).Day}", Value(edit, "Input.ClosesOn.Day"));
    }

    [Fact]
    public async Task A_project_dearer_than_the_budget_or_a_budget_for_everything_is_asked_about_once()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var answers = Filled(BallotMethod.Budget);
        answers["Input.Budget"] = "25,000";

        var asked = await staff.SubmitAsync(await staff.GetAsync(New), answers);
        asked.Shows("“A crossing” costs £30,000, which is more than the budget of £25,000: it can never be chosen.");
        var again = await staff.SubmitAsync(asked, Office.Answers(("Input.Budget", "90,000")));
        again.Shows("Everything together costs £50,000.50 and fits the budget of £90,000");
        Assert.Equal(0, await Site.AskAsync(db => db.Ballots.CountAsync()));

        (await staff.SubmitAsync(again)).Shows("The ballot is saved.");
        Assert.Equal(9_000_000, (await BallotAsync()).Budget);
    }

    [Fact]
    public async Task Rows_are_added_moved_and_removed_by_buttons_and_lines_become_rows()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        var answers = Filled(BallotMethod.Dots);
        (answers["Input.DotsEach"], answers["Input.OpensOn.Day"], answers["Input.Lines"]) = ("several", "31", "A warden | In the morning\n\nLights");

        var page = await staff.SubmitAsync(await staff.GetAsync(New), answers, button: "Add these to the list");
        Assert.Equal(["A crossing", "Slower cars", "A warden", "Lights"], Titles(page));
        Assert.Equal(("several", "31", ""), (Value(page, "Input.DotsEach"), Value(page, "Input.OpensOn.Day"), Value(page, "Input.Lines")));
        page = await staff.SubmitAsync(page, button: "Up: move option 4");
        page = await staff.SubmitAsync(page, button: "Remove option 1");
        page = await staff.SubmitAsync(page, button: "Down: move option 1");
        Assert.Equal(["Lights", "Slower cars", "A warden"], Titles(page));
        page = await staff.SubmitAsync(page, button: "Add empty rows");
        Assert.Equal(6, Titles(page).Count);

        page = await staff.SubmitAsync(page, Office.Answers(("Input.DotsEach", "5"), ("Input.OpensOn.Day", "")), button: "Look at it as a voter");
        page.Shows("This is what a voter will see");
        Assert.Equal(0, await Site.AskAsync(db => db.Ballots.CountAsync()));
        await staff.SubmitAsync(page);
        Assert.Equal(["Lights/", "Slower cars/", "A warden/In the morning"], (await BallotAsync()).Priorities.Select(p => $"{p.Title}/{p.Detail}"));
    }

    [Fact]
    public async Task A_ballot_is_changed_and_removed_while_it_is_a_draft_and_each_step_is_recorded()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation(published: false));
        await staff.SubmitAsync(await staff.GetAsync(New), Filled(BallotMethod.Dots));
        var id = (await BallotAsync()).Id;

        var edit = await staff.GetAsync($"/manage/ballots/{id}");
        var changed = Office.Answers(("Input.Method", "Rank"), ("Input.WhoMayVote", "LetterCode"), ("Input.KeepsOrder", "true"), ("Input.Options[1].Title", "Much slower cars"));
        await staff.SubmitAsync(edit, changed);
        var ballot = await BallotAsync();
        Assert.Equal((id, BallotMethod.Rank, VoterTier.LetterCode, false, 2), (ballot.Id, ballot.Method, ballot.WhoMayVote, ballot.MixesOptions, ballot.Priorities.Count));
        Assert.Equal("Much slower cars", ballot.Priorities[1].Title);

        var task = await staff.SubmitAsync(await staff.GetAsync($"/manage/ballots/{id}/remove"));
        task.Shows("No ballot yet");
        Assert.Equal(["ballot.written", "ballot.changed", "ballot.removed"], await office.VerbsAsync());
    }

    [Fact]
    public async Task A_ballot_with_a_paper_is_never_changed_or_removed()
    {
        await office.StaffAsync();
        var consultation = office.Consultation(published: false);
        var (ballot, participant) = (Office.Ballot(consultation, BallotMethod.Support), new Participant(Guid.NewGuid()));
        await Site.SaveAsync(ballot, participant);
        await Site.SaveAsync(new EnteredPaper(ballot.Id, participant.Id, "1", EntryChannel.Paper, FakeClock.Today, (await Site.AskAsync(db => db.People.FirstAsync())).Id, Site.Now));

        var draft = new BallotDraft("Another", new BallotRules(BallotMethod.Support), null, null, [new("One", ""), new("Two", "")]);
        Assert.False(await Site.AskAsync<BallotDesk, bool>(desk => desk.RewriteAsync(ballot, draft, Guid.NewGuid(), default)));
        Assert.False(await Site.AskAsync<BallotDesk, bool>(desk => desk.RemoveAsync(ballot, Guid.NewGuid(), default)));
    }

    [Fact]
    public async Task An_open_consultation_takes_another_ballot_and_a_closed_one_does_not()
    {
        var staff = await office.StaffAsync();
        await Site.SaveAsync(office.Consultation());
        var form = await staff.GetAsync(New);
        form.Shows("This consultation is public");

        (await staff.SubmitAsync(form, Filled(BallotMethod.Support))).Shows("The ballot is saved, and public.");
        var ballot = await BallotAsync();
        Assert.Equal((Site.Now, ballot.Consultation.ClosesAt), (ballot.OpensAt, ballot.ClosesAt));
        await new Browser(Site).GetAsync($"/ballots/{ballot.Id}");

        Site.Clock.Advance(TimeSpan.FromDays(40));
        var later = await office.StaffAsync();
        (await later.GetAsync(New)).Shows("no ballot can be added");
    }

    [Fact]
    public async Task Staff_of_another_area_or_without_the_capability_open_no_page_of_a_ballot()
    {
        var ballot = Office.Ballot(office.Consultation(published: false), BallotMethod.Support);
        await Site.SaveAsync(ballot);
        foreach (var browser in new[] { await office.StrangerAsync(Capability.Consult), await office.StaffAsync(Capability.EnterOnBehalf) })
        {
            foreach (var page in new[] { New, $"/manage/ballots/{ballot.Id}", $"/manage/ballots/{ballot.Id}/preview", $"/manage/ballots/{ballot.Id}/remove", $"/manage/ballots/{ballot.Id}/codes" })
                await browser.GetAsync(page, HttpStatusCode.Forbidden);
        }
        (await (await office.StaffAsync()).GetAsync($"/manage/ballots/{ballot.Id}")).Shows("Remove this ballot");
    }

    internal static Dictionary<string, StringValues> Filled(BallotMethod method)
    {
        var answers = Office.Answers(("Input.Title", "What first?"), ("Input.Method", $"{method}"), ("Input.Options[0].Title", "A crossing"),
            ("Input.Options[0].Detail", "With lights"), ("Input.Options[1].Title", "Slower cars"));
        if (method == BallotMethod.Pick) answers["Input.MostPicks"] = "1";
        if (method != BallotMethod.Budget) return answers;
        (answers["Input.Budget"], answers["Input.Options[0].Cost"], answers["Input.Options[1].Cost"]) = ("£48,000", "30,000", "20000.50");
        return answers;
    }

    private static Dictionary<string, StringValues> Days(Dictionary<string, StringValues> answers, DateOnly? opens, DateOnly? closes)
    {
        foreach (var (field, day) in new[] { ("OpensOn", opens), ("ClosesOn", closes) })
        {
            if (day is { } on) (answers[$"Input.{field}.Day"], answers[$"Input.{field}.Month"], answers[$"Input.{field}.Year"]) = ($"{on.Day}", $"{on.Month}", $"{on.Year}");
        }
        return answers;
    }

    private static string Value(IHtmlDocument page, string name) => page.QuerySelector($"[name='{name}']") switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        _ => "",
    };

    private static List<string> Titles(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[name^='Input.Options'][name$='.Title']").OfType<IHtmlInputElement>().Select(i => i.Value)];

    private Task<Ballot> BallotAsync() => Site.AskAsync(db => db.Ballots.AsNoTracking().WithOffer().SingleAsync());
}
