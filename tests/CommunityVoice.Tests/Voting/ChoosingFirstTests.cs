using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using CommunityVoice.Analysis.Ballots;
using CommunityVoice.Areas;
using CommunityVoice.People;
using CommunityVoice.Voting;
using CommunityVoice.Web.Voting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;

namespace CommunityVoice.Tests.Voting;

/// <summary>Choices made before signing in wait in this browser, and count once whoever signed in has seen and confirmed them.</summary>
public sealed partial class ChoosingFirstTests : SiteTest
{
    private const string Email = "nell@example.org";

    private Ballot ballot = null!;

    [Theory]
    [InlineData(BallotMethod.Support)]
    [InlineData(BallotMethod.Pick)]
    [InlineData(BallotMethod.Dots)]
    [InlineData(BallotMethod.Rank)]
    [InlineData(BallotMethod.Budget)]
    public async Task Somebody_new_chooses_then_signs_in_then_confirms(BallotMethod method)
    {
        await OpenAsync(method);
        var nell = new Browser(Site);

        var page = await SendAsync(nell, await BeginAsync(nell), 1);
        page.Shows("Sign in to confirm what you chose");
        page.Shows("It is not recorded yet.");
        page = await SignInAsync(nell, page);
        page.Shows("Check your choices");
        page.Shows("Slower cars");
        page.DoesNotShow("You have chosen already.");
        Assert.Equal(0, await Site.AskAsync(db => db.BallotPapers.CountAsync()));
        Assert.DoesNotContain("__Host-choices", nell.Cookies.Names);

        page = await nell.SubmitAsync(page, button: "Confirm your choices");
        page.Shows("Your choices are recorded");
        Assert.Equal(method == BallotMethod.Dots ? $"{Id(1)}=2" : $"{Id(1)}", await Site.AskAsync(db => db.BallotPapers.Select(p => p.Choices).SingleAsync()));

        page = await nell.FollowAsync(page, "Tell us who we have heard from");
        await nell.SubmitAsync(page, new() { ["Input.Voice"] = "Carer" });
        Assert.Equal(Voice.Carer, await Site.AskAsync(db => db.Participants.Select(p => p.Voice).SingleAsync()));
        (await nell.GetAsync($"{Address()}/receipt")).DoesNotShow("Tell us who we have heard from");
    }

    [Fact]
    public async Task Somebody_who_has_chosen_before_is_told_that_this_takes_its_place()
    {
        await OpenAsync(BallotMethod.Support);
        var asha = await Site.SaveAsync(A.Person("Asha B", Email));
        var known = new Browser(Site, asha.Id);
        await known.SubmitAsync(await SendAsync(known, await known.GetAsync(Address()), 0), button: "Confirm your choices");
        var nell = new Browser(Site);

        var page = await SignInAsync(nell, await SendAsync(nell, await BeginAsync(nell), 1, 2));

        page.Shows("You have chosen already. What you confirm here takes the place of that.");
        await nell.SubmitAsync(page, button: "Confirm your choices");
        Assert.Equal($"{Id(1)},{Id(2)}", await Site.AskAsync(db => db.BallotPapers.Select(p => p.Choices).SingleAsync()));
    }

    [Fact]
    public async Task A_postcode_is_asked_between_signing_in_and_the_check()
    {
        await OpenAsync(BallotMethod.Rank, VoterTier.PostcodeInArea);
        var nell = new Browser(Site);

        var page = await SignInAsync(nell, await SendAsync(nell, await BeginAsync(nell), 2));
        page = await nell.SubmitAsync(page, new() { ["Postcode"] = "QV9 9ZZ" }, HttpStatusCode.UnprocessableEntity);
        page = await nell.SubmitAsync(page, new() { ["Postcode"] = "QV4 2AB" });

        page.Shows("Check your choices");
        (await nell.SubmitAsync(page, button: "Confirm your choices")).Shows("Your choices are recorded");
        Assert.Equal($"{Id(2)}", await Site.AskAsync(db => db.BallotPapers.Select(p => p.Choices).SingleAsync()));
    }

