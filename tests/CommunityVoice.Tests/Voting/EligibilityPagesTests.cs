using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.Voting;
using Microsoft.EntityFrameworkCore;

namespace CommunityVoice.Tests.Voting;

/// <summary>Votes that ask for a postcode in the area or a code from a letter.</summary>
public sealed class EligibilityPagesTests : SiteTest
{
    private Ballot ballot = null!;
    private Browser asha = null!;

    [Fact]
    public async Task A_postcode_in_the_area_opens_the_vote_and_is_not_kept()
    {
        await OpenAsync(VoterTier.PostcodeInArea);
        var page = await asha.GetAsync(Address());
        page.Shows("This vote is for people who live in Rivermead");
        Assert.DoesNotContain(page.Forms, f => f.Method == "post");

        page = await asha.FollowAsync(page, "Give your postcode");
        page.Shows("Not your postcode.");
        page = await asha.SubmitAsync(page, new() { ["Postcode"] = "qv4 2ab" });
        page = await asha.SubmitAsync(page, new() { ["Chosen"] = $"{ballot.Priorities[0].Id}" }, button: "Check your choices");
        (await asha.SubmitAsync(page, button: "Confirm your choices")).Shows("Your choices are recorded");

        Assert.Equal(VoterTier.PostcodeInArea, await Site.AskAsync(db => db.BallotPapers.Select(p => p.Tier).SingleAsync()));
    }

    [Theory]
    [InlineData("", "Enter a whole postcode, like QV4 2AB")]
    [InlineData("QV4", "Enter a whole postcode, like QV4 2AB")]
    [InlineData("QV9 9ZZ", "We do not know this postcode. Check it, or ask us to help at the address on our contact page")]
    [InlineData("QV5 5AA", "This postcode lies outside Rivermead, and this vote is for people who live there. You can still say what you think in a comment")]
    public async Task A_postcode_that_does_not_do_is_told_and_stays(string typed, string message)
    {
        await OpenAsync(VoterTier.PostcodeInArea);

        var page = await asha.SubmitAsync(await asha.GetAsync($"{Address()}/eligibility"), new() { ["Postcode"] = typed }, HttpStatusCode.UnprocessableEntity);

        page.ShowsError("Postcode", message);
        Assert.Equal(typed, page.QuerySelector("[name=Postcode]")!.GetAttribute("value") ?? "");
        Assert.Equal(0, await Site.AskAsync(db => db.VoterPasses.CountAsync()));
    }

