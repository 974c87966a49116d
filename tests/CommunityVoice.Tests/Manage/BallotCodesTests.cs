using CommunityVoice.Analysis.Ballots;
using CommunityVoice.People;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Manage;

public sealed class BallotCodesTests : SiteTest
{
    private Office office = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        office = new(Site);
    }

    [Fact]
    public async Task Codes_are_shown_once_taken_as_a_file_used_and_cancelled()
    {
        var staff = await office.StaffAsync();
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support, VoterTier.LetterCode, "=SUM(A1), or what?"));
        var form = await staff.GetAsync($"/manage/ballots/{ballot.Id}/codes");

        var made = await staff.SubmitAsync(form, Office.Answers(("Count", "3")));
        var codes = made.QuerySelectorAll(".cv-codes b").Select(c => c.TextContent).ToList();
        Assert.Equal(3, codes.Distinct(StringComparer.Ordinal).Count());
        var file = await Office.FileAsync(staff, made, "Take the file");
        Assert.Equal(4, file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.All(codes, code => Assert.Contains($",{code},\"'=SUM(A1), or what?\",", file, StringComparison.Ordinal));
        var later = await staff.GetAsync($"/manage/ballots/{ballot.Id}/codes");
        Assert.All(codes, later.DoesNotShow);
        later.Shows("Run 1");

        var voters = new[] { new Participant(Guid.NewGuid()), new Participant(Guid.NewGuid()) };
        await Site.SaveAsync(voters[0], voters[1]);
        Assert.Equal(PassOutcome.Given, await UseAsync(ballot, voters[0], codes[0]));
        (await staff.GetAsync($"/manage/ballots/{ballot.Id}/codes")).Shows("3 codes 1");
        var cancelled = await staff.SubmitAsync(later, button: "Cancel them");
        cancelled.Shows("2 codes of run 1 stopped working.");
        Assert.Equal(PassOutcome.Spent, await UseAsync(ballot, voters[1], codes[1]));
        Assert.Equal(["ballot.codes-made", "ballot.codes-cancelled"], await office.VerbsAsync());
        Assert.DoesNotContain(await Site.AskAsync(db => db.ActivityEntries.Select(e => e.Detail).ToListAsync()), d => d!.Contains(codes[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("5001")]
    [InlineData("some")]
    public async Task A_number_of_codes_that_cannot_be_is_refused(string typed)
    {
        var staff = await office.StaffAsync();
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support, VoterTier.LetterCode));

        var refused = await staff.SubmitAsync(await staff.GetAsync($"/manage/ballots/{ballot.Id}/codes"), Office.Answers(("Count", typed)), HttpStatusCode.UnprocessableEntity);

        refused.ShowsError("Count", "Enter a number from 1 to 5,000");
    }

    [Fact]
    public async Task A_ballot_that_asks_for_no_code_gets_none()
    {
        var staff = await office.StaffAsync();
        var ballot = await Site.SaveAsync(Office.Ballot(office.Consultation(), BallotMethod.Support));

        (await staff.GetAsync($"/manage/ballots/{ballot.Id}/codes")).Shows("This ballot asks for no code from a letter.");
    }

    private Task<PassOutcome> UseAsync(Ballot ballot, Participant voter, string code) =>
        Site.AskAsync<Eligibility, PassOutcome>(eligibility => eligibility.UseCodeAsync(ballot, voter.Id, code, default));
}