    [Fact]
    public async Task A_first_mark_waits_while_somebody_signs_in_and_counts_when_given_again()
    {
        await OpenAsync(BallotMethod.AgreeDisagreePass);
        var nell = new Browser(Site);

        var page = await BeginAsync(nell);
        page.Shows("0 of 3");
        var said = page.QuerySelector(".cv-statement__words")!.Words();
        page = await nell.SubmitAsync(page, button: "Disagree");
        page.Shows("Sign in to confirm what you chose");
        page = await nell.FollowAsync(await SignInAsync(nell, page), "Skip this");

        page.Shows("You said “disagree” before you signed in.");
        Assert.Equal(said, page.QuerySelector(".cv-statement__words")!.Words());
        Assert.Equal(0, await Site.AskAsync(db => db.Marks.CountAsync()));
        page = await nell.SubmitAsync(page, button: "Disagree");
        page.Shows("Your first mark is recorded.");
        page.DoesNotShow("before you signed in");
        Assert.Equal(-1, await Site.AskAsync(db => db.Marks.Select(m => m.Value).SingleAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_told_before_anything_is_asked_and_the_order_stays()
    {
        await OpenAsync(BallotMethod.Rank);
        var nell = new Browser(Site);
        var page = await BeginAsync(nell);
        var order = Order(page);
        Assert.Equal(order, Order(await nell.GetAsync($"{Address()}?begin=true")));

        page = await nell.SubmitAsync(page, [], HttpStatusCode.UnprocessableEntity, "Check your choices");
        page.ShowsError(RankForm.Field(order.First()), BallotMethod.Rank.Nothing());
        Assert.Equal(order, Order(page));
        page = await nell.SubmitAsync(page, new() { ["move"] = $"next-{Id(1)}" });
        page.Shows("1 of 3 put in order");
        await nell.SubmitAsync(page, button: "Check your choices");

        (await nell.GetAsync($"{Address()}?begin=true")).Shows("1 of 3 put in order"); // to be changed before signing in
    }

    [Fact]
    public async Task Choices_stay_in_the_browser_they_were_made_in_and_for_half_an_hour()
    {
        await OpenAsync(BallotMethod.Support);
        var (laptop, phone) = (new Browser(Site), new Browser(Site));
        await SendAsync(laptop, await BeginAsync(laptop), 1);

        var page = await SignInAsync(phone, await phone.GetAsync($"/account/sign-in?returnUrl=%2Fballots%2F{ballot.Id}%2Fcheck"));
        (await phone.FollowAsync(page, "Skip this")).Shows("0 ticked");

        Site.Clock.Advance(TimeSpan.FromMinutes(31));
        (await SignInAsync(laptop, await laptop.GetAsync($"{Address()}/check"))).Shows("0 ticked");
    }

    [Fact]
    public async Task A_cookie_of_somebodys_own_making_is_no_choice_and_makes_no_ticket()
    {
        await OpenAsync(BallotMethod.Support);
        var asha = await Site.SaveAsync(A.Person("Asha B", Email));
        var mallory = new Browser(Site);
        mallory.Cookies.Put("__Host-choices", $"{asha.Id:N}.");
        await SendAsync(mallory, await BeginAsync(mallory), 1);
        var made = mallory.Cookies.Header.Split("__Host-choices=")[1].Split(';')[0];
        Assert.StartsWith($"{asha.Id:N}.", made, StringComparison.Ordinal);

        var known = new Browser(Site, asha.Id);
        (await known.GetAsync($"{Address()}/check?choices={made.Split('.', 2)[1]}")).Shows("0 ticked");
        foreach (var cookie in new[] { "nonsense", $"{Guid.NewGuid():N}.{made.Split('.', 2)[1]}", $"{asha.Id:N}.{Id(1)}" })
        {
            known.Cookies.Put("__Host-choices", cookie);
            (await known.GetAsync($"{Address()}/check")).Shows("0 ticked");
        }
    }

    private async Task OpenAsync(BallotMethod method, VoterTier tier = VoterTier.EmailConfirmed)
    {
        var (place, ward) = (A.Area(), A.Area("Hillgate", AreaLevel.Ward));
        await Site.SaveAsync(ward, place, new AreaLink(place, AreaLinkKind.Contains, ward));
        await Site.SaveAsync(new Postcode("QV42AB", ward.Id, null, null, null, null));
        var rules = new BallotRules(method) { DotsEach = 5, MostOnOne = 3, MostPicks = 2, Budget = 6_000_000, WhoMayVote = tier };
        ballot = await Site.SaveAsync(A.Ballot(A.Consultation(area: place), rules, "A crossing £48,000", "Slower cars £15,000", "A warden £6,000"));
    }

    // As a stranger finds it, from the page that everybody reads.
    private async Task<IHtmlDocument> BeginAsync(Browser browser) => await browser.FollowAsync(await browser.GetAsync(Address()), ballot.WayIn());

    private Task<IHtmlDocument> SendAsync(Browser browser, IHtmlDocument form, params int[] chosen) => browser.SubmitAsync(form, ballot.Method switch
    {
        BallotMethod.Rank => chosen.Index().ToDictionary(c => RankForm.Field(Id(c.Item)), c => new StringValues($"{c.Index + 1}")),
        BallotMethod.Dots => chosen.ToDictionary(c => DotsForm.Field(Id(c)), _ => new StringValues("2")),
        _ => new() { ["Chosen"] = new([.. chosen.Select(c => $"{Id(c)}")]) },
    }, button: "Check your choices");

    private async Task<IHtmlDocument> SignInAsync(Browser browser, IHtmlDocument page)
    {
        Site.Clock.Advance(TimeSpan.FromSeconds(1)); // letters are told apart by their time
        page = await browser.SubmitAsync(page, new() { ["Input.Email"] = Email });
        var letter = (await Site.LettersToAsync(Email)).Last(l => l.Kind == "sign-in");
        return await browser.SubmitAsync(page, new() { ["Input.Code"] = Code().Match(letter.Text).Groups["code"].Value });
    }

    private static List<long> Order(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("[data-rank-item]").Select(i => long.Parse(i.GetAttribute("data-rank-item")!, System.Globalization.CultureInfo.InvariantCulture))];

    private string Address() => $"/ballots/{ballot.Id}";

    private long Id(int option) => ballot.Priorities[option].Id;

    [GeneratedRegex(@"Your code is (?<code>\d{6})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