    [Fact]
    public async Task A_code_from_a_letter_opens_the_vote_once()
    {
        await OpenAsync(VoterTier.LetterCode);
        var code = await CodeAsync();
        var other = new Browser(Site, (await Site.SaveAsync(A.Person("Ben C"))).Id);

        var page = await asha.FollowAsync(await asha.GetAsync(Address()), "Enter your code");
        page = await asha.SubmitAsync(page, new() { ["Code"] = code.ToLowerInvariant() });
        page.Shows("0 ticked");
        page = await other.SubmitAsync(await other.GetAsync($"{Address()}/eligibility"), new() { ["Code"] = code }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Code", "This code was used already, or its letter was called back. Ask us for another");
        page = await other.SubmitAsync(page, new() { ["Code"] = "7QFK" }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Code", "Enter a code of 12 letters and numbers, like 7QFK-2M9X-4T0A");
    }

    [Fact]
    public async Task A_code_can_stand_in_for_a_postcode()
    {
        await OpenAsync(VoterTier.PostcodeInArea);
        var code = await CodeAsync();

        var page = await asha.SubmitAsync(await asha.GetAsync($"{Address()}/eligibility"), new() { ["Code"] = code });

        page.Shows("0 ticked");
        Assert.Equal(VoterTier.LetterCode, await Site.AskAsync(db => db.VoterPasses.Select(p => p.Tier).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_may_vote_anyway_may_still_enter_a_code()
    {
        await OpenAsync(VoterTier.EmailConfirmed);
        await asha.GetAsync($"{Address()}/eligibility"); // leads back while no letters went out
        Assert.Equal(Address(), asha.Answer.RequestMessage!.RequestUri!.AbsolutePath);
        var code = await CodeAsync();

        var page = await asha.FollowAsync(await asha.GetAsync(Address()), "enter the code in it");
        page.Shows("You can vote without it.");
        await asha.SubmitAsync(page, new() { ["Code"] = code });

        Assert.Equal(VoterTier.LetterCode, await Site.AskAsync(db => db.VoterPasses.Select(p => p.Tier).SingleAsync()));
    }

    [Fact]
    public async Task Ten_wrong_codes_an_hour_are_enough()
    {
        await OpenAsync(VoterTier.LetterCode);
        var code = await CodeAsync();
        var page = await asha.GetAsync($"{Address()}/eligibility");
        for (var i = 0; i < CodeTries.MostWrong; i++)
        {
            page = await asha.SubmitAsync(page, new() { ["Code"] = $"7QFK-2M9X-4T{i:00}" }, HttpStatusCode.UnprocessableEntity);
            page.ShowsError("Code", "We have no such code for this vote. Check it letter by letter");
        }

        page = await asha.SubmitAsync(page, new() { ["Code"] = code }, HttpStatusCode.UnprocessableEntity);
        page.ShowsError("Code", "You have entered 10 wrong codes in an hour. Wait an hour and try again, or ask us for help");
        Assert.Equal(0, await Site.AskAsync(db => db.VotingCodes.CountAsync(c => c.UsedAt != null)));

        Site.Clock.Advance(CodeTries.Spell);
        (await asha.SubmitAsync(page, new() { ["Code"] = code })).Shows("0 ticked");
    }

    [Fact]
    public async Task A_form_sent_by_whoever_may_not_vote_leads_to_the_question()
    {
        await OpenAsync(VoterTier.EmailConfirmed);
        var form = await asha.GetAsync(Address());
        await Site.AskAsync(db => db.Ballots.ExecuteUpdateAsync(set => set.SetProperty(b => b.WhoMayVote, VoterTier.PostcodeInArea)));

        var page = await asha.SubmitAsync(form, new() { ["Chosen"] = $"{ballot.Priorities[0].Id}" }, button: "Check your choices");

        page.Shows("Do you live here?");
    }

    [Fact]
    public async Task Statements_ask_first_too()
    {
        await OpenAsync(VoterTier.PostcodeInArea, BallotMethod.AgreeDisagreePass);

        var page = await asha.GetAsync($"{Address()}/statements");
        page.Shows("Give your postcode");
        page = await asha.SubmitAsync(await asha.FollowAsync(page, "Give your postcode"), new() { ["Postcode"] = "QV4 2AB" });

        page.Shows("0 of 3");
    }

    private async Task OpenAsync(VoterTier tier, BallotMethod method = BallotMethod.Support)
    {
        var (place, ward, elsewhere) = (A.Area(), A.Area("Hillgate", AreaLevel.Ward), A.Area("Downs", AreaLevel.Ward));
        await Site.SaveAsync(ward, place, elsewhere, new AreaLink(place, AreaLinkKind.Contains, ward));
        await Site.SaveAsync(new Postcode("QV42AB", ward.Id, null, null, null, null), new Postcode("QV55AA", elsewhere.Id, null, null, null, null));
        ballot = await Site.SaveAsync(A.Ballot(A.Consultation(area: place), new BallotRules(method) { WhoMayVote = tier }));
        asha = new Browser(Site, (await Site.SaveAsync(A.Person("Asha B"))).Id);
    }

    private async Task<string> CodeAsync()
    {
        var staff = await Site.SaveAsync(A.Person("Sam E"));
        return Assert.Single(await Site.AskAsync<VotingCodes, IReadOnlyList<string>>(c => c.MakeAsync(ballot, 1, staff.Id, default)));
    }

    private string Address() => $"/ballots/{ballot.Id}";
}
