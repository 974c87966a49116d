using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Bodies;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Manage;

public sealed class PaperFormsTests : SiteTest
{
    private Office office = null!;

    public static TheoryData<BallotMethod> Methods => Office.Methods;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task A_form_of_each_method_counts_once_is_taken_back_and_can_be_entered_again(BallotMethod method)
    {
        var staff = await office.StaffAsync(Capability.EnterOnBehalf);
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), method, VoterTier.LetterCode));
        var home = $"/manage/ballots/{ballot.Id}/papers";
        var answers = Filled(ballot, "a 17");
        (answers["Input.Voice"], answers["Input.AreaId"], answers["Input.Channel"]) = ("Carer", $"{office.Place.Id}", "Phone");

        var next = await staff.SubmitAsync(await staff.GetAsync(home + "/new"), answers);

        next.Shows("Form A 17 is entered.");
        var paper = await Site.AskAsync(db => db.BallotPapers.Include(p => p.Participant).SingleAsync());
        Assert.Equal((Expected(ballot), VoterTier.EnteredByStaff, Voice.Carer, (long?)office.Place.Id), (paper.Choices, paper.Tier, paper.Participant.Voice, paper.Participant.AreaId));
        Assert.Equal(0, await Site.AskAsync(db => db.ParticipantLinks.CountAsync()));
        Assert.Equal(ballot.HasMarks ? 2 : 1, await Site.AskAsync(db => db.LedgerEntries.CountAsync()));
        Assert.Equal("form A 17", await Site.AskAsync(db => db.ActivityEntries.Where(e => e.Verb == "ballot.paper-entered").Select(e => e.Detail).SingleAsync()));

        var twice = await staff.SubmitAsync(next, Filled(ballot, "A  17"), HttpStatusCode.UnprocessableEntity);
        twice.ShowsError("Input.Number", "A form with this number is entered already. Check the number, or take that form back first");
        Assert.Equal((1, 1), await Site.AskAsync(async db => (await db.EnteredPapers.CountAsync(), await db.Participants.CountAsync())));
        await CountsAsync(1);

        var list = await staff.GetAsync(home);
        list.Shows("A 17 By phone");
        var back = await staff.FollowAsync(list, "Take back form A 17");
        (await staff.SubmitAsync(back, expected: HttpStatusCode.UnprocessableEntity)).ShowsError("Reason", "Say why it is taken back");
        (await staff.SubmitAsync(back, Office.Answers(("Reason", "Typed from the wrong pile.")))).Shows("Taken back");
        await CountsAsync(0);
        await staff.SubmitAsync(await staff.GetAsync(home + "/new"), Filled(ballot, "A 17"));
        await CountsAsync(1);
        Assert.Equal(["ballot.paper-entered", "ballot.paper-taken-back", "ballot.paper-entered"], await office.VerbsAsync());
    }

    [Theory]
    [InlineData(BallotMethod.Dots, "3 3", "The form has 6 dots, and each person has 5: check the numbers")]
    [InlineData(BallotMethod.Dots, "4", "Enter a whole number from 0 to 3 for “A crossing”")]
    [InlineData(BallotMethod.Dots, "x", "Enter a whole number from 0 to 3 for “A crossing”")]
    [InlineData(BallotMethod.Rank, "1 1", "Place 1 is given twice: check the form")]
    [InlineData(BallotMethod.Rank, "4", "Enter a place from 1 to 3 for “A crossing”, or leave it empty")]
    [InlineData(BallotMethod.Pick, "1 1 1", "The form has 3 ticks, and each person has 2: check them")]
    [InlineData(BallotMethod.Budget, "1 1 1", "What is ticked costs £60,000, which is more than £48,000: check the form")]
    [InlineData(BallotMethod.Support, "", "Enter what was chosen on the form: a form without choices is no vote")]
    [InlineData(BallotMethod.AgreeDisagreePass, "", "Enter what was chosen on the form: a form without choices is no vote")]
    public async Task Choices_that_cannot_be_are_told_and_kept(BallotMethod method, string typed, string message)
    {
        var staff = await office.StaffAsync(Capability.EnterOnBehalf);
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), method));
        var answers = Office.Answers(("Input.Number", "1"));
        foreach (var (i, text) in typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Index()) answers[Field(ballot, i)] = text;

        var refused = await staff.SubmitAsync(await staff.GetAsync($"/manage/ballots/{ballot.Id}/papers/new"), answers, HttpStatusCode.UnprocessableEntity);

        Assert.Contains(message, refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
        Assert.Contains(refused.QuerySelectorAll(".nhsuk-error-message"), e => e.Words().EndsWith(message, StringComparison.Ordinal));
        var kept = Form.Find(refused, [], "Enter the form").Content!.ReadAsStringAsync();
        foreach (var (name, value) in answers) Assert.Contains($"{Uri.EscapeDataString(name)}={value}", await kept, StringComparison.Ordinal);
        Assert.Equal(0, await Site.AskAsync(db => db.Participants.CountAsync()));
    }

    [Fact]
    public async Task A_form_needs_a_number_and_a_day_that_has_been()
    {
        var staff = await office.StaffAsync(Capability.EnterOnBehalf);
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support));
        var answers = Filled(ballot, "");
        answers["Input.ReceivedOn.Day"] = $"{FakeClock.Today.AddDays(1).Day}";

        var refused = await staff.SubmitAsync(await staff.GetAsync($"/manage/ballots/{ballot.Id}/papers/new"), answers, HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Input.Number", "Enter the number that stands on the form");
        Assert.Contains("The day it came cannot be after today", refused.QuerySelector("[data-error-summary]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_enter_the_same_form_at_once_one_is_told()
    {
        var staff = A.Person();
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support), staff);
        var form = new PaperForm("7", EntryChannel.Paper, FakeClock.Today, Voice.NotSaid, null, [$"{ballot.Priorities[0].Id}"]);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Site.AskAsync<PaperForms, PaperOutcome>(forms => forms.EnterAsync(ballot.Id, form, staff.Id, default))));

        Assert.Single(outcomes, PaperOutcome.Entered);
        Assert.Equal(7, outcomes.Count(o => o == PaperOutcome.NumberTaken));
        await CountsAsync(1);
    }

    [Fact]
    public async Task An_entry_that_a_stop_left_without_its_paper_is_finished_by_entering_the_form_again()
    {
        var (staff, participant) = (A.Person(), new Participant(Guid.NewGuid()));
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support), staff, participant);
        await Site.SaveAsync(new EnteredPaper(ballot.Id, participant.Id, "7", EntryChannel.Paper, FakeClock.Today, staff.Id, Site.Now), new VoterPass(ballot.Id, participant.Id, VoterTier.EnteredByStaff, Site.Now));
        var form = new PaperForm("7", EntryChannel.Phone, FakeClock.Today, Voice.NotSaid, null, [$"{ballot.Priorities[0].Id}"]);
        Task<PaperOutcome> EnterAsync() => Site.AskAsync<PaperForms, PaperOutcome>(forms => forms.EnterAsync(ballot.Id, form, staff.Id, default));

        Assert.Equal(PaperOutcome.NumberTaken, await EnterAsync()); // it may still be on its way
        Site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(PaperOutcome.Entered, await EnterAsync());
        await CountsAsync(1);
        Assert.Equal((1, EntryChannel.Phone), await Site.AskAsync(async db => (await db.Participants.CountAsync(), (await db.EnteredPapers.SingleAsync()).Channel)));
    }

    [Fact]
    public async Task After_the_close_nothing_is_entered_or_taken_back()
    {
        var staff = await office.StaffAsync(Capability.EnterOnBehalf);
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support));
        var home = $"/manage/ballots/{ballot.Id}/papers";
        await staff.SubmitAsync(await staff.GetAsync(home + "/new"), Filled(ballot, "1"));
        Site.Clock.Advance(TimeSpan.FromDays(40));
        var later = await office.StaffAsync(Capability.EnterOnBehalf);

        (await later.GetAsync(home + "/new")).Shows("not taking votes now");
        await later.GetAsync(home + "/take-back?form=1", HttpStatusCode.NotFound);
        var form = new PaperForm("2", EntryChannel.Paper, FakeClock.Today, Voice.NotSaid, null, [$"{ballot.Priorities[0].Id}"]);
        Assert.Equal(PaperOutcome.Closed, await Site.AskAsync<PaperForms, PaperOutcome>(async forms => await forms.EnterAsync(ballot.Id, form, Guid.NewGuid(), default)));
        await CountsAsync(1);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task The_printed_form_says_what_to_do_who_decides_and_where_the_ballot_is(BallotMethod method)
    {
        var staff = await office.StaffAsync(Capability.EnterOnBehalf);
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), method));

        var form = await staff.FollowAsync(await staff.GetAsync($"/manage/ballots/{ballot.Id}/papers"), "Print the form");

        form.Shows("Form number");
        form.Shows("Rivermead Council decides");
        form.Shows($"/ballots/{ballot.Id}");
        Assert.Equal(method == BallotMethod.AgreeDisagreePass ? 9 : 3, form.QuerySelectorAll(".cv-paper__box").Length);
        Assert.NotNull(form.QuerySelector(".cv-paper svg path"));
    }

    [Fact]
    public async Task Only_who_may_enter_answers_of_others_opens_paper_pages_and_finds_the_ballots_of_the_area()
    {
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support));
        foreach (var browser in new[] { await office.StrangerAsync(Capability.EnterOnBehalf), await office.StaffAsync(Capability.Consult) })
        {
            foreach (var page in new[] { "", "/new", "/form", "/take-back?form=1" }) await browser.GetAsync($"/manage/ballots/{ballot.Id}/papers{page}", HttpStatusCode.Forbidden);
        }
        (await (await office.StrangerAsync(Capability.EnterOnBehalf)).GetAsync("/manage/papers")).Shows("No ballots yet");
        (await (await office.StaffAsync(Capability.EnterOnBehalf)).GetAsync("/manage/papers")).Shows("What should come first?");
    }

    private static string Field(Ballot ballot, int option) => $"Input.Choices[{ballot.Priorities[option].Id}]";

    private static Dictionary<string, StringValues> Filled(Ballot ballot, string number)
    {
        var (first, second) = ballot.Method switch
        {
            BallotMethod.Dots => ("2", "1"),
            BallotMethod.Rank => ("2", "1"),
            BallotMethod.AgreeDisagreePass => ("1", "-1"),
            _ => ("1", "1"),
        };
        return Office.Answers(("Input.Number", number), (Field(ballot, 0), first), (Field(ballot, 1), second));
    }

    private static string Expected(Ballot ballot)
    {
        var (first, second) = (ballot.Priorities[0].Id, ballot.Priorities[1].Id);
        return ballot.Method switch
        {
            BallotMethod.Dots => $"{first}=2,{second}=1",
            BallotMethod.Rank => $"{second}>{first}",
            BallotMethod.AgreeDisagreePass => BallotPaper.SeeMarks,
            _ => $"{first},{second}",
        };
    }

    private async Task CountsAsync(int papers)
    {
        Assert.Equal(papers, await Site.AskAsync(db => db.Ballots.Select(b => b.Papers).SingleAsync()));
        Assert.Empty(await Site.AskAsync<TallyCheck, List<string>>(check => check.FindAsync(default)));
    }
}
